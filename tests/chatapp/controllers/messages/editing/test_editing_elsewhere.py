"""An edit that is begun waits in its room while one is elsewhere, or not there."""

from dataclasses import replace

import pytest

from chatapp.models.entities import Quote
from chatapp.models.events import (
    AnswerChanged,
    MessageReplaced,
    RoomSelected,
)
from tests.chatapp.controllers.messages.editing.conftest import SAID


@pytest.fixture(autouse=True)
def _begun(editing) -> None:
    """Begin to edit in #lobby, where half a thought was written before."""
    editing.begin(SAID)


def test_it_comes_back_with_its_room_and_the_draft_behind_it(view, bus, box, network):
    box.text.return_value = "hello al"
    bus.publish(RoomSelected("Ada"))

    bus.publish(RoomSelected("#lobby"))

    assert box.text() == "hello al"
    view.show.assert_called_with("Editing", SAID.text, "Stop editing (Esc)")
    view.on_end()
    assert box.text() == "half a thought"


def test_it_comes_back_once_only(view, bus, box):
    bus.publish(RoomSelected("Ada"))
    bus.publish(RoomSelected("#lobby"))
    view.on_end()

    bus.publish(RoomSelected("Ada"))
    bus.publish(RoomSelected("#lobby"))

    assert box.text() == "half a thought"


@pytest.mark.parametrize(
    ("new", "text"),
    [(replace(SAID, text="hi"), "helo **all**"), (None, "half a thought")],
)
def test_what_becomes_of_its_message_is_known_when_it_comes_back(bus, box, new, text):
    bus.publish(RoomSelected("Ada"))
    bus.publish(MessageReplaced("#lobby", SAID.key, new))

    bus.publish(RoomSelected("#lobby"))

    assert box.text() == text


def test_what_an_earlier_window_has_begun_is_gone_on_with(view, bus, box, network):
    other = replace(SAID, key="k2", room="Ada")
    network.begun_edits.write("Ada", other, "hello th")

    bus.publish(RoomSelected("Ada"))

    assert box.text() == "hello th"
    view.show.assert_called_with("Editing", other.text, "Stop editing (Esc)")


def test_each_letter_is_kept_and_nothing_once_it_was_sent(box, network):
    box.on_change("hello al")
    kept = network.begun_edits.of("#lobby")

    box.on_send("hello all")

    assert (kept.message, kept.words) == (SAID, "hello al")
    assert network.begun_edits.of("#lobby") is None


def test_an_answer_that_is_begun_elsewhere_in_its_place_stays(bus, box, network):
    bus.publish(RoomSelected("Ada"))
    network.answering.of.return_value = Quote("Ada", "hi")
    bus.publish(AnswerChanged("#lobby"))

    bus.publish(RoomSelected("#lobby"))

    assert box.text() == "half a thought"
