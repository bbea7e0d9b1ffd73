"""Pinned messages in the panel and in the table of actions, with mocks."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.finding.panel import PanelLines, PanelView
from chatapp.controllers.messages.pinned import PinnedPart
from chatapp.controllers.moments import Moments
from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import Tone
from chatapp.models.events import RoomRenamed, RoomSelected
from chatapp.models.messages.pinning import Pinning
from chatapp.models.rooms.room_events import IgnoringChanged
from tests.chatapp.controllers.fakes import NOON, message, messages


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(PanelView, instance=True)


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def pinning(mocker: MockerFixture, network):
    network.pinning = mocker.create_autospec(Pinning, instance=True)
    return network.pinning


@pytest.fixture
def part(view, notices, pinning, network, bus) -> PinnedPart:
    lines = PanelLines(Moments(lambda: NOON, lambda: "%H:%M"))
    part = PinnedPart(view, notices, network, bus, lines)
    bus.publish(RoomSelected("#lobby"))
    return part


def answer(pinning, pinned) -> None:
    pinning.read.call_args.args[1](pinned)


def test_what_is_pinned_in_the_open_room_is_shown(part, view, pinning) -> None:
    part.begin()
    answer(pinning, messages(2))

    assert pinning.read.call_args.args[0] == "#lobby"
    assert [line.key for line in view.add_lines.call_args.args[0]] == ["k0", "k1"]
    view.show_note.assert_called_with("")


def test_enter_waits_until_it_is_known_and_listed_what_is_pinned(
    part, view, pinning
) -> None:
    done: list[int] = []
    pinning.knows.return_value = False
    part.begin()
    part.when_listed(lambda: done.append(1))
    answer(pinning, [])
    noted, done_before = view.show_note.call_args.args, list(done)

    pinning.knows.return_value = True
    pinning.watch.call_args.args[0]("#lobby")
    answer(pinning, messages(1))

    pinning.ask.assert_called_once_with("#lobby")
    assert (noted, done_before, done) == ((wording.LOADING,), [], [1])


def test_enter_is_for_the_room_in_which_it_was_pressed(part, pinning, bus) -> None:
    done: list[int] = []
    part.begin()
    part.when_listed(lambda: done.append(1))

    bus.publish(RoomSelected("#garden"))
    answer(pinning, messages(1))

    assert done == []


def test_what_one_has_not_seen_can_be_gone_to_all_the_same(part, view, pinning) -> None:
    part.begin()
    unseen = message("pin-m1", sender="", text="", msgid="m1")
    answer(pinning, [unseen])

    (line,) = view.add_lines.call_args.args[0]
    assert [each.text for each in line.parts] == [wording.PINNED_UNSEEN]
    assert part.line(line.key) == unseen


@pytest.mark.parametrize(
    ("room", "note"),
    [("#lobby", wording.NOTHING_PINNED), ("Ada", wording.ONLY_ROOMS_HAVE_PINS)],
)
def test_where_nothing_is_pinned_it_is_said_why(
    part, view, pinning, bus, room: str, note: str
) -> None:
    bus.publish(RoomSelected(room))
    part.begin()

    answer(pinning, [])

    view.show_note.assert_called_with(note)


def test_a_change_is_shown_at_once_while_the_panel_is_open(part, pinning) -> None:
    on_change = pinning.watch.call_args.args[0]
    on_change("#lobby")
    read_while_closed = pinning.read.call_count
    part.begin()

    on_change("#other")
    on_change("#lobby")

    assert (read_while_closed, pinning.read.call_count) == (0, 2)


def test_another_room_shows_its_own(part, pinning, bus) -> None:
    part.begin()

    bus.publish(RoomSelected("Ada"))

    assert pinning.read.call_args.args[0] == "Ada"


@pytest.mark.parametrize(
    "event", [IgnoringChanged("Ada"), RoomRenamed("#lobby", "#hall")]
)
def test_the_list_is_read_again_where_it_may_differ(part, pinning, bus, event) -> None:
    part.begin()

    bus.publish(event)

    assert pinning.read.call_count == 2


def test_a_message_is_taken_off_in_the_panel_by_who_may(part, pinning) -> None:
    part.begin()
    answer(pinning, [message("k1", msgid="m1")])
    pinning.can_unpin.return_value = True

    part.remove("k1")

    pinning.unpin.assert_called_once_with("#lobby", "m1")


def test_where_no_more_has_room_it_is_said(part, pinning, notices) -> None:
    pinning.pin.return_value = False
    pin, _unpin = part.actions()

    pin.act(message("k1"))

    notices.show.assert_called_once_with("pins", wording.NO_ROOM_FOR_PINS, Tone.WARNING)


def test_where_pins_are_not_known_yet_nothing_is_pinned_over_them(
    part, pinning, notices
) -> None:
    pinning.knows.return_value = False
    pin, _unpin = part.actions()

    pin.act(message("k1"))

    pinning.pin.assert_not_called()
    pinning.ask.assert_called_once_with("#lobby")
    notices.show.assert_called_once_with("pins", wording.PINS_UNKNOWN, Tone.WARNING)


def test_what_the_disk_tells_late_stays_out_of_another_part(
    part, view, pinning
) -> None:
    part.begin()

    part.end()
    answer(pinning, messages(2))

    view.clear.assert_not_called()
    view.add_lines.assert_not_called()
    assert part.line("k0") is None


def test_what_was_read_of_another_room_is_not_shown(part, view, pinning, bus) -> None:
    part.begin()
    of_lobby = pinning.read.call_args.args[1]

    bus.publish(RoomSelected("#tea"))
    answer(pinning, [message("tea", "#tea")])
    of_lobby(messages(2))

    (shown,) = view.add_lines.call_args_list
    assert [line.key for line in shown.args[0]] == ["tea"]


def test_words_of_people_whom_one_ignores_are_not_shown(
    part, view, pinning, network
) -> None:
    network.ignoring.ignores.side_effect = lambda nick: nick == "Mallory"

    part.begin()
    answer(pinning, [message("k1", sender="Mallory"), message("k2")])

    assert [line.key for line in view.add_lines.call_args.args[0]] == ["k2"]
    assert part.line("k1") is None


def test_that_a_message_is_pinned_is_said_once_the_server_has_it(part, pinning) -> None:
    said = []
    part.on_pinned = said.append
    changed = pinning.watch.call_args.args[0]
    pinning.is_pinned.return_value = False

    part.actions()[0].act(message("k1"))
    changed("#lobby")
    pinning.is_pinned.return_value = True
    changed("#lobby")
    changed("#lobby")

    assert said == ["Pinned for everybody in #lobby. The panel at the side lists it."]


def test_where_the_list_of_pins_is_open_it_says_enough(part, pinning) -> None:
    said = []
    part.on_pinned = said.append
    part.begin()

    part.actions()[0].act(message("k1"))
    pinning.watch.call_args.args[0]("#lobby")

    assert said == []
