"""How close together lines stand, and how the time beside them is written."""

import pytest

from chatapp.models.entities import Change, MessageKind
from chatapp.views.rails.rail import Rail
from chatapp.views.rails.rail_rows import RailRow
from chatapp.views.transcript.manner import Manner
from tests.chatapp.views.messages import message, messages

COMPACT = Manner(is_compact=True)


@pytest.fixture(autouse=True)
def usual_again(look):
    yield
    look.take_manner(Manner())


def text_of(transcript) -> str:
    return transcript.text.get("1.0", "end-1c")


def test_the_time_is_written_otherwise_at_once(transcript, look, settle):
    transcript.splice(0, 0, messages(3))

    look.take_manner(Manner(clock="%I:%M %p"))
    settle()

    assert "Ada   9:00 AM" in text_of(transcript)


def test_where_no_time_is_wanted_none_is_written(transcript, look):
    look.take_manner(Manner(clock=""))

    transcript.splice(0, 0, [message(1, "hello")])

    assert "09:01" not in text_of(transcript)


def test_compact_messages_take_less_room_and_have_no_pictures(transcript, look, settle):
    transcript.splice(0, 0, messages(20))
    settle()
    before = transcript.text.count("1.0", "end", "ypixels")[0]
    pictures = len(transcript.text.image_names())

    look.take_manner(COMPACT)
    settle()

    assert transcript.text.count("1.0", "end", "ypixels")[0] < 0.9 * before
    assert len(transcript.text.image_names()) < pictures


def test_who_reads_at_the_end_stays_there(transcript, look, settle):
    transcript.splice(0, 0, messages(60))
    transcript.scroll_to_end()
    settle()

    look.take_manner(COMPACT)
    settle()

    assert transcript.text.dlineinfo("end-1c") is not None


def test_who_reads_further_up_keeps_the_message_at_the_top(transcript, look, settle):
    transcript.splice(0, 0, messages(100))
    settle()
    transcript.show_from("40")
    settle()

    look.take_manner(COMPACT)
    settle()

    assert transcript.rows.at("@0,0").message.key == "40"


def test_rows_of_the_rails_are_lower_when_it_is_compact(place, look):
    rail = Rail(place, look)
    before = rail.height(RailRow("a", 40))

    look.take_manner(COMPACT)

    assert rail.height(RailRow("a", 40)) < before


@pytest.mark.parametrize("manner", [Manner(), COMPACT])
def test_a_long_change_goes_on_where_its_words_began(transcript, look, settle, manner):
    topic = message(0, "word " * 60, kind=MessageKind.CHANGE, change=Change.TOPIC)
    transcript.splice(0, 0, [topic])
    look.take_manner(manner)
    settle()
    first = transcript.text.search("word", "1.0")

    below = transcript.text.index(f"{first} + 1 display lines display linestart")

    assert transcript.text.bbox(below)[1] > transcript.text.bbox(first)[1]
    assert transcript.text.bbox(below)[0] == transcript.text.bbox(first)[0]
