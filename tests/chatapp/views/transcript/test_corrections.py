"""Messages that were edited or deleted, as the transcript shows them."""

from datetime import timedelta

import pytest

from chatapp.models.entities import ActionOffer, MessageKind
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import click, copied, offering, shown

DELETED = "Message deleted by Ada."


def edited(days=0, **others):
    said = message(1, "the new words", **others)
    return message(
        1, "the new words", edited_at=said.time + timedelta(days=days), **others
    )


def hint(transcript) -> str:
    label = transcript.pointer.beside.hint._label
    return str(label.cget("text")) if label.winfo_ismapped() else ""


def test_a_deleted_message_is_a_quiet_line_of_who_had_said_it(transcript):
    said = [message(0, "hello"), message(1, DELETED, kind=MessageKind.DELETED)]
    transcript.splice(0, 0, said)

    assert DELETED in shown(transcript)
    assert transcript.text.tag_nextrange("local", "1.0")
    assert transcript.rows.all[1].layout.head is False


def test_an_edited_message_is_marked(transcript):
    transcript.splice(0, 0, [message(0, "hello"), edited()])

    assert shown(transcript).endswith("the new words  (edited)\n")


@pytest.mark.parametrize(("days", "words"), [(0, "Edited at "), (1, "Edited on ")])
def test_over_the_mark_one_reads_when_that_was(transcript, settle, days, words):
    transcript.splice(0, 0, [message(0, "hello"), edited(days)])
    settle()

    click(transcript, "(edited)", settle)
    over = hint(transcript)
    click(transcript, "hello", settle)

    assert over.startswith(words)
    assert hint(transcript) == ""


def test_by_keyboard_it_is_read_once_the_message_is_chosen(transcript, settle):
    transcript.splice(0, 0, [message(0, "hello"), edited()])
    transcript.text.focus_force()

    transcript.text.event_generate("<Up>")
    settle()

    assert hint(transcript).startswith("Edited at ")


@pytest.mark.parametrize("key", ["F2", "Delete"])
def test_keys_that_are_no_letters_do_something_too(transcript, settle, key):
    done = []
    offer = ActionOffer("act", "Act", "pencil", key)
    transcript.on_offers = lambda _message: (offer,)
    transcript.on_action = lambda name, said: done.append((name, said.key))
    transcript.splice(0, 0, [message(0, "hello")])
    transcript.text.focus_force()
    settle()

    transcript.text.event_generate("<Up>")
    transcript.text.event_generate(f"<{key}>")
    settle()

    assert done == [("act", "0")]


def test_several_lines_are_copied_as_they_were_said(transcript, settle):
    transcript.splice(0, 0, [message(0, "one"), message(1, "two\n\n    three")])

    transcript.text.tag_add("sel", "1.0", "end-1c")

    assert copied(transcript, settle).endswith("two\n\n    three")


def test_the_mark_stands_below_code_and_not_in_it(transcript):
    code = "```\nreturn 1\n```"
    transcript.splice(0, 0, [message(1, code, edited_at=message(1).time)])

    assert "return 1\n(edited)\n" in shown(transcript)


def test_what_one_reads_over_the_mark_is_not_under_the_bar(transcript, place, settle):
    offering(transcript)
    place.geometry("300x300")
    transcript.splice(0, 0, [message(0, "hello"), edited()])
    settle()

    click(transcript, "(edited)", settle)

    label, bar = (
        transcript.pointer.beside.hint._label,
        transcript.pointer.beside.bar._frame,
    )
    middle = label.winfo_rooty() + label.winfo_height() // 2
    over = label.winfo_containing(label.winfo_rootx() + 2, middle)
    assert bar.winfo_ismapped()
    assert bar.winfo_x() < label.winfo_x() + label.winfo_width()
    assert over is label
    assert label.winfo_y() >= bar.winfo_y() + bar.winfo_height()
