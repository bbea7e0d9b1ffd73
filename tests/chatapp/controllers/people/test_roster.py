"""The people rail follows the open room."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.people import people_wording as words
from chatapp.controllers.people.roster import (
    FEW,
    REST,
    RosterController,
    RosterView,
    group_people,
)
from chatapp.models.entities import Connectedness, PeopleGroup, Person, Presence
from chatapp.models.events import (
    ConnectionChanged,
    FrameEnded,
    PeopleChanged,
    RoomSelected,
)
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import IgnoringChanged
from tests.chatapp.models.fakes import FakeTime


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(RosterView, instance=True)


@pytest.fixture(autouse=True)
def controller(view, network, bus: EventBus, time: FakeTime) -> RosterController:
    return RosterController(view, network, bus, time, lambda: time.seconds)


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def slow(network, people, time: FakeTime) -> None:
    """A room whose people take half a second to be listed."""

    def list_them(_room: str) -> list[Person]:
        time.seconds += 0.5
        return people

    network.people.side_effect = list_them


def open_room(bus: EventBus, room: str = "#lobby") -> None:
    bus.publish(RoomSelected(room))
    bus.publish(FrameEnded())


def nicks(view) -> list[str]:
    groups = view.show_people.call_args.args[0]
    return [person.nick for group in groups for person in group.people]


def test_the_open_rooms_people_are_listed(view, bus, people) -> None:
    open_room(bus)

    ada, *others = people
    view.show_people.assert_called_once_with(
        [PeopleGroup("Moderators", (ada,)), PeopleGroup("Here", tuple(others))]
    )


def test_many_changes_in_a_frame_draw_the_rail_once(view, bus) -> None:
    bus.publish(RoomSelected("#lobby"))

    for _ in range(9):
        bus.publish(PeopleChanged("#LOBBY"))
    bus.publish(FrameEnded())
    bus.publish(FrameEnded())

    view.show_people.assert_called_once()


def test_a_lost_link_draws_the_rail_anew(view, bus) -> None:
    open_room(bus)
    view.reset_mock()

    bus.publish(ConnectionChanged(Connectedness.WAITING))
    bus.publish(FrameEnded())

    view.show_people.assert_called_once()


def test_changes_elsewhere_draw_nothing(view, bus) -> None:
    bus.publish(PeopleChanged("#other"))
    bus.publish(FrameEnded())

    view.show_people.assert_not_called()


def test_a_direct_conversation_lists_the_two(view, network, bus) -> None:
    network.people.return_value = [Person("Ada"), Person("Kofi", is_me=True)]

    open_room(bus, "Ada")

    assert nicks(view) == ["Ada", "Kofi"]


def test_without_a_room_nobody_is_listed(view, bus) -> None:
    open_room(bus, "")

    view.show_people.assert_called_once_with([])


def test_people_are_grouped_by_rank_and_by_whether_they_can_answer() -> None:
    founder, speaker = Person("Ada", "~"), Person("Bo", "+")
    strange, here = Person("Cy", "!"), Person("Di")
    away = Person("Ed", "@", presence=Presence.AWAY)
    offline = Person("Flo", presence=Presence.OFFLINE)

    groups = group_people([founder, strange, away, speaker, here, offline])

    assert groups == [
        PeopleGroup("Founders", (founder,)),
        PeopleGroup("Speakers", (speaker,)),
        PeopleGroup("Others with a rank", (strange,)),
        PeopleGroup("Here", (here,)),
        PeopleGroup("Away", (away,)),
        PeopleGroup("Offline", (offline,)),
    ]


def test_whom_one_ignores_is_marked(view, network, bus) -> None:
    open_room(bus)
    network.ignoring.nicks = ["Adam"]
    network.ignoring.ignores.side_effect = "Adam".__eq__

    bus.publish(IgnoringChanged("Adam"))
    bus.publish(FrameEnded())

    groups = view.show_people.call_args.args[0]
    ignored = [it.nick for group in groups for it in group.people if it.is_ignored]
    assert ignored == ["Adam"]


def test_among_few_people_nobody_has_to_search(view, network, bus) -> None:
    network.people.return_value = [Person(f"p{number}") for number in range(FEW)]

    open_room(bus)

    view.show_search.assert_called_once_with(visible=False)


def test_among_many_people_one_can_search(view, network, bus) -> None:
    network.people.return_value = [Person(f"p{number}") for number in range(FEW + 1)]
    open_room(bus)

    view.on_search(" @P3")

    view.show_search.assert_called_with(visible=True)
    assert nicks(view) == ["p3", "p30"]


def test_another_room_begins_without_a_search(view, network, bus) -> None:
    network.people.return_value = [Person(f"p{number}") for number in range(FEW + 1)]
    open_room(bus)
    view.on_search("p3")

    open_room(bus, "#class")

    assert len(nicks(view)) == FEW + 1


def test_while_the_link_is_lost_nobody_is_said_to_be_here(view, network, bus) -> None:
    network.people.return_value = [
        Person("Ada", presence=Presence.UNKNOWN),
        Person("Kofi", presence=Presence.OFFLINE, is_me=True),
    ]

    open_room(bus)

    groups = view.show_people.call_args.args[0]
    assert [group.title for group in groups] == [words.LAST_HERE, words.OFFLINE]


def test_whom_one_sees_is_told_to_the_network(view, network, bus) -> None:
    open_room(bus)

    view.on_seen(["Ada", "Adam"])

    network.seen_people.see.assert_called_once_with("#lobby", ["Ada", "Adam"])


@pytest.mark.usefixtures("slow")
def test_a_room_that_takes_long_is_not_listed_in_each_frame(view, bus, time) -> None:
    open_room(bus)
    for _ in range(9):
        bus.publish(PeopleChanged("#lobby"))
        bus.publish(FrameEnded())
    assert view.show_people.call_count == 1

    time.pass_by(REST * 0.5)

    assert view.show_people.call_count == 2


@pytest.mark.usefixtures("slow")
def test_another_room_and_a_search_wait_for_nothing(view, bus) -> None:
    open_room(bus)
    open_room(bus, "#tea")
    view.on_search("a")

    assert view.show_people.call_count == 3
