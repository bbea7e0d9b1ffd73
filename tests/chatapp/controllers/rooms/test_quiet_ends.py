"""Rooms that are muted for a time, with a mocked network and a played clock."""

from datetime import timedelta

import pytest

from chatapp.controllers.rooms.quiet_ends import QuietEndsController
from chatapp.models.entities import Room, RoomKind
from chatapp.models.events import FrameEnded, RoomChanged
from tests.chatapp.controllers.fakes import NOON


@pytest.fixture
def changed(bus, network, scheduler) -> list[str]:
    QuietEndsController(network, bus, scheduler, lambda: NOON)
    rooms: list[str] = []
    bus.subscribe(RoomChanged, lambda event: rooms.append(event.room))
    return rooms


def quiet(name: str, minutes: int) -> Room:
    until = NOON + timedelta(minutes=minutes)
    return Room(name, RoomKind.CHANNEL, quiet_until=until)


def test_the_first_time_that_ends_is_waited_for(changed, bus, scheduler, rooms):
    rooms[:] = [quiet("#late", 9), quiet("#soon", 3), Room("#loud", RoomKind.CHANNEL)]

    bus.publish(FrameEnded())
    scheduler.run_next()

    assert changed == ["#soon"]
    assert scheduler.timers == []


def test_a_change_begins_another_wait(changed, bus, scheduler, rooms):
    rooms[:] = [quiet("#late", 9)]
    bus.publish(FrameEnded())

    rooms.append(quiet("#soon", 3))
    bus.publish(RoomChanged("#soon"))
    bus.publish(FrameEnded())

    assert [timer.cancelled for timer in scheduler.timers] == [True, False]


def test_where_nothing_is_quiet_nothing_is_waited_for(changed, bus, scheduler):
    bus.publish(FrameEnded())

    assert scheduler.timers == []
