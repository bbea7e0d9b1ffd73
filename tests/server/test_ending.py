"""How a server ends that was started from the command line."""

import signal
import sqlite3
import subprocess
from contextlib import ExitStack

import pytest

from tests.server.raw_client import RawClient, commands
from tests.server.running import ENDS_WITHIN, ServerProcess
from tests.server.verb_runs import run_server as run

LOCAL = ("--host", "127.0.0.1", "--port", "0")


def test_ctrl_c_tells_everybody_and_ends_with_130(tmp_path):
    with ServerProcess(tmp_path, *LOCAL) as server:
        with RawClient("127.0.0.1", server.port) as client:
            client.register("anna")
            code = server.interrupt()
            farewell = client.read_to_end()
        errors = server.errors()

    assert code == 130
    assert commands(farewell) == ["ERROR"]
    assert "Traceback" not in errors


@pytest.fixture
def interruptible():
    """Let programs hear Ctrl+C, also where these tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_it_starts_ends_it_without_a_word(tmp_path, number):
    interrupting = f"import os\nos.kill(os.getpid(), {number:d})\n"
    (tmp_path / "platformdirs.py").write_text(interrupting, encoding="utf-8")

    result = run(*LOCAL, CHATAPP_DATA_DIR=str(tmp_path), PYTHONPATH=str(tmp_path))

    assert (result.returncode, result.stdout, result.stderr) == (-number, "", "")


def test_sigterm_ends_it_as_it_should_end(tmp_path):
    with ServerProcess(tmp_path, *LOCAL) as server:
        code = server.terminate()

    assert code == 0


def test_sigterm_ends_it_in_time_while_the_disk_is_stuck_and_a_client_is_deaf(
    tmp_path,
):
    without_limit = {"CHATAPP_SERVER__FLOOD__ENABLED": "false"}
    with (
        ServerProcess(tmp_path, *LOCAL, environment=without_limit) as server,
        RawClient("127.0.0.1", server.port) as client,
        RawClient("127.0.0.1", server.port, receive_buffer=4096) as deaf,
    ):
        client.register("anna")
        deaf.register("deaf")
        client.ask(*[f"PRIVMSG deaf :{'x' * 400}"] * 1000)
        foreign = sqlite3.connect(tmp_path / "server" / "history.db")
        foreign.execute("BEGIN IMMEDIATE")
        client.send("PRIVMSG #lobby :this cannot be recorded")
        code = server.terminate()
        foreign.close()

    assert code == 0


def test_a_thousand_clients_are_told_that_it_ends(tmp_path):
    patient = {"CHATAPP_SERVER__TIMEOUTS__REGISTRATION": "600"}
    with (
        ServerProcess(tmp_path, *LOCAL, environment=patient) as server,
        ExitStack() as crowd,
    ):
        clients = []
        for _ in range(1000):
            client = crowd.enter_context(RawClient("127.0.0.1", server.port))
            client.roundtrip()
            clients.append(client)
        code = server.terminate()
        farewells = {client.read().render() for client in clients}

    assert code == 0
    assert farewells == {"ERROR :The server ends. Please come back later."}


def test_it_ends_with_the_program_that_started_it(tmp_path):
    with ServerProcess(
        tmp_path, *LOCAL, "--stop-with-parent", stdin=subprocess.PIPE
    ) as server:
        server.process.stdin.close()
        server.process.stdin = None

        assert server.process.wait(ENDS_WITHIN) == 0


def test_it_goes_on_without_the_program_that_started_it_if_that_says_so(tmp_path):
    with ServerProcess(
        tmp_path, *LOCAL, "--stop-with-parent", stdin=subprocess.PIPE
    ) as server:
        server.process.stdin.write("stay\n")
        server.process.stdin.close()
        server.process.stdin = None

        with RawClient("127.0.0.1", server.port) as client:
            client.register("noor")
        assert server.terminate() == 0


def test_it_can_be_ended_while_the_program_that_started_it_is_there(tmp_path):
    with ServerProcess(
        tmp_path, *LOCAL, "--stop-with-parent", stdin=subprocess.PIPE
    ) as server:
        code = server.terminate()
        errors = server.errors()

    assert code == 0
    assert errors == ""


def test_what_was_said_survives_kill_9(tmp_path):
    with (
        ServerProcess(tmp_path, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as client,
    ):
        client.register("anna", "echo-message")
        client.ask("PRIVMSG #lobby :kept")
        server.process.send_signal(signal.SIGKILL)
        server.process.wait(ENDS_WITHIN)

    with (
        ServerProcess(tmp_path, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as client,
    ):
        client.register("anna")
        answers = client.ask("CHATHISTORY LATEST #lobby * 1")

    assert [each.trailing for each in answers] == ["kept"]
