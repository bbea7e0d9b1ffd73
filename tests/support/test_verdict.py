"""The verdict on a conversation names everything that must not happen."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from chatapp.models.entities import MessageKind, RoomKind
from chatapp.models.storage.outbox import KeptMessage, keep_message
from chatapp.models.storage.profiles import profile_id_for
from chatapp.models.storage.schema import open_database
from tests.server.running import RunningServer, settings_for_tests
from tests.support.verdict import Witness, kept_messages, problems, stored_texts

STORED = ["n1", "k1", "n2"]
GOOD = Witness(
    "noor",
    written=["n1", "n2", "n3"],
    shown=["n1", "n2", "n3"],
    heard=["n1", "k1"],
    history=STORED,
    outbox=["n3"],
)


def test_a_conversation_that_survived_has_no_problems() -> None:
    assert problems(STORED, [GOOD]) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"heard": ["x"]}, "noor: heard what was never stored: 'x'"),
        ({"history": ["n1", "k1", "n2", "n2"]}, "noor: shows twice: 'n2'"),
        ({"history": [*STORED, "n3"]}, "noor: shows what is not stored: 'n3'"),
        ({"history": ["n1", "n2"]}, "noor: does not show: 'k1'"),
        ({"outbox": []}, "noor: has written and lost: 'n3'"),
        ({"outbox": ["n2", "n3"]}, "noor: would write again: 'n2'"),
        ({"outbox": ["n3", "n3"]}, "noor: keeps twice: 'n3'"),
        (
            {"history": ["k1", "n1", "n2"]},
            "noor: shows in another order than the server: 'n1' comes after 'k1'",
        ),
        (
            {"written": ["n2", "n1", "n3"]},
            "noor: is stored in another order than written: 'n2' comes after 'n1'",
        ),
    ],
)
def test_every_fault_of_a_client_is_named(change: dict[str, Any], problem: str) -> None:
    assert problems(STORED, [replace(GOOD, **change)]) == [problem]


def test_a_message_that_the_server_has_twice_is_named() -> None:
    stored = [*STORED, "n1"]
    told = replace(GOOD, history=STORED)

    assert problems(stored, [told])[0] == "The server has twice: 'n1'"


def test_what_was_written_and_not_shown_may_be_lost() -> None:
    told = replace(GOOD, shown=["n1", "n2"], outbox=[])

    assert problems(STORED, [told]) == []


def test_of_many_faults_some_are_named() -> None:
    stored = [str(number) for number in range(9)]

    found = problems(stored, [Witness("noor")])

    assert found == ["noor: does not show: '0', '1', '2', '3', '4' and 4 more"]


def test_what_a_server_has_stored_is_read_in_its_order(tmp_path: Path) -> None:
    server = RunningServer(tmp_path, settings_for_tests())
    noor, kofi = server.join("noor"), server.join("kofi")
    noor.ask("PRIVMSG #lobby :first", "PRIVMSG kofi :just us")
    kofi.ask("PRIVMSG #LOBBY :second", "NOTICE #lobby :no talk")
    server.stop()

    assert stored_texts(server.path, "#lobby") == ["first", "second"]


def test_what_is_in_an_outbox_is_read_whoever_it_is_of(tmp_path: Path) -> None:
    channel, text, now = RoomKind.CHANNEL, MessageKind.TEXT, datetime.now(UTC)
    path = tmp_path / "chatapp.db"
    with closing(open_database(path)) as database:
        profile = profile_id_for(database, "net", "noor")
        for owner, said in (("gone", "n1"), ("here", "n2")):
            kept = KeptMessage(said, "#lobby", channel, "noor", text, said, now)
            keep_message(database, profile, owner, kept)

    assert kept_messages(path) == [
        "'n1' WAITING, of window gone",
        "'n2' WAITING, of window here",
    ]
