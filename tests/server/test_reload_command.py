"""Settings that are taken over by a signal or by `chatapp-server reload`."""

import signal

import pytest

from tests.server.raw_client import RawClient, commands
from tests.server.running import ServerProcess
from tests.server.verb_runs import LOCAL, run


@pytest.fixture
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("d")


def test_sighup_takes_the_settings_over(folder):
    path = folder / "server.toml"
    path.write_text("", encoding="utf-8")
    with (
        ServerProcess(folder, "--config", str(path), *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as anna,
    ):
        anna.register("anna")
        path.write_text('[server]\nmotd = "Good morning"\n', encoding="utf-8")
        told = run(folder, "--config", str(path), "reload")
        server.process.send_signal(signal.SIGHUP)
        heard = anna.ask("MOTD")

    assert told.stdout == "The settings are taken over.\n"
    assert "372" in commands(heard)


def test_a_reload_of_wrong_settings_fails_and_says_why(folder):
    path = folder / "server.toml"
    path.write_text("", encoding="utf-8")
    with ServerProcess(folder, *LOCAL, "--config", str(path)):
        path.write_text("[server]\nprot = 1\n", encoding="utf-8")
        told = run(folder, "reload")

    assert told.returncode != 0
    assert told.stdout == ""
    assert "The settings stay as they are." in told.stderr
    assert "prot" in told.stderr
