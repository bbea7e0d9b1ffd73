"""TLS with servers that have it, and what happens where they have not."""

import socket
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.connection.encryption import ANY, IN_PLAIN, Demand, Need, Trust
from chatapp.models.connection.handshake import Secured, secure
from chatapp.models.events import Problem
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.tls_server import (
    PATIENCE,
    fingerprint_of,
    own_certificate,
    serving,
    speak_plainly,
    speak_tls,
    tell_whom,
)
from tests.server.certificates import GivenCertificate, give_certificate

REQUIRED = Demand(Need.REQUIRED)
VERIFIED = Demand(Need.VERIFIED)
ANOTHER = Demand(fingerprint=Fingerprint(bytes(32)))


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return own_certificate(tmp_path)


@pytest.fixture
def given(tmp_path: Path) -> GivenCertificate:
    return give_certificate(tmp_path, name="chat.test")


def dialling(port: int) -> Callable[[], socket.socket]:
    return lambda: socket.create_connection(("127.0.0.1", port), PATIENCE)


def ask(secured: Secured, words: bytes) -> bytes:
    with secured.connected:
        secured.stream.sendall(words)
        answer = secured.stream.recv(65536)
        while len(answer) < len(words):
            answer += secured.stream.recv(65536)
        return answer


def test_a_server_nobody_vouches_for_is_met_for_the_first_time(certificate):
    with serving(speak_tls(certificate)) as port:
        secured = secure(dialling(port), "127.0.0.1", ANY)

        answer = ask(secured, b"hello")

    assert answer == b"HELLO"
    assert secured.encryption.trust is Trust.FIRST_USE
    assert secured.encryption.fingerprint == fingerprint_of(certificate)
    assert secured.encryption.version == "TLSv1.3"


@pytest.mark.parametrize("says_its_use", [True, False])
def test_a_certificate_that_an_authority_signed_is_checked_as_usual(
    tmp_path, says_its_use
):
    given = give_certificate(tmp_path, name="chat.test", says_its_use=says_its_use)

    def authorities() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(given.authority))

    with serving(speak_tls(given.certificate, given.key)) as port:
        secured = secure(dialling(port), "chat.test", ANY, authorities)
        answer = ask(secured, b"hello")

    assert answer == b"HELLO"
    assert secured.encryption.trust is Trust.AUTHORITY


def test_a_certificate_for_another_name_is_vouched_for_by_nobody(given):
    def authorities() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(given.authority))

    with serving(speak_tls(given.certificate, given.key)) as port:
        secured = secure(dialling(port), "bank.example", ANY, authorities)
        secured.connected.close()

    assert secured.encryption.trust is Trust.FIRST_USE


def test_a_known_server_is_known_by_its_fingerprint_alone(certificate):
    demand = Demand(fingerprint=fingerprint_of(certificate))

    with serving(speak_tls(certificate)) as port:
        secured = secure(dialling(port), "some.other.name", demand)
        answer = ask(secured, b"hello")

    assert answer == b"HELLO"
    assert secured.encryption.trust is Trust.FINGERPRINT


def test_the_beginning_of_a_fingerprint_is_enough_to_know_a_server(certificate):
    whole = fingerprint_of(certificate)
    demand = Demand(Need.REQUIRED, beginning=whole.digest[:8])

    with serving(speak_tls(certificate)) as port:
        secured = secure(dialling(port), "127.0.0.1", demand)
        secured.connected.close()

    assert secured.encryption.trust is Trust.FINGERPRINT
    assert secured.encryption.fingerprint == whole


def test_another_beginning_is_another_server(certificate):
    demand = Demand(Need.REQUIRED, beginning=bytes(8))

    with serving(speak_tls(certificate)) as port, pytest.raises(CouldNotConnect) as it:
        secure(dialling(port), "127.0.0.1", demand)

    assert it.value.problem is Problem.CERTIFICATE_CHANGED


def test_somebody_in_the_middle_with_another_certificate_is_told_nothing(certificate):
    heard = []

    def listen(connected: socket.socket) -> None:
        speak = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        speak.load_cert_chain(certificate)
        with speak.wrap_socket(connected, server_side=True) as secure_socket:
            heard.append(secure_socket.recv(100))

    with serving(listen) as port, pytest.raises(CouldNotConnect) as raised:
        secure(dialling(port), "127.0.0.1", ANOTHER)

    assert raised.value.problem is Problem.CERTIFICATE_CHANGED
    assert raised.value.detail == fingerprint_of(certificate).hex
    assert b"".join(heard) == b""


def test_a_server_without_tls_is_spoken_to_plainly():
    with serving(speak_plainly) as port:
        secured = secure(dialling(port), "127.0.0.1", ANY)
        answer = ask(secured, b"NICK noor\r\n")

    assert answer.startswith(b":s 451")
    assert secured.encryption is None


@pytest.mark.parametrize("demand", [REQUIRED, ANOTHER])
def test_where_tls_is_demanded_nothing_is_said_plainly(demand):
    with serving(speak_plainly) as port, pytest.raises(CouldNotConnect) as raised:
        secure(dialling(port), "127.0.0.1", demand)

    assert raised.value.problem is Problem.NO_TLS


def test_a_stranger_is_not_met_where_an_authority_vouched_before(certificate):
    with (
        serving(speak_tls(certificate)) as port,
        pytest.raises(CouldNotConnect) as raised,
    ):
        secure(dialling(port), "chat.test", Demand(Need.VERIFIED))

    assert raised.value.problem is Problem.CERTIFICATE_UNKNOWN


@pytest.mark.parametrize("demand", [ANY, REQUIRED])
def test_who_is_turned_away_at_the_door_is_told_why(demand):
    words = b"ERROR :Too many come from your address. Try again in a minute.\r\n"

    with (
        serving(lambda connected: connected.sendall(words)) as port,
        pytest.raises(CouldNotConnect) as raised,
    ):
        secure(dialling(port), "127.0.0.1", demand)

    assert raised.value.problem is Problem.REFUSED
    assert raised.value.detail == words.decode()[7:].strip()


def test_no_tls_is_spoken_where_none_is_wanted():
    with serving(lambda connected: connected.sendall(connected.recv(100))) as port:
        secured = secure(dialling(port), "127.0.0.1", IN_PLAIN)

        heard = ask(secured, b"NICK noor\r\n")

    assert heard == b"NICK noor\r\n"


def test_long_words_go_through_whole(certificate):
    words = b"long words " * 5_000

    with serving(speak_tls(certificate)) as port:
        secured = secure(dialling(port), "127.0.0.1", ANY)
        answer = ask(secured, words)

    assert answer == words.upper()


def test_the_servers_end_is_the_end(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def hang_up(connected: socket.socket) -> None:
        with context.wrap_socket(connected, server_side=True) as wrapped:
            wrapped.unwrap().close()

    with serving(hang_up) as port:
        secured = secure(
            dialling(port),
            "127.0.0.1",
            Demand(Need.PREFERRED, fingerprint_of(certificate)),
        )
        with secured.connected:
            assert secured.stream.recv(100) == b""


def test_nobody_is_met_for_the_first_time_where_that_is_not_wanted(certificate):
    with serving(speak_tls(certificate)) as port, pytest.raises(CouldNotConnect) as no:
        secure(dialling(port), "127.0.0.1", VERIFIED)

    assert no.value.problem is Problem.CERTIFICATE_UNKNOWN
    assert "self-signed" in no.value.detail


def test_a_fingerprint_does_in_place_of_an_authority(certificate):
    demand = Demand(Need.VERIFIED, fingerprint_of(certificate))

    with serving(speak_tls(certificate)) as port:
        secured = secure(dialling(port), "another.name", demand)
        secured.connected.close()

    assert secured.encryption.trust is Trust.FINGERPRINT


def test_who_has_a_certificate_of_his_own_shows_it(certificate, given, tmp_path):
    mine = tmp_path / "mine.pem"
    mine.write_bytes(given.certificate.read_bytes() + given.key.read_bytes())

    with serving(tell_whom(certificate, given.authority)) as port:
        secured = secure(dialling(port), "127.0.0.1", ANY, certificate=mine)
        answer = ask(secured, bytes(32))

    assert answer == fingerprint_of(mine).digest
