"""Strict transport security: https://ircv3.net/specs/extensions/sts."""

import pytest

from tests.server.certificates import give_certificate
from tests.server.raw_client import RawClient
from tests.server.secure_client import SecureClient
from tests.support.ports import held_port


def offered_to(client: RawClient, version: str = "302") -> dict[str, str]:
    """Give the capabilities that CAP LS names, and their values."""
    client.send(f"CAP LS {version}", "PING end")
    lines = client.read_until("PONG")
    tokens = " ".join(each.trailing for each in lines if each.command == "CAP")
    return dict(token.partition("=")[::2] for token in tokens.split())


@pytest.fixture
def strict(start_server, tmp_path):
    """A server that asks for TLS, and whose certificate convinces."""
    given = give_certificate(tmp_path)
    server = {"host": "127.0.0.1", "port": 0}
    return start_server(server=server, tls={**given.settings, "sts": True})


def test_who_comes_without_tls_learns_the_port(start_server, tmp_path):
    """https://ircv3.net/specs/extensions/sts#the-port-key."""
    given = give_certificate(tmp_path)
    with held_port() as port:
        chat = start_server(tls={**given.settings, "sts": True, "port": port})

        assert offered_to(chat.connect())["sts"] == f"port={port}"


def test_who_comes_with_tls_learns_for_how_long(strict):
    """https://ircv3.net/specs/extensions/sts#the-duration-key."""
    with SecureClient(strict.server.port) as anna:
        assert offered_to(anna)["sts"] == "duration=2592000"


def test_clients_can_be_told_to_forget_it(start_server, tmp_path):
    """https://ircv3.net/specs/extensions/sts#the-duration-key."""
    given = give_certificate(tmp_path)
    chat = start_server(tls={**given.settings, "sts": True, "sts_days": 0})

    with SecureClient(chat.server.port) as anna:
        assert offered_to(anna)["sts"] == "duration=0"


def test_clients_that_understand_no_values_are_not_told(strict):
    """https://ircv3.net/specs/extensions/sts#details: its value is required."""
    with SecureClient(strict.server.port) as anna:
        assert "sts" not in offered_to(anna, "301")


def test_nobody_can_ask_for_it(strict):
    """https://ircv3.net/specs/extensions/sts#mechanism."""
    with SecureClient(strict.server.port) as anna:
        anna.send("CAP LS 302", "CAP REQ :sts", "PING end")
        answers = [each.params[1] for each in anna.read_until("PONG")[:-1]]

    assert answers[-1] == "NAK"


def test_it_is_not_there_unless_it_is_wanted(start_server, tmp_path):
    """https://ircv3.net/specs/extensions/sts"""
    given = give_certificate(tmp_path)
    chat = start_server(tls=given.settings)

    assert "sts" not in offered_to(chat.connect())


def test_it_is_not_there_with_a_certificate_of_the_servers_own(start_server):
    """https://ircv3.net/specs/extensions/sts"""
    chat = start_server(tls={"sts": True})

    assert "sts" not in offered_to(chat.connect())


def test_the_port_is_one_that_is_really_listened_on(strict):
    """https://ircv3.net/specs/extensions/sts#the-port-key: here the system chose it."""
    assert offered_to(strict.connect())["sts"] == f"port={strict.server.port}"
