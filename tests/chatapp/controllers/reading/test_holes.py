"""Where messages may be missing, a line says so until somebody has filled the hole."""

import pytest

from chatapp.controllers.reading.conversation import (
    ConversationController,
    TranscriptView,
)
from chatapp.controllers.reading.holes import with_holes
from chatapp.models.entities import MessageKind, Reaction
from chatapp.models.events import FrameEnded, HistoryLoaded, RoomSelected
from tests.chatapp.controllers.fakes import message, messages


@pytest.fixture
def view(mocker):
    view = mocker.create_autospec(TranscriptView, instance=True)
    view.shown = []

    def splice(start, stop, added):
        view.shown[start:stop] = added

    view.splice.side_effect = splice
    return view


@pytest.fixture
def controller(view, network, bus):
    return ConversationController(view, network, bus)


def kinds(lines):
    return [line.kind is MessageKind.GAP for line in lines]


def test_a_hole_stands_before_the_message_behind_it(history):
    history.extend(messages(4))
    history.gaps = [2]

    assert kinds(with_holes(history, 0, 4)) == [False, False, True, False, False]
    assert kinds(with_holes(history, 2, 4)) == [False, False]


def test_a_hole_has_nothing_of_the_message_behind_it(history):
    answer = message("k1", reply_to="m1", reactions=(Reaction("🎉", ("Ada",)),))
    history.extend([message("k0"), answer])
    history.gaps = [1]

    _, hole, _ = with_holes(history, 0, 2)

    assert (hole.sender, hole.text, hole.reply_to, hole.reactions) == ("", "", "", ())


@pytest.mark.usefixtures("controller")
def test_a_hole_that_comes_into_view_is_filled(view, network, bus, history):
    history.extend(messages(4))
    history.gaps = [2]
    bus.publish(RoomSelected("#lobby"))

    view.on_gap(view.shown[2].key)

    network.fill_gap.assert_called_once_with("#lobby")


@pytest.mark.usefixtures("controller")
def test_a_hole_that_is_filled_is_shown_no_more(view, bus, history):
    history.extend(messages(4))
    history.gaps = [2]
    bus.publish(RoomSelected("#lobby"))

    history.gaps = []
    history[2:2] = messages(3, start=50)
    bus.publish(HistoryLoaded("#lobby", 3, complete=False))
    bus.publish(FrameEnded())

    assert view.shown == history


@pytest.mark.usefixtures("controller")
def test_a_hole_that_stays_is_not_drawn_anew(view, bus, history):
    history.extend(messages(4))
    history.gaps = [2]
    bus.publish(RoomSelected("#lobby"))
    view.splice.reset_mock()

    bus.publish(HistoryLoaded("#lobby", 0, complete=False))

    view.splice.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_the_window_never_goes_beyond_a_cut(view, network, bus, history):
    history.extend(messages(1000))
    bus.publish(RoomSelected("#lobby"))
    view.on_end(False)
    history.cut = 780

    for _ in range(3):
        view.on_older()

    assert view.shown[0] == history[780]
    assert history.reader == "k780"
    network.fetch_older.assert_called_with("#lobby")


@pytest.mark.usefixtures("controller")
def test_who_comes_down_to_a_cut_gets_what_follows(view, network, bus, history):
    history.extend(messages(1000))
    bus.publish(RoomSelected("#lobby"))
    view.on_end(False)
    for _ in range(30):
        view.on_older()
    history.cut = len(view.shown)

    for _ in range(30):
        view.on_newer()
    history[history.cut : history.cut] = messages(10, start=5000)
    history.cut += 10
    bus.publish(HistoryLoaded("#lobby", 10, complete=False))

    network.fetch_newer.assert_called_with("#lobby")
    assert view.shown[-1].key == "k5009"
