"""TLS on every port, beside plain lines."""

import socket
import ssl
from itertools import pairwise

import pytest

from tests.server.raw_client import commands
from tests.server.secure_client import SecureClient, client_context

LONG_TEXT = "x" * 400


@pytest.fixture
def secure(chat):
    """Connect through TLS; all connections end with the test."""
    clients = []

    def connect(**options) -> SecureClient:
        clients.append(SecureClient(chat.server.port, **options))
        return clients[-1]

    yield connect
    for client in clients:
        client.close()


@pytest.mark.parametrize(
    ("version", "name"),
    [(ssl.TLSVersion.TLSv1_2, "TLSv1.2"), (ssl.TLSVersion.TLSv1_3, "TLSv1.3")],
)
def test_the_port_for_lines_speaks_tls_too(secure, version, name):
    anna = secure(version=version).register("anna")

    (answer,) = anna.ask("PRIVMSG anna :hello")

    assert answer.trailing == "hello"
    assert anna.version == name


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_older_tls_is_refused(chat):
    context = client_context()
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1

    with (
        socket.create_connection(("127.0.0.1", chat.server.port)) as sock,
        pytest.raises(OSError, match=r"TLS|SSL|reset"),
    ):
        context.wrap_socket(sock)


def test_who_is_encrypted_and_who_is_not_hear_each_other(chat, secure):
    anna, bert = secure().register("anna"), chat.join("bert")
    anna.roundtrip()

    anna.ask("PRIVMSG #lobby :from anna")
    bert.send("PRIVMSG #lobby :from bert")

    assert bert.read_until("PRIVMSG")[-1].trailing == "from anna"
    assert anna.read_until("PRIVMSG")[-1].trailing == "from bert"


def test_whois_tells_who_is_encrypted(chat, secure):
    chat.join("bert")
    anna = secure().register("anna")

    assert "671" in commands(anna.ask("WHOIS anna"))
    assert "671" not in commands(anna.ask("WHOIS bert"))


def test_lines_that_come_in_pieces_of_a_byte_are_read(secure):
    anna = secure().register("anna")

    for byte in b"PRIVMSG anna :h\xc3\xb6\r\n":
        anna.send_bytes(bytes([byte]))

    assert anna.roundtrip()[0].trailing == "hö"


def test_much_at_once_comes_in_order(secure):
    anna = secure().register("anna")
    texts = [f"{number} {LONG_TEXT}" for number in range(1000)]

    anna.send(*(f"PRIVMSG anna :{text}" for text in texts))

    assert [each.trailing for each in anna.roundtrip()] == texts


def test_who_reads_late_gets_everything_in_order(chat, secure):
    anna, bert = chat.join("anna"), secure().register("bert")
    texts = [f"{number} {LONG_TEXT}" for number in range(6000)]

    for begin, end in pairwise(range(0, 6001, 100)):
        anna.ask(*(f"PRIVMSG bert :{text}" for text in texts[begin:end]))

    assert [each.trailing for each in bert.roundtrip()] == texts


def test_who_never_reads_is_closed(start_server):
    narrow = start_server(limits={"sendq_bytes": 65_536}, history={"enabled": False})
    anna, answers = narrow.join("anna"), []
    bert = SecureClient(narrow.server.port).register("bert")

    while "401" not in commands(answers):
        answers += anna.ask(*[f"PRIVMSG bert :{LONG_TEXT}"] * 200)
    bert.close()

    (goodbye,) = [each for each in answers if each.command == "QUIT"]
    assert goodbye.trailing == "Too much was waiting for a slow reader."


def test_quit_is_answered_and_ended_as_tls_wants_it(secure):
    anna = secure().register("anna")
    anna.socket.suppress_ragged_eofs = False

    anna.send("QUIT")

    assert commands(anna.read_to_end())[-1] == "ERROR"


def test_who_ends_tls_first_is_answered(chat, secure):
    bert = chat.join("bert")
    anna = secure().register("anna")

    anna.socket.unwrap().close()

    goodbye = bert.read_until("QUIT")[-1]
    assert goodbye.source.startswith("anna!")
    assert chat.waits_for(lambda: len(chat.connections()) == 1)


def test_lines_before_the_end_of_tls_count(chat, secure):
    bert = chat.join("bert")
    anna = secure().register("anna")

    anna.send("PRIVMSG bert :last words")
    anna.socket.unwrap().close()

    said = [each.command for each in bert.read_until("QUIT")]
    assert said[-2:] == ["PRIVMSG", "QUIT"]


def test_a_cut_in_the_middle_of_a_record_is_an_end(chat, secure):
    bert = chat.join("bert")
    anna = secure().register("anna")

    with socket.socket(fileno=anna.socket.detach()) as plain:
        plain.sendall(b"\x17\x03\x03\x00\x40half")

    assert bert.read_until("QUIT")[-1].trailing == "The connection was closed."


def test_garbage_in_the_middle_ends_that_client_alone(chat, secure):
    bert = chat.join("bert")
    anna = secure().register("anna")

    with socket.socket(fileno=anna.socket.detach()) as plain:
        plain.sendall(b"\x17\x03\x03\x00\x20" + b"no record of ours".ljust(32))
        goodbye = bert.read_until("QUIT")[-1]

    assert goodbye.source.startswith("anna!")
