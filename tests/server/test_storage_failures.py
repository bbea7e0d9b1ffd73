"""Where the history cannot be kept: refused at the start, told at run time."""

import os
import shlex
import sqlite3
import subprocess
import sys

import pytest

from server.app import Server
from server.storage.schema import UnusableStorage
from tests.server.raw_client import ALL_CAPABILITIES, commands
from tests.server.running import ServerProcess, settings_for_tests

LOCAL = ("--host", "127.0.0.1", "--port", "0")


def make_history(folder) -> str:
    """Let a server begin a history in a folder, and give its file."""
    with ServerProcess(folder, *LOCAL) as server:
        server.terminate()
    return folder / "server" / "history.db"


def refusal(folder, command: str = "") -> str:
    """Start a server that cannot start, and give its one sentence."""
    program = command + shlex.join([sys.executable, "-m", "server", *LOCAL])
    ended = subprocess.run(
        ["sh", "-c", program],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=os.environ | {"CHATAPP_DATA_DIR": str(folder)},
    )
    assert ended.returncode == 69, ended
    assert ended.stdout == ""
    (sentence,) = ended.stderr.splitlines()
    return sentence


def test_a_full_disk_is_told_in_one_sentence(tmp_path):
    sentence = refusal(tmp_path, "ulimit -f 0; exec ")

    assert str(tmp_path) in sentence
    assert "CHATAPP_DATA_DIR" in sentence


def test_a_disk_that_is_full_when_a_server_starts_again_is_told_too(tmp_path):
    make_history(tmp_path)

    assert "history.db" in refusal(tmp_path, "ulimit -f 0; exec ")


def test_a_folder_that_is_none_is_told_in_one_sentence(tmp_path):
    (tmp_path / "server").write_text("", encoding="utf-8")

    assert "CHATAPP_DATA_DIR" in refusal(tmp_path)


def test_a_locked_history_is_told_in_one_sentence(tmp_path):
    foreign = sqlite3.connect(make_history(tmp_path), isolation_level=None)
    foreign.execute("PRAGMA locking_mode = EXCLUSIVE")
    foreign.execute("BEGIN EXCLUSIVE")

    sentence = refusal(tmp_path)
    foreign.close()

    assert "locked" in sentence


def test_a_damaged_history_is_told_in_one_sentence(tmp_path):
    path = make_history(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))

    assert "history.db" in refusal(tmp_path)


@pytest.mark.parametrize(
    "function",
    [
        "server.storage.lock.sqlite3.connect",
        "server.app.open_for_reading",
        "server.storage.chores.beginning.last_sequence",
        "server.app.kept_rooms",
    ],
)
def test_whatever_fails_first_at_the_start_is_refused_and_can_be_tried_again(
    tmp_path, mocker, function
):
    path = tmp_path / "history.db"
    problem = sqlite3.OperationalError("attempt to write a readonly database")
    broken = mocker.patch(function, side_effect=problem)

    with pytest.raises(UnusableStorage, match="readonly"):
        Server(settings_for_tests(), path)

    mocker.stop(broken)
    server = Server(settings_for_tests(), path)
    server.start()
    server.stop("The test is over.")


def test_on_a_full_disk_what_is_said_is_refused_and_heard_by_nobody(chat):
    anna, bert = chat.join("anna", ALL_CAPABILITIES), chat.join("bert")
    anna.roundtrip()
    chat.writes("PRAGMA max_page_count = 1")

    answers = anna.ask(*[f"PRIVMSG #lobby :{'x' * 400}"] * 40)
    heard = bert.roundtrip()

    refused = [each for each in answers if each.command == "FAIL"]
    assert refused[-1].params[:2] == ("PRIVMSG", "STORAGE_FAILING")
    assert len(heard) + len(refused) == 40


def test_on_a_disk_that_cannot_be_written_all_else_goes_on(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    chat.writes("PRAGMA query_only = ON")

    answers = anna.ask("PRIVMSG #lobby :lost", "JOIN #garden", "NICK nora", "AWAY :out")

    assert sorted(commands(answers)) == ["306", "353", "366", "FAIL", "JOIN", "NICK"]


def test_when_a_disk_can_be_written_again_it_is_noticed(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    chat.writes("PRAGMA query_only = ON")
    anna.ask("PRIVMSG #lobby :lost")
    chat.writes("PRAGMA query_only = OFF")

    assert chat.waits_for(lambda: not chat.recorder.is_failing)

    assert commands(anna.ask("PRIVMSG #lobby :kept")) == ["PRIVMSG"]
    history = anna.ask("CHATHISTORY LATEST #lobby * 10")
    assert [each.trailing for each in history[1:-1]] == ["kept"]


def test_a_notice_that_cannot_be_written_is_not_answered(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    chat.writes("PRAGMA query_only = ON")

    notice = anna.ask("NOTICE #lobby :lost")
    message = anna.ask("PRIVMSG #lobby :lost")
    once_more = anna.ask("NOTICE #lobby :lost")

    assert notice == once_more == []
    assert commands(message) == ["FAIL"]


def test_a_history_that_cannot_be_read_is_told_to_who_asks(chat, mocker):
    anna = chat.join("anna")
    mocker.patch.object(
        chat.reader, "page", side_effect=sqlite3.OperationalError("broken")
    )

    answers = anna.ask("CHATHISTORY LATEST #lobby * 10")

    assert [each.params[:2] for each in answers] == [("CHATHISTORY", "MESSAGE_ERROR")]


def test_while_the_disk_is_slow_answers_wait_in_their_order(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    with chat.slow_disk():
        anna.send("PRIVMSG #lobby :first", "NICK nora", "PING end")
        assert chat.waits_for(lambda: not chat.reactor.turns.is_empty)

    assert commands(anna.read_until("PONG")) == ["PRIVMSG", "NICK", "PONG"]


def test_while_the_disk_is_slow_no_more_is_taken_than_it_can_have(chat, mocker):
    mocker.patch("server.network.turns.MOST_WAITING_STEPS", 500)
    anna = chat.join("anna", "echo-message")
    texts = [str(number) for number in range(20_000)]
    with chat.slow_disk():
        anna.send(*[f"PRIVMSG #lobby :{text}" for text in texts[:10_000]])
        assert chat.waits_for(lambda: chat.reactor.turns.is_full)
        waiting = chat.reactor.turns.waiting_steps

    assert waiting <= 1000
    assert [each.trailing for each in anna.roundtrip()] == texts[:10_000]
