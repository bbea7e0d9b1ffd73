"""What the program `chatapp-server` does about certificates."""

import signal
import time

import pytest

from tests.server.certificates import give_certificate
from tests.server.running import ServerProcess
from tests.server.secure_client import SecureClient
from tests.server.verb_runs import run

LOCAL = ("--host", "127.0.0.1", "--port", "0")


def test_a_server_tells_its_fingerprint_when_it_starts(tmp_path):
    with ServerProcess(tmp_path, *LOCAL) as server:
        told = server.process.stdout.readline()
        with SecureClient(server.port) as anna:
            assert (
                told == f"Its certificate's SHA-256 fingerprint: {anna.fingerprint}\n"
            )


def test_a_certificate_can_be_made_before_the_first_start(tmp_path):
    made = run(tmp_path, "gen-cert")
    with ServerProcess(tmp_path, *LOCAL) as server, SecureClient(server.port) as anna:
        fingerprint = anna.fingerprint

    assert made.returncode == 0
    assert made.stdout.endswith(f"Its SHA-256 fingerprint: {fingerprint}\n")


def test_a_certificate_that_is_there_is_not_made_anew(tmp_path):
    run(tmp_path, "gen-cert")

    again = run(tmp_path, "gen-cert")

    assert (again.returncode, again.stdout) == (1, "")
    assert "There is a certificate in" in again.stderr


def test_a_certificate_is_made_where_the_settings_want_it(tmp_path):
    wanted = tmp_path / "elsewhere" / "cert.pem"

    run(tmp_path, "gen-cert", CHATAPP_SERVER__TLS__CERT=str(wanted))

    assert wanted.read_text().count("-----BEGIN") == 2


@pytest.mark.parametrize("verb", ["run", "check-config"])
def test_a_certificate_that_is_missing_is_a_wrong_setting(tmp_path, verb):
    missing = str(tmp_path / "missing.pem")

    result = run(tmp_path, *LOCAL, verb, CHATAPP_SERVER__TLS__CERT=missing)

    assert (result.returncode, result.stdout) == (78, "")
    assert missing in result.stderr
    assert "Traceback" not in result.stderr


def test_sighup_takes_a_new_certificate_and_sends_nobody_away(tmp_path):
    given = give_certificate(tmp_path)
    variables = {
        "CHATAPP_SERVER__TLS__CERT": str(given.certificate),
        "CHATAPP_SERVER__TLS__KEY": str(given.key),
    }
    with (
        ServerProcess(tmp_path, *LOCAL, environment=variables) as server,
        SecureClient(server.port) as anna,
    ):
        anna.register("anna")
        before = anna.fingerprint

        give_certificate(tmp_path)
        server.process.send_signal(signal.SIGHUP)
        after = _fingerprint_other_than(before, server.port)

        assert after != before
        assert anna.ask("PRIVMSG anna :still here")[0].trailing == "still here"


def _fingerprint_other_than(before: str, port: int) -> str:
    """Connect until the certificate is another one, or the time is over."""
    deadline = time.monotonic() + 20
    while True:
        with SecureClient(port) as client:
            now = client.fingerprint
        if now != before or time.monotonic() > deadline:
            return now
