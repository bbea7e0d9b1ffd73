"""A client without a window: a real program, with real and with scripted servers."""

import socket
import ssl

import pytest

from tests.chatapp.models.tls_server import fingerprint_of, own_certificate
from tests.end_to_end.headless_process import HeadlessProcess, fingerprint_at
from tests.server.certificates import give_certificate
from tests.server.raw_client import RawClient

PATIENCE = 30.0
PLAIN = {"enabled": False}


class Listening:
    """A port of this computer, and what comes over its newest connection."""

    def __init__(self, certificate=None, authority=None):
        """Speak TLS with a certificate; with an authority, ask clients for theirs."""
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(PATIENCE)
        self.port = self._listening.getsockname()[1]
        self._certificate, self._authority = certificate, authority
        self._connected = self._lines = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._listening.close()
        self._hang_up()

    def accept(self):
        """Take the next connection, with TLS where there is a certificate."""
        self._hang_up()
        connected, _ = self._listening.accept()
        connected.settimeout(PATIENCE)
        if self._certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self._certificate)
            if self._authority:
                context.load_verify_locations(self._authority)
                context.verify_mode = ssl.CERT_REQUIRED
            connected = context.wrap_socket(connected, server_side=True)
        self._connected = connected
        self._lines = connected.makefile("r", encoding="utf-8", newline="\r\n")

    def read(self):
        """Give the next line; "" when the other side has ended."""
        try:
            return self._lines.readline().rstrip("\r\n")
        except ConnectionResetError:  # it ended before it had read everything
            return ""

    def read_until(self, start):
        while not (line := self.read()).startswith(start):
            assert line, f"{start} did not come"
        return line

    def say(self, *lines):
        self._connected.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def _hang_up(self):
        for each in (self._lines, self._connected):
            if each:
                each.close()


@pytest.fixture
def plain(stack):
    return stack.enter_context(Listening())


@pytest.fixture
def certificate(tmp_path):
    return own_certificate(tmp_path)


@pytest.fixture
def secure(stack, certificate):
    return stack.enter_context(Listening(certificate))


@pytest.fixture
def start(stack, tmp_path):
    def start(port, **sections):
        process = HeadlessProcess(tmp_path / "noor", port, **sections)
        return stack.enter_context(process)

    return start


def test_it_stays_at_a_real_server_until_it_is_asked_to_end(server, start):
    tls = {"enabled": True, "fingerprints": [fingerprint_at(server.port).hex]}
    with RawClient("127.0.0.1", server.port) as ada:
        ada.register("ada")
        noor = start(server.port, tls=tls)
        ada.read_until("JOIN")
        told = noor.complaint()

        ended = noor.stop()

        assert ada.read_until("QUIT")[-1].source.startswith("noor!")
    assert told == f"chatapp: Signed in at 127.0.0.1 port {server.port} as noor.\n"
    assert ended == (0, "")


def test_it_asks_for_the_capabilities_first_and_says_who_it_is(plain, start):
    start(plain.port, tls=PLAIN)
    plain.accept()

    assert plain.read() == "CAP LS 302"
    assert plain.read() == "NICK noor"
    plain.say("CAP * LS :")
    assert plain.read_until("CAP") == "CAP END"


def test_an_account_is_proved_in_plain_on_this_computer(plain, start):
    start(plain.port, tls=PLAIN, sasl={"account": "noor", "password": "sesame"})
    plain.accept()

    plain.say("CAP * LS :sasl=PLAIN", "CAP * ACK :sasl", "AUTHENTICATE +")

    assert plain.read_until("AUTHENTICATE") == "AUTHENTICATE PLAIN"
    assert plain.read() == "AUTHENTICATE bm9vcgBub29yAHNlc2FtZQ=="


def test_a_certificate_of_ones_own_proves_an_account(
    stack, certificate, tmp_path, start
):
    given = give_certificate(tmp_path, name="noor")
    mine = tmp_path / "mine.pem"
    mine.write_bytes(given.certificate.read_bytes() + given.key.read_bytes())
    server = stack.enter_context(Listening(certificate, given.authority))
    fingerprints = [fingerprint_of(certificate).hex]
    tls = {"enabled": True, "fingerprints": fingerprints, "certificate": str(mine)}
    start(server.port, tls=tls, sasl={"account": "noor"})
    server.accept()

    server.say("CAP * LS :sasl=EXTERNAL,PLAIN", "CAP * ACK :sasl", "AUTHENTICATE +")

    assert server.read_until("AUTHENTICATE") == "AUTHENTICATE EXTERNAL"
    assert server.read() == "AUTHENTICATE bm9vcg=="


def test_a_server_that_nobody_vouches_for_hears_nothing(secure, start):
    noor = start(secure.port, tls={"enabled": True})

    with pytest.raises(ssl.SSLError):
        secure.accept()

    assert "Nobody vouches for the server" in noor.complaint()
    assert noor.stop() == (0, "")


def test_another_certificate_than_the_one_that_is_named_is_not_spoken_to(secure, start):
    noor = start(secure.port, tls={"enabled": True, "fingerprints": ["ab" * 32]})

    secure.accept()

    assert secure.read() == ""
    assert "This is not the server" in noor.complaint()


def test_a_policy_is_obeyed_at_once_and_after_a_restart(
    plain, secure, certificate, start
):
    tls = {**PLAIN, "fingerprints": [fingerprint_of(certificate).hex]}
    noor = start(plain.port, tls=tls)
    plain.accept()
    plain.say(f"CAP * LS :sts=port={secure.port}")
    secure.accept()
    secure.say("CAP * LS :sts=duration=3600")
    secure.read_until("CAP END")
    assert noor.stop() == (0, "")

    start(plain.port, tls=tls)

    secure.accept()
    assert secure.read() == "CAP LS 302"


def test_wrong_settings_are_told_and_end_it(start):
    noor = start(6667, tls={"enabled": "perhaps"})

    code, complaints = noor.wait()

    assert code == 78
    assert "Write true or false there." in complaints
