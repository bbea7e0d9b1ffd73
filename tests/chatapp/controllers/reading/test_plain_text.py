"""A room as plain text, with a mocked window and network."""

import pytest

from chatapp.controllers.reading.plain_text import (
    MOST_CHANGED,
    MOST_LINES,
    PlainTextController,
    PlainTextView,
    _overlap,
)
from chatapp.controllers.reading.plain_wording import line_of
from chatapp.models.entities import Change, Delivery, MessageKind, Quote, Reaction
from chatapp.models.events import (
    FrameEnded,
    MessageAdded,
    MessageReplaced,
    RoomRenamed,
    RoomSelected,
)
from chatapp.models.rooms.room_events import IgnoringChanged
from tests.chatapp.controllers.fakes import NOON, message, messages


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(PlainTextView, instance=True)


@pytest.fixture
def controller(view, network, bus):
    controller = PlainTextController(
        lambda: view, network, bus, lambda text: text.replace("👍", ":+1:")
    )
    bus.publish(RoomSelected("#lobby"))
    return controller


def texts(call):
    return [line.rpartition(": ")[2] for line in call.args[-1]]


def test_the_end_of_the_open_room_is_shown(controller, view, history):
    history.extend(messages(MOST_LINES + 5))

    controller.open()

    room, lines = view.show.call_args.args
    assert (room, len(lines)) == ("#lobby", MOST_LINES)
    assert texts(view.show.call_args)[-1] == f"text of k{MOST_LINES + 4}"


def test_emoji_are_named_as_no_pictures_can_be_read(controller, view, history):
    history.extend([message("k1", text="well done 👍")])

    controller.open()

    assert texts(view.show.call_args) == ["well done :+1:"]


def test_what_comes_is_added_once_for_a_frame(controller, view, history, bus):
    history.extend(messages(2))
    controller.open()

    for each in messages(2, start=2):
        history.append(each)
        bus.publish(MessageAdded(each))
    bus.publish(FrameEnded())

    view.add.assert_called_once()
    assert texts(view.add.call_args) == ["text of k2", "text of k3"]
    assert view.show.call_count == 1


def test_a_full_window_goes_on_with_what_comes(controller, view, history, bus):
    history.extend(messages(MOST_LINES))
    controller.open()
    history.append(message("new"))
    bus.publish(MessageAdded(history[-1]))
    bus.publish(FrameEnded())

    assert texts(view.add.call_args) == ["text of new"]


def test_what_changes_within_takes_its_place(controller, view, history, bus):
    history.extend(messages(3))
    controller.open()
    history[1] = message("k1", text="other words")
    bus.publish(MessageReplaced("#lobby", "k1", history[1]))
    bus.publish(FrameEnded())

    ((back, line),) = (call.args for call in view.replace.call_args_list)
    assert (back, line.rpartition(": ")[2]) == (1, "other words")
    view.show.assert_called_once()
    view.add.assert_not_called()


def test_where_much_is_another_all_is_shown_anew(controller, view, history, bus):
    history.extend(messages(MOST_CHANGED + 1))
    controller.open()
    history[:] = [message(each.key, text="other words") for each in history]
    bus.publish(MessageReplaced("#lobby", "k1", history[1]))
    bus.publish(FrameEnded())

    assert set(texts(view.show.call_args)) == {"other words"}


def test_what_changes_and_what_comes_may_be_in_one_frame(
    controller, view, history, bus
):
    history.extend(messages(2))
    controller.open()
    history[1] = message("k1", text="other words")
    history.append(message("k2"))
    bus.publish(MessageAdded(history[2]))
    bus.publish(FrameEnded())

    assert view.replace.call_args.args[0] == 0
    assert texts(view.add.call_args) == ["text of k2"]


def test_another_room_takes_its_place(controller, view, bus):
    controller.open()

    bus.publish(RoomSelected("#other"))

    assert view.show.call_args.args[0] == "#other"


def test_it_goes_on_where_somebody_has_another_nick(controller, view, network, bus):
    bus.publish(RoomSelected("ada"))
    controller.open()

    bus.publish(RoomRenamed("ada", "lovelace"))
    bus.publish(MessageAdded(message("k1", room="lovelace")))
    bus.publish(FrameEnded())

    assert network.history.call_args.args == ("lovelace",)


def test_a_room_can_be_read_that_is_not_open_in_the_window(controller, view):
    controller.read("#other")

    assert view.show.call_args.args[0] == "#other"


def test_nothing_is_shown_once_the_window_is_closed(controller, view, history, bus):
    controller.open()
    view.on_closed()
    view.reset_mock()
    history.append(message("k"))
    bus.publish(MessageAdded(history[-1]))
    bus.publish(FrameEnded())

    assert view.mock_calls == []


@pytest.mark.parametrize(
    ("others", "line"),
    [
        ({"text": "\x02Hi\x02 \u202ethere"}, "Ada: Hi there"),
        ({"text": "one\ntwo"}, "Ada: one\n    two"),
        ({"text": "waves", "kind": MessageKind.ACTION}, "Ada waves"),
        (
            {"text": "", "kind": MessageKind.CHANGE, "change": Change.JOINED},
            "Ada joined",
        ),
        ({"text": "Hi", "delivery": Delivery.FAILED}, "Ada: Hi (not sent)"),
        ({"text": "Hi", "edited_at": NOON}, "Ada: Hi (edited)"),
        (
            {"text": "yes", "reply_to": "m1", "quote": Quote("Bea", "tea\n?")},
            "Ada, in reply to “Bea: tea ?”: yes",
        ),
        (
            {"text": "yes", "reply_to": "m1"},
            "Ada, in reply to “An earlier message”: yes",
        ),
        (
            {
                "text": "Hi",
                "reactions": (
                    Reaction("👍", ("Bea", "Cy")),
                    Reaction("🎉", ("Bea",)),
                ),
            },
            "Ada: Hi (👍 by Bea and Cy) (🎉 by Bea)",
        ),
        (
            {"text": "rude", "kind": MessageKind.DELETED, "target": "Bea"},
            "Message deleted by Bea: rude",
        ),
    ],
)
def test_a_message_is_a_line_that_can_be_read_aloud(others, line):
    assert line_of(message("k", **others))[6:] == line


def test_edits_stand_only_in_what_they_change(controller, view, history):
    history.append(message("k9", kind=MessageKind.EDIT, target="m1"))

    controller.open()

    assert not [line for line in view.show.call_args.args[1] if "k9" in line]


def test_lines_are_known_again_by_their_end():
    assert _overlap(["a", "b", "c"], ["b", "c", "d"]) == 2
    assert _overlap(["a"], ["b"]) == 0


def test_what_somebody_says_whom_one_ignores_is_left_out(
    controller, view, network, history, bus
):
    history.extend([message("k0", sender="Troll"), message("k1")])
    controller.open()
    network.ignoring.ignores.side_effect = "Troll".__eq__

    bus.publish(IgnoringChanged("Troll"))
    bus.publish(FrameEnded())

    assert texts(view.show.call_args) == ["text of k1"]
