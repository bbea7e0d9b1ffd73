"""Who is writing, as the line above the box says it."""

from datetime import UTC, datetime

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.people.people_wording import are_typing
from chatapp.controllers.people.typing import TypingController, TypingView
from chatapp.models.entities import ChatMessage, Connectedness, Typing
from chatapp.models.events import (
    ConnectionChanged,
    FrameEnded,
    MessageAdded,
    RoomRenamed,
    RoomSelected,
    TypingHeard,
)
from chatapp.models.program.event_bus import EventBus

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
ANN = TypingHeard("#lobby", "ann", Typing.ACTIVE)


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(TypingView, instance=True)


@pytest.fixture
def allowed() -> list[bool]:
    return [True]


@pytest.fixture(autouse=True)
def controller(view, bus: EventBus, scheduler, allowed):
    same = lambda first, second: first.lower() == second.lower()  # noqa: E731
    controller = TypingController(view, bus, scheduler, same, lambda: allowed[0])
    bus.publish(RoomSelected("#lobby"))
    return controller


def shown(view, bus: EventBus) -> str:
    bus.publish(FrameEnded())
    return view.show_typing.call_args.args[0]


def test_who_writes_in_the_open_room_is_named(view, bus):
    bus.publish(ANN)

    assert shown(view, bus) == "ann is typing…"


def test_who_writes_elsewhere_is_named_when_one_goes_there(view, bus):
    bus.publish(TypingHeard("#garden", "bob", Typing.ACTIVE))
    before = shown(view, bus)
    bus.publish(RoomSelected("#garden"))

    assert (before, shown(view, bus)) == ("", "bob is typing…")


def test_the_open_conversation_is_followed_to_its_new_name(view, bus):
    bus.publish(RoomSelected("bob"))

    bus.publish(RoomRenamed("Bob", "bobby"))
    bus.publish(TypingHeard("bobby", "bobby", Typing.ACTIVE))

    assert shown(view, bus) == "bobby is typing…"


def test_a_message_ends_it(view, bus):
    bus.publish(ANN)
    bus.publish(MessageAdded(ChatMessage("1", "#lobby", "ann", "hi", NOON)))

    assert shown(view, bus) == ""


def test_so_does_giving_up(view, bus):
    bus.publish(ANN)
    bus.publish(TypingHeard("#lobby", "ann", Typing.DONE))

    assert shown(view, bus) == ""


def test_it_holds_only_for_some_seconds(view, bus, scheduler):
    bus.publish(ANN)
    shown(view, bus)

    scheduler.run_next()

    assert view.show_typing.call_args.args == ("",)


def test_it_is_forgotten_with_the_connection(view, bus):
    bus.publish(ANN)
    bus.publish(ConnectionChanged(Connectedness.WAITING))

    assert shown(view, bus) == ""


def test_who_does_not_want_it_is_not_told(view, bus, allowed):
    allowed[0] = False
    bus.publish(ANN)

    assert shown(view, bus) == ""


@pytest.mark.parametrize(
    ("nicks", "words"),
    [
        ([], ""),
        (["ann"], "ann is typing…"),
        (["ann", "bob"], "ann and bob are typing…"),
        (["ann", "bob", "cy"], "ann, bob and cy are typing…"),
        (["ann", "bob", "cy", "di"], "4 people are typing…"),
    ],
)
def test_few_are_named_and_many_are_counted(nicks, words):
    assert are_typing(nicks) == words
