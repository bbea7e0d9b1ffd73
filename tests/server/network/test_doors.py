"""Which ports a server listens on."""

import socket
from contextlib import closing

import pytest

import server.network.doors as doors
from server.app import Server
from server.log_lines import KeyValueFormatter
from server.network.addresses import CannotListen
from tests.server.raw_client import RawClient
from tests.server.running import settings_for_tests
from tests.server.secure_client import SecureClient
from tests.server.web_client import WebClient
from tests.support.ports import held_port


@pytest.fixture
def taken_port():
    """A port that another program has."""
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        yield other.getsockname()[1]


@pytest.fixture
def free_port():
    with held_port() as port:
        yield port


@pytest.fixture
def other_free_port():
    with held_port() as port:
        yield port


def test_every_port_speaks_everything(start_server, free_port, other_free_port):
    chat = start_server(tls={"port": free_port}, websocket={"port": other_free_port})
    ports = [port for _, port in chat.server.places]

    for number, port in enumerate(ports):
        with RawClient("127.0.0.1", port) as plain, SecureClient(port) as secure:
            plain.register(f"plain{number}")
            secure.register(f"secure{number}")
        WebClient(port).sign_in(f"page{number}").close()

    assert ports[1:] == [free_port, other_free_port]


def test_a_host_of_its_own_counts_for_its_port_only(start_server, free_port):
    chat = start_server(tls={"host": "127.0.0.2", "port": free_port})

    assert chat.server.places[1] == ("127.0.0.2", free_port)


def test_other_ports_are_on_the_servers_host(start_server, free_port):
    chat = start_server(websocket={"port": free_port})

    assert chat.server.places[1] == ("127.0.0.1", free_port)


def test_a_port_that_is_taken_is_refused_and_nothing_stays_open(
    tmp_path, free_port, taken_port
):
    settings = settings_for_tests(
        server={"port": free_port}, websocket={"port": taken_port}
    )

    with pytest.raises(CannotListen, match=f"Port {taken_port} is in use already"):
        Server(settings, tmp_path / "history.db")

    socket.create_server(("127.0.0.1", free_port)).close()


def test_the_usual_port_for_tls_may_be_taken(
    start_server, taken_port, monkeypatch, caplog
):
    monkeypatch.setattr(doors, "TLS_PORT", taken_port)

    chat = start_server(tls={"port": taken_port})

    assert len(chat.server.places) == 1
    record = next(it for it in caplog.records if it.message == "port-not-had")
    told = KeyValueFormatter().format(record)
    assert f'event=port-not-had port={taken_port} key="[tls] port" told="Port' in told
    assert "choose another port with [tls] port. TLS is spoken on the other" in told


def test_the_usual_port_for_tls_may_not_be_taken_where_clients_are_told_of_it(
    tmp_path, taken_port, monkeypatch
):
    monkeypatch.setattr(doors, "TLS_PORT", taken_port)
    settings = settings_for_tests(tls={"port": taken_port, "sts": True})

    with pytest.raises(CannotListen):
        Server(settings, tmp_path / "history.db")
