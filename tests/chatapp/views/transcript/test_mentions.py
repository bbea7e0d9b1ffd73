"""A message that names one has a ground that leaves room around its words."""

from chatapp.views.transcript.pieces import EDGE
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import line_of


def tags_at(transcript, words: str) -> tuple[str, ...]:
    return transcript.text.tag_names(transcript.text.search(words, "1.0"))


def test_the_ground_reaches_beyond_the_avatar_and_below_the_words(transcript, settle):
    said = [message(0), message(1, "noor, look", mentions_me=True), message(2)]
    said[2] = message(2, "after it", sender="Kofi")
    transcript.splice(0, 0, said)
    settle()

    text = transcript.text
    assert int(str(text.tag_cget("head", "lmargin1"))) == transcript.look.px(EDGE)
    assert "mention-last" in tags_at(transcript, "noor, look")
    assert "mention" not in tags_at(transcript, "after it")


def test_a_mention_takes_more_room_than_other_words(transcript, settle):
    plain = [message(0, "first"), message(1, "middle"), message(2, "last")]
    transcript.splice(0, 0, plain)
    settle()
    before = line_of(transcript, "last") - line_of(transcript, "first")

    transcript.splice(1, 2, [message(1, "middle", mentions_me=True)])
    settle()

    assert line_of(transcript, "last") - line_of(transcript, "first") > before


def test_a_mention_that_begins_a_group_has_less_ground_above_its_name(
    transcript, settle
):
    transcript.splice(0, 0, [message(0, "noor, look", mentions_me=True)])
    settle()

    assert "mention-head" in tags_at(transcript, "Ada")


def test_some_of_the_page_is_between_a_card_of_code_and_a_mention(transcript):
    code = message(0, "```py\nx = 1\n```", sender="Kofi")
    transcript.splice(0, 0, [code, message(1, "noor: look", mentions_me=True)])

    (air, _end), mention = transcript.text.tag_ranges("air"), "mention.first"

    assert transcript.text.compare("code.last", "<=", air)
    assert transcript.text.compare(f"{air} + 1 line", "==", mention)
    assert "mention" not in transcript.text.tag_names(air)
