"""Real disks that are full, locked, slow or read-only while people talk."""

import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from server.storage.account_rows import AccountWriter, read_accounts
from server.storage.schema import open_for_writing
from server.world.accounts import Account, AccountEdited
from tests.server.account_holders import come_as, make_account
from tests.server.operating import OPERATORS, operator_of
from tests.server.raw_client import ALL_CAPABILITIES, RawClient, commands
from tests.server.running import ServerProcess

LOCAL = ("--host", "127.0.0.1", "--port", "0")
AS_NOBODY = """
import encodings.idna
import os
import server.command_line
from server.__main__ import main
if os.geteuid() == 0:
    os.setuid(65534)
main()
"""
POSIX_ONLY = pytest.mark.skipif(
    sys.platform == "win32",
    reason="Windows has no ulimit, and nobody there who may not write a folder.",
)
NO_FLOOD_LIMIT = {"CHATAPP_SERVER__FLOOD__ENABLED": "false"}


class CrampedServer(ServerProcess):
    """A server that may write files of so many kilobytes only."""

    def __init__(self, folder: Path, kilobytes: int) -> None:
        self._limit = kilobytes
        super().__init__(folder, *LOCAL, environment=NO_FLOOD_LIMIT)

    def _command(self, arguments: tuple[str, ...]) -> list[str]:
        program = shlex.join([sys.executable, "-m", "server", *arguments])
        return ["bash", "-c", f"ulimit -f {self._limit}; exec {program}"]


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Let another program hold the database."""
    foreign = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    foreign.execute("BEGIN IMMEDIATE")
    yield
    foreign.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others can go into, unlike pytest's."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def said(messages) -> list[str]:
    return [each.trailing for each in messages if each.command == "PRIVMSG"]


@POSIX_ONLY
def test_what_a_full_disk_took_is_heard_and_kept_and_nothing_else(tmp_path):
    texts = [f"{number} {'x' * 400}" for number in range(1000)]
    with (
        CrampedServer(tmp_path, 400) as server,
        RawClient("127.0.0.1", server.port) as anna,
        RawClient("127.0.0.1", server.port) as bert,
    ):
        anna.register("anna", ALL_CAPABILITIES)
        bert.register("bert", ALL_CAPABILITIES)
        anna.roundtrip()
        answers = anna.ask(*[f"PRIVMSG #lobby :{text}" for text in texts])
        heard = said(bert.roundtrip())
        server.terminate()  # its log is written then to the end
        errors = server.errors()

    with (
        ServerProcess(tmp_path, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as client,
    ):
        client.register("cleo", ALL_CAPABILITIES)
        page = client.ask("CHATHISTORY LATEST #lobby * 100")

    assert said(answers) == heard
    assert said(page) == heard[-100:]
    assert 0 < len(heard) == len(texts) - commands(answers).count("FAIL")
    assert "Recording fails" in errors


def test_of_a_turn_only_what_the_disk_refuses_is_lost(chat):
    anna, bert = chat.join("anna", ALL_CAPABILITIES), chat.join("bert")
    anna.roundtrip()
    chat.writes(
        "CREATE TRIGGER refusing BEFORE INSERT ON messages "
        "WHEN new.text = 'bad' BEGIN SELECT raise(ABORT, 'no room'); END"
    )

    answers = anna.ask(*[f"PRIVMSG #lobby :{text}" for text in ("a", "bad", "b")])

    assert commands(answers) == ["PRIVMSG", "FAIL", "PRIVMSG"]
    assert said(bert.roundtrip()) == ["a", "b"]


def test_on_a_disk_that_has_room_again_people_are_heard_again(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    chat.writes("PRAGMA max_page_count = 1")
    failed = anna.ask(*[f"PRIVMSG #lobby :{'x' * 400}"] * 40)
    chat.writes("PRAGMA max_page_count = 1000000")

    assert chat.waits_for(lambda: not chat.recorder.is_failing)

    assert "FAIL" in commands(failed)
    assert commands(anna.ask("PRIVMSG #lobby :again")) == ["PRIVMSG"]


def test_a_lock_that_is_held_for_a_moment_is_waited_for(chat):
    chat.writes("PRAGMA busy_timeout = 30000")
    anna = chat.join("anna", ALL_CAPABILITIES)
    with held(chat.path):
        anna.send("PRIVMSG #lobby :patience", "PING end")
        assert chat.waits_for(lambda: not chat.reactor.turns.is_empty)

    assert commands(anna.read_until("PONG")) == ["PRIVMSG", "PONG"]


def test_while_a_lock_is_held_for_good_the_server_answers(chat):
    anna, bert = chat.join("anna", ALL_CAPABILITIES), chat.join("bert")
    anna.roundtrip()
    with held(chat.path):
        first = anna.ask("PRIVMSG #lobby :lost")
        others = anna.ask(*["PRIVMSG #lobby :lost too", "TOPIC #lobby"] * 3)

    assert commands(first) == ["FAIL"]
    assert commands(others) == ["FAIL", "331"] * 3
    assert bert.roundtrip() == []


def test_modes_and_bans_that_cannot_be_recorded_are_as_they_were(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    anna.ask("JOIN #garden", "MODE #garden +k secret")
    before = anna.ask("MODE #garden", "MODE #garden +b")
    with held(chat.path):
        failed = anna.ask("MODE #garden -k+mb secret *!*@10.0.0.1")
        after = anna.ask("MODE #garden", "MODE #garden +b")

    assert commands(failed) == ["FAIL"]
    assert [each.params for each in after] == [each.params for each in before]


def test_a_ban_that_was_refused_does_not_come_with_what_was_set_behind_it(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    anna.ask("JOIN #garden", "MODE #garden +m")
    chat.writes(
        "CREATE TRIGGER refusing BEFORE UPDATE ON rooms "
        "WHEN new.modes LIKE '%evil%' AND new.modes NOT LIKE '%\"limit\": 5%' "
        "BEGIN SELECT raise(ABORT, 'no room'); END"
    )

    answers = anna.ask("MODE #garden +b evil!*@*", "MODE #garden +l 5")

    assert commands(answers) == ["FAIL", "MODE"]
    assert anna.ask("MODE #garden")[0].params[2:] == ("+mntl", "5")
    assert commands(anna.ask("MODE #garden +b")) == ["368"]
    with closing(sqlite3.connect(chat.path)) as connection:
        rooms = connection.execute("SELECT modes FROM rooms WHERE key = '#garden'")
        assert "evil" not in rooms.fetchone()[0]


def test_who_claims_a_room_again_that_was_refused_him_is_its_owner(chat):
    make_account(chat, "anna")
    anna = come_as(chat, "anna", capabilities=ALL_CAPABILITIES)
    bert = chat.join("bert")
    anna.ask("JOIN #garden")
    bert.ask("JOIN #garden")
    anna.roundtrip()
    chat.writes(
        "CREATE TRIGGER refusing BEFORE UPDATE ON rooms WHEN new.founder_rank = 'q' "
        "AND old.modes NOT LIKE '%\"limit\": 5%' "
        "BEGIN SELECT raise(ABORT, 'no room'); END"
    )

    answers = anna.ask(
        "CS REGISTER #garden", "MODE #garden +l 5", "CS REGISTER #garden"
    )

    heard = [each.params[1:] for each in bert.roundtrip() if each.command == "MODE"]
    assert commands(answers) == ["FAIL", "MODE", "MODE", "NOTICE"]
    assert heard == [("+l", "5"), ("+q", "anna")]
    assert "~anna" in bert.ask("NAMES #garden")[0].trailing.split()


def test_of_an_account_what_was_refused_does_not_come_with_what_was_set_behind(chat):
    make_account(chat, "anna")
    anna = come_as(chat, "anna", capabilities=ALL_CAPABILITIES)
    for moment in ("INSERT", "UPDATE"):
        chat.writes(
            f"CREATE TRIGGER refusing_{moment} BEFORE {moment} ON accounts "
            "WHEN new.is_always_on AND new.is_multiclient IS NULL "
            "BEGIN SELECT raise(ABORT, 'no room'); END"
        )

    answers = anna.ask("NS SET ALWAYS-ON ON", "NS SET MULTICLIENT OFF")

    account = chat.world.account("anna")
    assert commands(answers) == ["FAIL", "NOTICE"]
    assert (account.is_always_on, account.is_multiclient) == (None, False)
    with closing(sqlite3.connect(chat.path)) as connection:
        query = "SELECT is_always_on, is_multiclient FROM accounts"
        assert connection.execute(query).fetchone() == (None, 0)


def test_an_account_that_was_refused_does_not_come_with_what_was_set_behind_it(chat):
    services = chat.services
    account = Account("anna", "anna", services.credentials.keys_of("secret", 4096), 0)
    with closing(open_for_writing(chat.path, "process")) as connection:
        writer = AccountWriter(connection)
        edited = AccountEdited(account, replace(account, is_always_on=True))

        with pytest.raises(sqlite3.IntegrityError):
            writer.writers[AccountEdited](edited)

        assert read_accounts(connection) == []


def test_operators_are_told_when_recording_fails_and_when_it_works(start_server):
    chat = start_server(operators=OPERATORS)
    olga, anna = operator_of(chat), chat.join("anna", ALL_CAPABILITIES)
    with held(chat.path):
        anna.ask("PRIVMSG #lobby :lost")
        failing = olga.read_until("NOTICE")[-1]
    working = olga.read_until("NOTICE")[-1]

    assert failing.trailing.startswith("Nothing can be written to the disk now.")
    assert working.trailing == "The disk can be written to again."
    assert "NOTICE" not in commands(anna.roundtrip())


def test_on_a_slow_disk_others_wait_and_lose_nothing(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert", ALL_CAPABILITIES)
    anna.roundtrip()
    with chat.slow_disk():
        anna.send("PRIVMSG #lobby :slow")
        assert chat.waits_for(lambda: not chat.reactor.turns.is_empty)
        bert.send("PRIVMSG #lobby :behind", "PING bert")

    assert said(bert.read_until("PONG")) == ["slow", "behind"]
    assert said(anna.roundtrip()) == ["slow", "behind"]


@POSIX_ONLY
@pytest.mark.parametrize("is_file_there", [False, True])
def test_a_history_that_may_not_be_written_is_told_in_one_sentence(
    folder, is_file_there
):
    data = folder / "server"
    data.mkdir()
    if is_file_there:
        sqlite3.connect(data / "history.db").close()
        (data / "history.db").write_bytes(b"")
        (data / "history.db").chmod(0o444)
    data.chmod(0o555)

    ended = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, *LOCAL],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=os.environ | {"CHATAPP_DATA_DIR": str(folder)},
    )
    data.chmod(0o755)

    assert (ended.returncode, ended.stdout) == (69, ""), ended.stderr
    (sentence,) = ended.stderr.splitlines()
    assert str(data / "history.db") in sentence
    assert "CHATAPP_DATA_DIR" in sentence
