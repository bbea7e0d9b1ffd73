"""The event bus: who asked is told."""

import logging

from chatapp.models.events import FrameEnded, PeopleChanged, RoomChanged
from chatapp.models.program.event_bus import EventBus


def test_only_those_who_asked_for_a_kind_are_told():
    bus, people, rooms = EventBus(), [], []
    bus.subscribe(PeopleChanged, people.append)
    bus.subscribe(RoomChanged, rooms.append)

    bus.publish(PeopleChanged("#lobby"))

    assert people == [PeopleChanged("#lobby")]
    assert rooms == []


def test_listeners_are_told_in_the_order_in_which_they_asked():
    bus, told = EventBus(), []
    bus.subscribe(RoomChanged, lambda _event: told.append("first"))
    bus.subscribe(RoomChanged, lambda _event: told.append("second"))

    bus.publish(RoomChanged("#lobby"))

    assert told == ["first", "second"]


def test_who_unsubscribes_is_told_no_more():
    bus, told = EventBus(), []
    unsubscribe = bus.subscribe(RoomChanged, told.append)

    unsubscribe()
    unsubscribe()
    bus.publish(RoomChanged("#lobby"))

    assert told == []


def test_a_listener_that_fails_is_logged_and_the_others_are_told(caplog):
    bus, told = EventBus(), []
    bus.subscribe(RoomChanged, lambda event: {}[event.room])
    bus.subscribe(RoomChanged, told.append)

    with caplog.at_level(logging.ERROR):
        bus.publish(RoomChanged("#lobby"))

    assert told == [RoomChanged("#lobby")]
    assert "A listener of RoomChanged failed: KeyError" in caplog.text
    assert "#lobby" not in caplog.text


def test_every_event_but_the_end_of_a_frame_asks_for_a_frame(mocker):
    ask = mocker.Mock()
    bus = EventBus(ask)

    bus.publish(RoomChanged("#lobby"))
    bus.publish(FrameEnded())

    ask.assert_called_once_with()


def test_a_listener_may_subscribe_another_while_it_is_told():
    bus, told = EventBus(), []
    bus.subscribe(RoomChanged, lambda _event: bus.subscribe(RoomChanged, told.append))

    bus.publish(RoomChanged("#a"))
    bus.publish(RoomChanged("#b"))

    assert told == [RoomChanged("#b")]
