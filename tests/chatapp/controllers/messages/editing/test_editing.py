"""Messages get other words in the composer's box, with mocked views and models."""

from dataclasses import replace

import pytest

from chatapp.models.entities import Delivery, MessageKind
from chatapp.models.events import (
    AnswerChanged,
    MessageReplaced,
    RequestRefused,
    RoomSelected,
)
from tests.chatapp.controllers.fakes import message
from tests.chatapp.controllers.messages.editing.conftest import SAID


def test_a_message_stands_in_the_box_as_it_was_typed_under_a_strip(
    editing, view, box, network
):
    editing.begin(SAID)

    box.show_text.assert_called_with("helo **all**")
    view.show.assert_called_once_with("Editing", SAID.text, "Stop editing (Esc)")
    network.answering.end.assert_called_once_with("#lobby")


def test_its_new_words_go_out_and_the_draft_comes_back(editing, view, box, network):
    editing.begin(SAID)

    box.on_send("hello **all**")

    network.correcting.edit.assert_called_once_with(SAID, "hello \x02all\x02")
    network.say.assert_not_called()
    box.show_text.assert_called_with("half a thought")
    view.hide.assert_called_once_with()


def test_an_edit_that_still_waits_is_gone_on_with(editing, box, history):
    waiting = message("k9", text="hello", kind=MessageKind.EDIT, target="m1")
    history.append(replace(waiting, delivery=Delivery.WAITING))

    editing.begin(SAID)

    box.show_text.assert_called_with("hello")


def test_a_slash_is_no_command_in_an_edit(editing, box, network):
    editing.begin(SAID)

    box.on_send("/usr/bin")

    network.correcting.edit.assert_called_once_with(SAID, "/usr/bin")


def test_what_is_written_meanwhile_is_no_draft_and_tells_nobody(editing, box, network):
    editing.begin(SAID)

    box.on_change("hello")

    assert network.draft("#lobby") == "half a thought"
    network.typing.wrote.assert_not_called()


def test_giving_up_brings_the_draft_back(editing, view, box, network):
    editing.begin(SAID)

    view.on_end()

    box.show_text.assert_called_with("half a thought")
    network.correcting.edit.assert_not_called()


def test_another_room_has_nothing_of_it(editing, view, bus, network, box):
    editing.begin(SAID)

    bus.publish(RoomSelected("Ada"))

    view.hide.assert_called_once_with()
    assert network.draft("#lobby") == "half a thought"
    assert network.draft("Ada") == box.text() == ""


def test_a_message_that_is_left_without_words_is_to_be_deleted(
    editing, box, network, asked
):
    network.correcting.can_delete.return_value = True
    editing.begin(SAID)

    box.on_send("  \n")

    assert asked == [SAID]


def test_where_nothing_can_be_deleted_a_message_keeps_its_words(
    editing, view, box, asked, bus
):
    refusals = []
    bus.subscribe(RequestRefused, refusals.append)
    editing.begin(SAID)

    box.on_send("")

    assert asked == []
    assert refusals[0].text.startswith("It needs some words.")
    view.hide.assert_not_called()


def test_the_empty_box_says_what_it_is_for_meanwhile(editing, view, box):
    editing.begin(SAID)
    box.show_placeholder.assert_called_with("Write its new words")

    view.on_end()

    box.show_placeholder.assert_called_with("Message #lobby")


def test_words_that_are_too_many_stay_in_the_box(editing, view, box, network, bus):
    refusals = []
    bus.subscribe(RequestRefused, refusals.append)
    network.correcting.edit.return_value = False
    editing.begin(SAID)

    box.on_send("long " * 500)

    view.hide.assert_not_called()
    assert refusals[0].text.startswith("An edit has to fit into one message")


def test_up_in_an_empty_box_edits_what_one_said_last(editing, box):
    assert editing.begin_last()

    box.show_text.assert_called_with("helo **all**")
    assert not editing.begin_last()


@pytest.mark.parametrize("delivery", [Delivery.WAITING, Delivery.FAILED])
def test_up_takes_back_what_the_server_does_not_have(
    editing, box, network, history, delivery
):
    history.append(message("k9", mine=True, delivery=delivery))
    network.unsent.take_back.return_value = "not sent"
    box.text.return_value = ""

    assert editing.begin_last()

    network.unsent.take_back.assert_called_once_with("k9")
    box.show_text.assert_called_with("not sent")


def test_up_does_nothing_while_what_one_said_last_is_on_its_way(
    editing, network, history
):
    history.append(message("k9", mine=True, delivery=Delivery.SENT))

    assert not editing.begin_last()
    network.unsent.take_back.assert_not_called()


def test_where_nothing_can_be_edited_up_does_nothing(editing, network, box):
    network.correcting.last_own.return_value = None

    assert not editing.begin_last()


def test_what_cannot_be_edited_any_more_stays_as_it_is(editing, network, view):
    network.correcting.can_edit.return_value = False

    editing.begin(SAID)

    view.show.assert_not_called()


@pytest.mark.parametrize("new", [None, message("k1", kind=MessageKind.DELETED)])
def test_a_message_that_is_deleted_meanwhile_is_edited_no_more(editing, view, bus, new):
    editing.begin(SAID)

    bus.publish(MessageReplaced("#lobby", "k1", new))

    view.hide.assert_called_once_with()


def test_an_answer_that_is_begun_meanwhile_takes_its_place(editing, view, bus, network):
    editing.begin(SAID)
    network.answering.of.return_value = message("k2")

    bus.publish(AnswerChanged("#lobby"))

    view.hide.assert_called_once_with()


def test_other_changes_are_no_reason_to_stop(editing, view, bus):
    editing.begin(SAID)

    bus.publish(MessageReplaced("#lobby", "k2", None))
    bus.publish(MessageReplaced("#lobby", "k1", SAID))

    view.hide.assert_not_called()


def test_another_message_may_be_edited_instead(editing, box, view, network):
    other = message("k2", text="other", mine=True, msgid="m2")
    editing.begin(SAID)

    editing.begin(other)
    box.on_send("others")

    network.correcting.edit.assert_called_once_with(other, "others")
    assert network.draft("#lobby") == "half a thought"


def test_an_edit_that_failed_is_taken_back_as_an_edit(
    editing, box, network, history, view
):
    failed = message("k9", text="hello", kind=MessageKind.EDIT, target="m1")
    history.append(failed)
    network.unsent.take_back.return_value = "hello"

    editing.take_back("k9")

    box.show_text.assert_called_with("hello")
    view.show.assert_called_once()


def test_a_message_that_failed_is_taken_back_as_a_message(
    editing, box, network, history, view
):
    history.append(message("k9"))
    network.unsent.take_back.return_value = "hello"

    editing.take_back("k9")

    box.show_text.assert_called_with("hello\nhalf a thought")
    view.show.assert_not_called()
