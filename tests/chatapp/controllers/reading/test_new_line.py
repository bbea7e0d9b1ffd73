"""The NEW line stands before the first message that one had not read, and stays."""

import pytest

from chatapp.controllers.reading.new_line import NewLine, NewLineView
from chatapp.models.entities import MessageKind, Room, RoomKind
from tests.chatapp.controllers.fakes import message, messages


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(NewLineView, instance=True)


@pytest.fixture
def line(view, network):
    return NewLine(view, network)


def drawn(view):
    return [call.args[0] for call in view.show_unread_line.call_args_list]


def leave_unread(rooms, count):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=count)


def test_what_is_read_has_no_line(line, view, history):
    history.extend(messages(3))

    line.open("#lobby")

    assert drawn(view) == [None]


def test_the_line_stands_before_the_first_unread(line, view, history, rooms):
    history.extend([*messages(3), message("c", kind=MessageKind.CHANGE)])
    leave_unread(rooms, 2)

    line.open("#lobby")

    assert drawn(view) == [None, "k1"]


def test_the_line_stays_while_more_comes(line, view, history, rooms):
    history.extend(messages(3))
    leave_unread(rooms, 2)
    line.open("#lobby")

    history.extend(messages(2, start=10))
    leave_unread(rooms, 4)
    line.place()

    assert drawn(view) == [None, "k1"]


def test_the_line_comes_when_the_first_unread_has_come(line, view, history, rooms):
    history.extend(messages(3, start=7))
    leave_unread(rooms, 5)
    line.open("#lobby")
    leave_unread(rooms, 0)

    history[0:0] = messages(7)
    line.place()

    assert drawn(view) == [None, "k5"]


def test_after_a_reconnection_the_line_stands_before_what_was_missed(
    line, view, history, rooms
):
    history.extend(messages(3))
    line.open("#lobby")
    leave_unread(rooms, 1)
    history.extend(messages(1, start=3))
    line.place()
    leave_unread(rooms, 0)

    line.begin_anew()
    history.extend(messages(4, start=4))
    leave_unread(rooms, 4)
    line.place()

    assert drawn(view) == [None, "k3", "k4"]


def test_who_reads_further_up_gets_a_line_before_what_comes_then(
    line, view, history, rooms
):
    history.extend(messages(3))
    leave_unread(rooms, 1)
    line.open("#lobby")
    leave_unread(rooms, 0)

    line.leave_end()
    history.extend(messages(1, start=3))
    leave_unread(rooms, 1)
    line.place()

    assert drawn(view) == [None, "k2", "k3"]


def test_the_line_waits_until_everything_that_was_missed_has_come(
    line, view, history, rooms
):
    history.extend(messages(100, start=400))
    leave_unread(rooms, 100)
    history.filling = True
    line.open("#lobby")
    leave_unread(rooms, 500)
    history[0:0] = messages(400)
    line.place()

    history.filling = False
    line.place()

    assert drawn(view) == [None, "k0"]
