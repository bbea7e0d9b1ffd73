from dataclasses import replace

import pytest

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.views.transcript.transcript import Transcript
from tests.chatapp.views.messages import message, messages
from tests.chatapp.views.transcript_stage import click, shown


def gap(text: str = "") -> ChatMessage:
    return replace(message(50, sender="", kind=MessageKind.GAP), text=text)


def go_to_gap(transcript: Transcript, settle) -> None:
    transcript.text.see(transcript.rows.start_of(50))
    settle()


@pytest.fixture
def seen(transcript: Transcript, settle) -> list[str]:
    """Show a gap in the middle of many messages, and note when it is seen."""
    seen: list[str] = []
    transcript.on_gap = seen.append
    transcript.splice(0, 0, [*messages(50), gap(), *messages(50, 51)])
    transcript.scroll_to_end()
    settle()
    return seen


def test_a_gap_is_a_quiet_line_without_a_sender(transcript):
    transcript.splice(0, 0, [message(0), gap(), message(2)])

    assert "Some messages are missing here." in shown(transcript)
    assert transcript.text.tag_ranges("gap")


def test_after_a_gap_the_sender_is_named_again(transcript):
    transcript.splice(0, 0, [message(0), gap(), message(2)])

    assert shown(transcript).count("Ada") == 2


def test_a_gap_that_is_out_of_view_asks_for_nothing(seen):
    assert seen == []


def test_a_gap_that_comes_into_view_is_told_once(transcript, seen, settle):
    go_to_gap(transcript, settle)
    transcript.text.yview_scroll(10, "pixels")
    settle()

    assert seen == ["50"]


def test_a_gap_that_comes_into_view_again_is_told_again(transcript, seen, settle):
    go_to_gap(transcript, settle)
    transcript.text.yview_moveto(1.0)
    settle()

    go_to_gap(transcript, settle)

    assert seen == ["50", "50"]


def test_a_gap_can_be_pressed(transcript, settle):
    transcript.splice(0, 0, [message(0), gap()])
    settle()
    told = []
    transcript.on_gap = told.append

    click(transcript, "Load", settle)

    assert told == ["50"]


def test_a_gap_says_how_it_goes_with_loading(transcript, seen, settle):
    go_to_gap(transcript, settle)

    transcript.splice(50, 51, [gap("They are on their way.")])
    settle()

    assert "They are on their way." in shown(transcript)
    assert "Load" not in shown(transcript)
    assert seen == ["50"]


def test_a_filled_gap_leaves_nothing_behind(transcript, seen, settle):
    go_to_gap(transcript, settle)

    transcript.splice(50, 51, messages(3, 200))
    settle()

    assert "missing" not in shown(transcript)
    assert transcript.text.tag_ranges("gap") == ()
