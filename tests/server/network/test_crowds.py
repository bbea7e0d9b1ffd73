"""Many connections at once, from this machine and from one other address."""

import gc
from collections.abc import Iterator

import pytest

from server.network.connection import Connection
from server.network.door_limits import Admission
from server.network.turned_away import REFUSALS
from server.world.session import Session
from server.world.user import User
from tests.server.raw_client import ALL_CAPABILITIES, RawClient, commands

CROWD = 1000
SILENT = 300


@pytest.fixture
def small_house(start_server):
    return start_server(limits={"max_connections": 5})


def test_a_thousand_at_once_from_this_machine_are_all_served(start_server):
    chat = start_server(channels={"auto_join": ()})
    crowd = [chat.connect() for _ in range(CROWD)]

    for number, client in enumerate(crowd):
        client.send(f"NICK user{number}", f"USER u{number} 0 * :One of many")
    welcomes = [client.read_until("422")[0] for client in crowd]

    assert [each.params[0] for each in welcomes] == [
        f"user{number}" for number in range(CROWD)
    ]
    assert len(chat.connections()) == CROWD


def test_a_thousand_in_one_room_all_hear_what_is_said(start_server):
    chat = start_server()
    crowd = [chat.connect() for _ in range(CROWD)]
    for number, client in enumerate(crowd):
        client.send(f"NICK user{number}", f"USER u{number} 0 * :One of many")
    for client in crowd:
        client.read_until("366")

    crowd[0].ask("PRIVMSG #lobby :Good morning, everybody!")
    heard = [client.read_until("PRIVMSG")[-1].trailing for client in crowd[1:]]

    assert heard == ["Good morning, everybody!"] * (CROWD - 1)


def test_those_who_say_nothing_do_not_keep_the_others_out(chat):
    silent = [chat.connect() for _ in range(SILENT)]

    anna = chat.join("anna")

    assert commands(anna.ask("PRIVMSG anna :hello")) == ["PRIVMSG"]
    assert len(silent) == SILENT


def test_who_comes_and_goes_a_thousand_times_leaves_nothing(chat):
    for _ in range(CROWD):
        client = RawClient("127.0.0.1", chat.server.port)
        client.send("NICK anna")
        client.close()

    assert chat.join("bert").nick == "bert"
    assert chat.waits_for(lambda: len(chat.connections()) == 1)


def test_a_full_server_says_so_and_takes_the_next_when_one_leaves(small_house):
    inside = [small_house.join(f"user{number}") for number in range(5)]

    refused = small_house.connect().read_to_end()
    inside[0].send("QUIT")
    inside[0].read_to_end()
    assert small_house.waits_for(lambda: len(small_house.connections()) == 4)

    assert [each.trailing for each in refused] == [REFUSALS[Admission.SERVER_IS_FULL]]
    assert small_house.join("late").nick == "late"


def test_another_address_may_have_only_so_many_that_have_not_signed_in(
    start_server, mocker
):
    mocker.patch("server.network.listener.is_this_machine", return_value=False)
    chat = start_server(limits={"max_connections_per_host": 3})
    waiting = [chat.connect() for _ in range(3)]
    for client in waiting:
        client.ask("CAP LS 302")

    refused = chat.connect().read_to_end()
    waiting[0].send("CAP END")
    waiting[0].register("anna")

    assert refused[0].trailing.startswith("Too many connections from your address")
    assert chat.join("bert").nick == "bert"


@pytest.fixture
def without_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_those_who_have_gone_are_forgotten_without_a_collector(chat, without_collector):
    others = living(Session, Connection, User)

    for nick in ("anna", "bert", "cora"):
        chat.join(nick, ALL_CAPABILITIES).send("JOIN #garden", "QUIT")
    chat.join("dora").roundtrip()

    assert chat.waits_for(lambda: len(chat.connections()) == 1)
    assert chat.waits_for(
        lambda: len(living(Session, Connection, User)) == len(others) + 3
    )


def living(*kinds: type) -> list[object]:
    """Give all objects of some kinds that the interpreter still has."""
    return [each for each in gc.get_objects() if type(each) in kinds]
