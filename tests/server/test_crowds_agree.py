"""Many clients do what they like at once, and a simple model of the world agrees."""

import pytest

from chatapp.wire.message import Source
from tests.server.crowd import ROOMS, Crowd, Person

ROUNDS = 12
ALL_OF_THEM = {"history": {"page_length": 1000}}
SEEDS = range(4)


@pytest.fixture
def crowd(start_server, request) -> Crowd:
    crowd = Crowd(start_server(**ALL_OF_THEM), request.param)
    crowd.play(ROUNDS)
    return crowd


def members(person: Person, room: str) -> list[str]:
    """Ask the server who is in a room."""
    names = person.client.ask(f"NAMES {room}")
    words = [each for line in names[:-1] for each in line.trailing.split()]
    return sorted(word.lstrip("@") for word in words)


def history(person: Person, room: str) -> list[str]:
    """Ask the server what was said in a room."""
    page = person.client.ask(f"CHATHISTORY LATEST {room} * 1000")
    return [each.trailing for each in page if each.command == "PRIVMSG"]


def texts_of(speaker: Person, hearer: Person) -> list[str]:
    """Give what one heard of another, but for what somebody said to himself."""
    return [
        each.trailing
        for each in hearer.heard
        if each.trailing.startswith(f"{speaker.number}.")
        and Source.parse(each.source).nick != each.params[0]
    ]


@pytest.mark.parametrize("crowd", SEEDS, indirect=True)
def test_everybody_hears_what_happened_once_and_in_one_order(crowd):
    assert crowd.differences() == []
    assert sum(len(each.heard) for each in crowd.everybody) > 1000


@pytest.mark.parametrize("crowd", SEEDS, indirect=True)
def test_the_numbers_that_one_hears_never_fall(crowd):
    heard = [
        [int(message.tags["msgid"], 16) for message in person.heard]
        for person in crowd.everybody
    ]

    assert heard == [sorted(numbers) for numbers in heard]


@pytest.mark.parametrize("crowd", SEEDS, indirect=True)
def test_the_server_names_those_whom_everybody_saw_coming(crowd):
    nicks = {number: nick for nick, number in crowd.world.nicks.items()}

    named = {room: members(crowd.people[0], room) for room in ROOMS}

    assert named == {
        room: sorted(nicks[number] for number in crowd.world.rooms[room])
        for room in ROOMS
    }


@pytest.mark.parametrize("crowd", SEEDS, indirect=True)
def test_the_history_is_what_was_heard(crowd):
    kept = {room: history(crowd.people[0], room) for room in ROOMS}

    assert kept == crowd.world.said


@pytest.mark.parametrize("crowd", SEEDS, indirect=True)
def test_who_is_heard_by_anybody_hears_each_echo_once(crowd):
    texts = [
        {text for each in crowd.everybody for text in texts_of(person, each)}
        for person in crowd.everybody
    ]

    echoes = [texts_of(person, person) for person in crowd.everybody]

    assert [sorted(each) for each in echoes] == [sorted(each) for each in texts]
