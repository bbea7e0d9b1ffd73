"""The people rail follows the open room."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.roster import RosterController, RosterView, group_people
from chatapp.models.entities import PeopleGroup, Person, Presence
from chatapp.models.event_bus import EventBus
from chatapp.models.events import FrameEnded, PeopleChanged, RoomSelected


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(RosterView, instance=True)


@pytest.fixture
def mention(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture(autouse=True)
def controller(view, network, bus: EventBus, mention) -> RosterController:
    return RosterController(view, network, bus, mention)


def test_the_open_rooms_people_are_listed(view, bus, people) -> None:
    bus.publish(RoomSelected("#lobby"))
    bus.publish(FrameEnded())

    view.show_people.assert_called_once_with([PeopleGroup("ONLINE", tuple(people))])


def test_many_changes_in_a_frame_draw_the_rail_once(view, bus) -> None:
    bus.publish(RoomSelected("#lobby"))

    for _ in range(9):
        bus.publish(PeopleChanged("#LOBBY"))
    bus.publish(FrameEnded())
    bus.publish(FrameEnded())

    view.show_people.assert_called_once()


def test_changes_elsewhere_draw_nothing(view, bus) -> None:
    bus.publish(PeopleChanged("#other"))
    bus.publish(FrameEnded())

    view.show_people.assert_not_called()


def test_a_direct_conversation_lists_the_two(view, network, bus) -> None:
    network.people.return_value = [Person("Ada"), Person("Kofi", is_me=True)]

    bus.publish(RoomSelected("Ada"))
    bus.publish(FrameEnded())

    groups = view.show_people.call_args.args[0]
    assert [person.nick for person in groups[0].people] == ["Ada", "Kofi"]


def test_without_a_room_nobody_is_listed(view, bus) -> None:
    bus.publish(RoomSelected(""))
    bus.publish(FrameEnded())

    view.show_people.assert_called_once_with([])


def test_people_are_grouped_by_whether_they_can_answer() -> None:
    here, away = Person("Ada"), Person("Ines", presence=Presence.AWAY)

    groups = group_people([here, away])

    assert groups == [
        PeopleGroup("ONLINE", (here,)),
        PeopleGroup("AWAY", (away,)),
    ]


def test_the_menu_leads_to_whois_messages_and_mentions(view, network, mention) -> None:
    view.on_person("Ada")
    view.on_whois("Ada")
    view.on_mention("Ada")

    network.open_direct.assert_called_once_with("Ada")
    network.whois.assert_called_once_with("Ada")
    mention.assert_called_once_with("Ada")
