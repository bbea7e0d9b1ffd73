"""One's own name is marked in what mentions one, as a word of its own."""

from chatapp.models.entities import Quote
from chatapp.views.transcript.own_name_marks import OWN_NAME
from chatapp.views.transcript.transcript import Transcript
from tests.chatapp.views.messages import message


def marked(transcript: Transcript) -> list[str]:
    places = [str(place) for place in transcript.text.tag_ranges(OWN_NAME)]
    pairs = zip(places[::2], places[1::2], strict=True)
    return [transcript.text.get(*pair) for pair in pairs]


def test_the_name_is_marked_wherever_it_stands_as_a_word(transcript):
    transcript.show_own_name("noor")
    words = "Noor, is noor-x a noorish name, @noor? 🙂 NOOR"

    transcript.splice(0, 0, [message(0, words, mentions_me=True)])

    assert marked(transcript) == ["Noor", "noor", "NOOR"]


def test_what_does_not_mention_one_is_left_as_it_is(transcript):
    transcript.show_own_name("noor")

    transcript.splice(0, 0, [message(0, "noor"), message(1, "x", mentions_me=True)])

    assert marked(transcript) == []


def test_the_name_of_who_is_answered_is_no_mention(transcript):
    transcript.show_own_name("noor")
    quote = Quote("noor", "noor asks", mine=True)

    transcript.splice(
        0, 0, [message(0, "Yes", mentions_me=True, reply_to="m", quote=quote)]
    )

    assert marked(transcript) == []


def test_signs_in_a_name_are_taken_as_they_are(transcript):
    transcript.show_own_name("[n.r]")

    transcript.splice(0, 0, [message(0, "nor and [n.r]", mentions_me=True)])

    assert marked(transcript) == ["[n.r]"]
