"""What calls one is marked in what mentions one, as a word of its own."""

from chatapp.models.entities import Quote
from chatapp.views.transcript.calling_marks import CALLING
from chatapp.views.transcript.transcript import Transcript
from tests.chatapp.views.messages import message


def marked(transcript: Transcript) -> list[str]:
    places = [str(place) for place in transcript.text.tag_ranges(CALLING)]
    pairs = zip(places[::2], places[1::2], strict=True)
    return [transcript.text.get(*pair) for pair in pairs]


def test_the_name_is_marked_wherever_it_stands_as_a_word(transcript):
    transcript.show_what_calls(["noor"])
    words = "Noor, is noor-x a noorish name, @noor? 🙂 NOOR"

    transcript.splice(0, 0, [message(0, words, mentions_me=True)])

    assert marked(transcript) == ["Noor", "noor", "NOOR"]


def test_what_does_not_mention_one_is_left_as_it_is(transcript):
    transcript.show_what_calls(["noor"])

    transcript.splice(0, 0, [message(0, "noor"), message(1, "x", mentions_me=True)])

    assert marked(transcript) == []


def test_the_name_of_who_is_answered_is_no_mention(transcript):
    transcript.show_what_calls(["noor"])
    quote = Quote("noor", "noor asks", mine=True)

    transcript.splice(
        0, 0, [message(0, "Yes", mentions_me=True, reply_to="m", quote=quote)]
    )

    assert marked(transcript) == []


def test_signs_in_a_name_are_taken_as_they_are(transcript):
    transcript.show_what_calls(["[n.r]"])

    transcript.splice(0, 0, [message(0, "nor and [n.r]", mentions_me=True)])

    assert marked(transcript) == ["[n.r]"]


def test_each_of_several_words_is_marked(transcript):
    transcript.show_what_calls(["noor", "lab 3", "prüfung"])
    words = "Noor, the PRÜFUNG is in Lab 3, not in Lab 30"

    transcript.splice(0, 0, [message(0, words, mentions_me=True)])

    assert marked(transcript) == ["Noor", "PRÜFUNG", "Lab 3"]
