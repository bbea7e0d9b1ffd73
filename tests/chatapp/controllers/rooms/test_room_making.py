"""How a room is made, with a mocked window and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.rooms.room_making import (
    RoomMakerView,
    RoomMakerWindow,
    RoomMakingController,
)
from chatapp.models.entities import NewRoom, Person, Room, RoomKind
from chatapp.models.events import PeopleChanged

ME = Person("Kofi", "@", is_me=True)


@pytest.fixture
def card(mocker: MockerFixture):
    return mocker.create_autospec(RoomMakerView, instance=True)


@pytest.fixture
def window(mocker: MockerFixture, card):
    window = mocker.create_autospec(RoomMakerWindow, instance=True)
    window.new_room_maker.return_value = card
    return window


@pytest.fixture
def maker(window, network, bus) -> RoomMakingController:
    network.people.return_value = [ME]
    network.own_name.account = ""
    return RoomMakingController(window, network, bus)


def test_a_room_gets_its_settings_once_one_is_in_it(maker, card, network, bus) -> None:
    maker.open("#garden")
    card.on_make(NewRoom("garden", " Roses ", is_private=True, by_invitation=True))
    bus.publish(PeopleChanged("#garden"))
    early = network.moderation.change.call_count
    network.moderation.may_moderate.return_value = True

    bus.publish(PeopleChanged("#garden"))
    bus.publish(PeopleChanged("#garden"))

    assert early == 0
    card.close.assert_called_once_with()
    network.join.assert_called_once_with("#garden")
    network.moderation.change.assert_called_once_with("#garden", "+si")
    network.moderation.set_topic.assert_called_once_with("#garden", "Roses")


def test_a_plain_room_is_left_plain(maker, card, network, bus) -> None:
    network.moderation.may_moderate.return_value = True
    maker.open()
    card.on_make(NewRoom("#garden"))

    bus.publish(PeopleChanged("#garden"))

    network.moderation.change.assert_not_called()
    network.moderation.set_topic.assert_not_called()


def test_a_room_that_was_there_is_left_as_it_is(maker, card, network, bus) -> None:
    maker.open()
    card.on_make(NewRoom("tea", "Roses", is_private=True))
    network.people.return_value = [Person("Ada", "@"), ME]

    bus.publish(PeopleChanged("#tea"))

    network.moderation.change.assert_not_called()
    assert network.note.call_args.args[0] == "#tea"


def test_a_room_that_one_is_in_is_left_as_it_is(maker, card, network, rooms, bus):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL)
    maker.open()

    card.on_make(NewRoom("lobby", is_private=True))
    bus.publish(PeopleChanged("#lobby"))

    network.note.assert_called_once()
    network.moderation.change.assert_not_called()


def test_other_rooms_do_not_matter(maker, card, network, bus) -> None:
    network.moderation.may_moderate.return_value = True
    maker.open()
    card.on_make(NewRoom("garden", is_private=True))

    bus.publish(PeopleChanged("#lobby"))

    network.moderation.change.assert_not_called()


@pytest.mark.parametrize(
    ("room", "name", "topic"),
    [
        (NewRoom("two words"), True, False),
        (NewRoom("x" * 60), True, False),
        (NewRoom("garden", "x" * 31), False, True),
        (NewRoom("", "x" * 31), True, True),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    maker, card, network, room: NewRoom, name: bool, topic: bool
) -> None:
    maker.open()

    card.on_make(room)

    problems = card.show_problem.call_args.args
    assert [bool(problem) for problem in problems] == [name, topic]
    card.close.assert_not_called()
    network.join.assert_not_called()


@pytest.mark.parametrize(
    ("account", "begins"),
    [("kofi", "It belongs to your account kofi,"), ("", "You are a guest here:")],
)
def test_it_is_said_how_long_a_room_stays(maker, window, network, account, begins):
    network.own_name.account = account

    maker.open("#garden")

    name, hint = window.new_room_maker.call_args.args
    assert name == "garden"
    assert hint.startswith(begins)
