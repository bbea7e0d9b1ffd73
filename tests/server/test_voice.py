"""What the server tells people and programs when it starts, or cannot."""

import json
import socket

import pytest

from chatapp.wire.fingerprint_words import FINGERPRINT_WORDS
from server.host_operator import new_operator, with_operator
from server.settings.operator_settings import OperatorSettings
from server.settings.settings import Settings
from server.voice import Fault, Voice
from tests.server.raw_client import RawClient, commands
from tests.server.running import ENDS_WITHIN, ServerProcess

LOCAL = ("--host", "127.0.0.1", "--port", "0", "--speak-json")


def test_people_are_told_in_a_sentence(capsys):
    voice = Voice(to_program=False)

    join = "chatapp --server 10.0.0.5"
    digest = "00:01:02:03:04:05:06:07" + ":AB" * 24
    voice.invite("0.0.0.0:6667", 6667, "10.0.0.5", join, digest, None, here_only=False)

    assert capsys.readouterr().out == (
        "Listening on 0.0.0.0:6667. "
        "Join from this network with: chatapp --server 10.0.0.5\n"
        f"Its certificate's SHA-256 fingerprint: {digest}\n"
        "In words, to compare with what a window shows: "
        f"{' '.join(FINGERPRINT_WORDS[:8])}\n"
    )


def test_where_only_the_invited_come_in_it_is_said_how_to_invite(capsys):
    voice, digest = Voice(to_program=False), ":".join(["AB"] * 32)

    voice.invite(
        "0.0.0.0:6667",
        6667,
        "10.0.0.5",
        "chatapp --server 10.0.0.5",
        digest,
        None,
        here_only=False,
        only_invited=True,
    )

    assert capsys.readouterr().out.startswith(
        "Listening on 0.0.0.0:6667. Only who is invited comes in;"
        " chatapp-server invite make gives a link for others.\n"
    )


def test_a_server_that_lets_in_only_the_invited_offers_no_open_door(tmp_path):
    settings = tmp_path / "server.toml"
    settings.write_text("[server]\ninvited_only = true\n")

    with ServerProcess(tmp_path, "--config", str(settings), "--port", "0") as server:
        assert "Only who is invited comes in" in server.invitation


def test_people_are_told_what_is_wrong_and_nothing_else(capsys):
    Voice(to_program=False).complain(Fault.ADDRESS, "Port 6667 is in use already.")

    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "Port 6667 is in use already.\n")


def test_a_program_reads_one_line_of_json_in_ascii(capsys):
    Voice(to_program=True).complain(Fault.STORAGE, "“ö” cannot be read.")

    told = capsys.readouterr()
    assert told.out.isascii()
    assert json.loads(told.out) == {
        "fault": "storage",
        "sentence": "“ö” cannot be read.",
    }
    assert told.err == "“ö” cannot be read.\n"


def test_a_program_is_told_where_the_server_listens(tmp_path):
    with ServerProcess(tmp_path, *LOCAL) as server:
        told = json.loads(server.invitation)

        socket.create_connection(("127.0.0.1", told["port"]), 10).close()
        assert told["address"] == "127.0.0.1"
        assert told["join"] == f"chatapp --server 127.0.0.1 --port {told['port']}"


def test_a_program_becomes_the_operator_of_the_server_that_it_started(tmp_path):
    with ServerProcess(tmp_path, *LOCAL) as server:
        told = json.loads(server.invitation)

        with RawClient("127.0.0.1", told["port"]) as client:
            client.register("olga")
            answers = client.ask(f"OPER {told['operator']} {told['password']}")

    assert commands(answers)[-1] == "381"
    assert told["operator"] == "host"


def test_the_operator_of_one_run_takes_nobodys_name():
    taken = with_operator(Settings(), OperatorSettings("host", "secret"))

    assert new_operator(taken).name == "host_"
    assert new_operator(taken).password != new_operator(taken).password


def test_a_program_is_told_that_another_server_has_the_history(tmp_path):
    with ServerProcess(tmp_path, *LOCAL), ServerProcess(tmp_path, *LOCAL) as second:
        assert json.loads(second.invitation)["fault"] == "storage-in-use"
        assert second.process.wait(ENDS_WITHIN) == 69


@pytest.mark.parametrize(
    ("options", "fault", "code"),
    [
        (("--config", "nowhere.toml"), "configuration", 78),
        (("--host", "192.0.2.1"), "address", 69),
    ],
)
def test_a_program_is_told_what_is_wrong(tmp_path, options, fault, code):
    with ServerProcess(tmp_path, *LOCAL, *options) as server:
        assert json.loads(server.invitation)["fault"] == fault
        assert server.process.wait(ENDS_WITHIN) == code
