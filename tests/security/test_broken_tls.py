"""Attacks within TLS: its own connection ends, and nobody else hears anything of it."""

import random
import socket
import ssl

import pytest

from server.network.tls import MOST_IDLE_RECORDS
from tests.security.test_doors import said_to
from tests.server.forged_tls import ForgingClient
from tests.server.raw_client import DEADLINE_SECONDS
from tests.server.secure_client import SecureClient, client_context

NAME = b"placeholder"
ALERT, HANDSHAKE = 0x15, 0x16


def client_hello():
    """Give the first record of a client, which asks for NAME (SNI)."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = client_context().wrap_bio(incoming, outgoing, server_hostname=NAME.decode())
    with pytest.raises(ssl.SSLWantReadError):
        tls.do_handshake()
    return outgoing.read()


def asking_for(name):
    """Give such a record that asks for any bytes as a name of the server."""
    hello, more = bytearray(client_hello()), len(name) - len(NAME)
    start = hello.index(NAME)
    hello[start : start + len(NAME)] = name
    ciphers = 5 + 4 + 2 + 32 + 1 + hello[43]
    compression = ciphers + 2 + int.from_bytes(hello[ciphers : ciphers + 2], "big")
    extensions = compression + 1 + hello[compression]
    places = [(3, 2), (6, 3), (extensions, 2)]
    places += [(start - back, 2) for back in (2, 5, 7)]
    for at, size in places:
        length = int.from_bytes(hello[at : at + size], "big") + more
        hello[at : at + size] = length.to_bytes(size, "big")
    return bytes(hello)


def record(kind, data):
    return bytes([kind, 3, 1, *len(data).to_bytes(2, "big")]) + data


def heard_until_the_end(sock):
    heard = b""
    try:
        while part := sock.recv(4096):
            heard += part
    except ConnectionError:
        pass
    return heard


@pytest.fixture
def is_well(chat, caplog):
    """Tell whether others are served, and nothing has failed in the server."""
    anna = chat.join("anna")

    def look():
        errors = [each for each in caplog.records if each.levelname == "ERROR"]
        heard = {each.trailing for each in anna.ask("PRIVMSG anna :well")}
        return "well" in heard and "plain words" not in heard and not errors

    return look


@pytest.mark.parametrize("seed", range(3))
def test_a_beginning_that_was_changed_anywhere(chat, is_well, seed):
    dice, hello = random.Random(seed), client_hello()

    for _ in range(50):
        changed = bytearray(hello)
        for _ in range(dice.randrange(1, 6)):
            changed[dice.randrange(5, len(changed))] = dice.randrange(256)
        said_to(chat.server.port, bytes(changed))

    assert is_well()


@pytest.mark.parametrize(
    "name",
    [b"", b"\0", b"\xff\xfe", b"a.example\0.evil", b"-x", b"..", b"a" * 250, b"::1"],
)
def test_whatever_name_of_a_server_is_asked_for(chat, is_well, name):
    answer = said_to(chat.server.port, asking_for(name))

    assert answer[0] in (ALERT, HANDSHAKE)
    assert is_well()


@pytest.mark.parametrize(
    "data",
    [
        record(HANDSHAKE, b"\x01\xff\xff\xff" + b"a" * 16_380),
        record(HANDSHAKE, b"\x01\x01\0\0") + record(HANDSHAKE, bytes(16_384)) * 4,
        record(HANDSHAKE, b"") * 1000,
        record(HANDSHAKE, b"") + record(ALERT, b"\x01\0") * 1000,
        record(HANDSHAKE, b"\x02\0\0\0"),  # a server's word
    ],
    ids=["16 MB", "64 KB", "empty", "alerts", "another's word"],
)
def test_a_beginning_that_is_none_is_refused(chat, is_well, data):
    with socket.create_connection(("127.0.0.1", chat.server.port)) as sock:
        sock.settimeout(DEADLINE_SECONDS)
        sock.sendall(data)
        answer = sock.recv(1)

    assert answer == bytes([ALERT])
    assert is_well()


def test_a_beginning_in_records_of_one_byte_each_is_one(chat):
    parts = (record(HANDSHAKE, bytes([each])) for each in client_hello()[5:])

    answer = said_to(chat.server.port, b"".join(parts))

    assert answer[0] == HANDSHAKE


def test_plain_words_behind_tls_are_heard_by_nobody(chat, is_well):
    client = SecureClient(chat.server.port).register("eve")
    with socket.socket(fileno=client.socket.detach()) as plain:
        plain.settimeout(DEADLINE_SECONDS)
        plain.sendall(b"PRIVMSG anna :plain words\r\n" * 3)
        while plain.recv(65_536):
            pass

    assert is_well()


def test_tls_behind_plain_words_is_no_tls(chat):
    client = chat.join("eve")

    client.send_bytes(client_hello() + b"\r\n")

    assert {each.command for each in client.roundtrip()} <= {"FAIL", "417", "421"}


@pytest.fixture
def forging(chat, tmp_path):
    client = ForgingClient(chat.server.port, tmp_path)
    yield client
    client.close()


@pytest.mark.parametrize("first", [b"", b"PING a\r\n"], ids=["at the door", "inside"])
def test_new_keys_without_end_end_their_own_connection(forging, is_well, first):
    """Each costs the server much more than who sends it."""
    if first:
        forging.send(forging.words(first))
        assert b"PONG" in forging.socket.recv(4096)

    forging.send(*(forging.new_keys() for _ in range(2 * MOST_IDLE_RECORDS)))

    assert heard_until_the_end(forging.socket) == b""
    assert is_well()


def test_new_keys_now_and_then_are_taken(forging):
    keys = [forging.new_keys() for _ in range(MOST_IDLE_RECORDS - 1)]
    forging.send(*keys, forging.words(b"PING a\r\n"))

    assert b"PONG" in forging.socket.recv(4096)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_who_comes_back_with_a_ticket_says_nothing_before_the_handshake(chat, version):
    """Words that came with it (early data) could be sent once more by anybody."""
    context = client_context()
    context.maximum_version = version
    port, session = chat.server.port, None
    for _ in range(2):
        with (
            socket.create_connection(("127.0.0.1", port), 30) as plain,
            context.wrap_socket(plain, session=session) as tls,
        ):
            tls.sendall(b"PING a\r\n")
            assert b"PONG" in tls.recv(4096)
            session = tls.session

    assert session.has_ticket
    assert chat.tls.context().options & ssl.OP_NO_RENEGOTIATION
