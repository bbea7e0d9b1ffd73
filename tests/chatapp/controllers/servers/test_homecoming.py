"""The one line that says how long one was offline, and what came meanwhile."""

from datetime import timedelta

import pytest

from chatapp.controllers.servers.homecoming import MOST_SECONDS, HomecomingController
from chatapp.models.entities import Connectedness, Delivery, MessageKind
from chatapp.models.events import (
    ConnectionChanged,
    HistoryLoaded,
    MessageAdded,
    RoomRenamed,
    RoomSelected,
    SignedIn,
)
from chatapp.models.program.event_bus import EventBus
from tests.chatapp.controllers.fakes import NOON, FakeHistory, message

LOST = ConnectionChanged(Connectedness.WAITING, retry_in=1.0, heard_at=NOON)


class Clock:
    """A clock that stands until it is told to go on."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now

    def go_on(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def histories(network):
    histories = {"#lobby": FakeHistory([message("k1", msgid="m1")])}
    histories["Ada"] = FakeHistory()
    network.history.side_effect = histories.__getitem__
    return histories


@pytest.fixture(autouse=True)
def controller(network, bus: EventBus, scheduler, clock, histories):
    controller = HomecomingController(network, bus, scheduler, clock)
    bus.publish(RoomSelected("#lobby"))
    return controller


def come_back(bus, clock, seconds=180.0):
    bus.publish(LOST)
    clock.go_on(seconds)
    bus.publish(SignedIn("Kofi", again=True))


def load(bus, history, *keys, **values):
    history.extend(message(key, msgid=key, **values) for key in keys)
    bus.publish(HistoryLoaded("#lobby", len(keys), complete=False))


def test_it_is_told_how_long_and_how_much(network, bus, scheduler, clock, histories):
    come_back(bus, clock)
    load(bus, histories["#lobby"], "k2", "k3")

    scheduler.timers[-1].callback()

    network.note.assert_called_once_with(
        "#lobby", "You were offline for 3 minutes. 2 messages came meanwhile."
    )


def test_a_server_that_was_not_there_at_the_start_was_not_lost(
    network, bus, scheduler, clock
):
    bus.publish(ConnectionChanged(Connectedness.WAITING, retry_in=1.0))
    clock.go_on(180.0)
    bus.publish(SignedIn("Kofi", again=True))

    assert scheduler.timers == []
    network.note.assert_not_called()


def test_the_time_counts_from_when_the_server_was_heard_last(
    network, bus, scheduler, clock
):
    clock.go_on(480.0)
    bus.publish(LOST)
    clock.go_on(1.0)
    bus.publish(SignedIn("Kofi", again=True))

    scheduler.timers[-1].callback()

    network.note.assert_called_once_with(
        "#lobby", "You were offline for 8 minutes. Nothing was said meanwhile."
    )


def test_nothing_is_told_before_all_has_come(network, bus, scheduler, clock, histories):
    come_back(bus, clock)
    load(bus, histories["#lobby"], "k2")
    load(bus, histories["#lobby"], "k3")

    assert [timer.cancelled for timer in scheduler.timers] == [True, True, False]
    network.note.assert_not_called()


def test_there_is_an_end_to_waiting_for_more(bus, scheduler, clock, histories):
    come_back(bus, clock)
    clock.go_on(MOST_SECONDS)

    load(bus, histories["#lobby"], "k2")

    assert [timer.cancelled for timer in scheduler.timers] == [False]


def test_what_others_said_is_counted_in_all_rooms(
    network, bus, scheduler, clock, histories
):
    come_back(bus, clock)
    load(bus, histories["#lobby"], "k2", mine=True)
    load(bus, histories["#lobby"], "k3", kind=MessageKind.CHANGE)
    load(bus, histories["#lobby"], "k4", delivery=Delivery.WAITING, mine=True)
    load(bus, histories["Ada"], "a1", "a2")

    scheduler.timers[-1].callback()

    assert network.note.call_args.args[1].endswith("2 messages came meanwhile.")


def test_what_is_said_now_did_not_come_meanwhile(
    network, bus, scheduler, clock, histories
):
    come_back(bus, clock)
    load(bus, histories["#lobby"], "k2")
    histories["#lobby"].append(message("k3", msgid="k3"))
    bus.publish(MessageAdded(histories["#lobby"][-1]))

    scheduler.timers[-1].callback()

    assert network.note.call_args.args[1].endswith("1 message came meanwhile.")


def test_a_line_that_was_let_go_of_meanwhile_is_not_needed(
    network, bus, scheduler, clock, histories
):
    come_back(bus, clock)
    old = message("k0", msgid="k0", time=NOON - timedelta(hours=1))
    histories["#lobby"][:] = [old]
    load(bus, histories["#lobby"], "k2", time=NOON + timedelta(minutes=1))

    scheduler.timers[-1].callback()

    assert network.note.call_args.args[1].endswith("1 message came meanwhile.")


def test_a_moment_in_which_nothing_was_missed_is_not_told(
    network, bus, scheduler, clock
):
    come_back(bus, clock, seconds=9.5)

    scheduler.timers[-1].callback()

    network.note.assert_not_called()


def test_a_moment_is_told_where_something_was_said(
    network, bus, scheduler, clock, histories
):
    come_back(bus, clock, seconds=0.5)
    load(bus, histories["#lobby"], "k2")

    scheduler.timers[-1].callback()

    network.note.assert_called_once_with(
        "#lobby", "You were offline for a moment. 1 message came meanwhile."
    )


def test_who_is_lost_again_at_once_is_told_of_all_of_it_once(
    network, bus, scheduler, clock
):
    come_back(bus, clock)
    come_back(bus, clock)

    scheduler.timers[-1].callback()

    assert scheduler.timers[0].cancelled
    assert network.note.call_args.args[1].startswith("You were offline for 6 minutes.")


def test_another_nick_is_explained(network, bus, scheduler, clock):
    come_back(bus, clock)
    network.nick = "Kofi_"

    scheduler.timers[-1].callback()

    text = network.note.call_args.args[1]
    assert text.endswith("You are Kofi_ until Kofi is free again.")


def test_a_room_that_has_another_name_now_is_told_and_counted(
    network, bus, scheduler, clock, histories
):
    bus.publish(RoomSelected("Ada"))
    come_back(bus, clock)
    histories["Zoe"] = histories.pop("Ada")
    bus.publish(RoomRenamed("Ada", "Zoe"))
    load(bus, histories["Zoe"], "z1")

    scheduler.timers[-1].callback()

    assert network.note.call_args.args[0] == "Zoe"
    assert network.note.call_args.args[1].endswith("1 message came meanwhile.")


def test_without_an_open_room_nothing_is_told(network, bus, scheduler, clock):
    bus.publish(RoomSelected(""))
    come_back(bus, clock)

    scheduler.timers[-1].callback()

    network.note.assert_not_called()


def test_the_first_sign_in_is_no_return(bus, scheduler):
    bus.publish(SignedIn("Kofi"))
    bus.publish(HistoryLoaded("#lobby", 3, complete=True))

    assert scheduler.timers == []


def test_who_signs_out_does_not_come_back(bus, scheduler, clock):
    come_back(bus, clock)

    bus.publish(ConnectionChanged(Connectedness.OFFLINE))

    assert scheduler.timers[-1].cancelled
