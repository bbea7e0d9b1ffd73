"""What the doctor says of encryption and certificates."""

from datetime import UTC, datetime, timedelta

import pytest

from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.doctor.safety import (
    CERTIFICATE,
    DATES,
    ENCRYPTION,
    check_encryption,
)
from chatapp.wire.findings import Finding, Verdict
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.doctor.stage import SET_CLOCK, case, only, told
from tests.chatapp.models.tls_server import (
    fingerprint_of,
    own_certificate,
    serving,
    speak_plainly,
    speak_tls,
)
from tests.support.ports import closed_port

ANOTHER = Fingerprint(bytes(32))


@pytest.fixture
def certificate(tmp_path):
    return own_certificate(tmp_path)


@pytest.fixture
def secure_port(certificate):
    with serving(speak_tls(certificate)) as port:
        yield port


def test_an_encrypted_connection_is_told_with_the_words_to_compare(
    secure_port, certificate
):
    found = told(check_encryption, case(port=secure_port))

    words = " ".join(fingerprint_of(certificate).words)
    sentence = f"Nobody vouches for the server yet. It is known by: {words}."
    assert found[ENCRYPTION].sentence == "The connection is encrypted (TLSv1.3)."
    assert found[CERTIFICATE] == Finding(CERTIFICATE, Verdict.OK, sentence)
    assert found[DATES].verdict is Verdict.OK


def test_a_server_that_is_known_is_told_so(secure_port, certificate):
    known = fingerprint_of(certificate)

    found = told(
        check_encryption, case(port=secure_port, demand=Demand(Need.REQUIRED, known))
    )

    sentence = f"It is the server that is known here: {' '.join(known.words)}."
    assert found[CERTIFICATE] == Finding(CERTIFICATE, Verdict.OK, sentence)


def test_a_short_code_tells_enough_to_know_a_server(secure_port, certificate):
    known = fingerprint_of(certificate)
    right, wrong = Demand(beginning=known.digest[:8]), Demand(beginning=bytes(8))

    found = told(check_encryption, case(port=secure_port, demand=right))
    other = told(check_encryption, case(port=secure_port, demand=wrong))

    assert found[CERTIFICATE].sentence.startswith("It is the server that is known")
    assert other[CERTIFICATE].verdict is Verdict.FAIL
    assert other[CERTIFICATE].sentence.endswith(f"{' '.join(known.words)}.")


def test_another_server_at_a_known_place_fails(secure_port, certificate):
    found = told(
        check_encryption, case(port=secure_port, demand=Demand(Need.REQUIRED, ANOTHER))
    )

    assert found[CERTIFICATE] == Finding(
        CERTIFICATE,
        Verdict.FAIL,
        "Another server answers than the one that is known: this one is"
        f" {' '.join(fingerprint_of(certificate).words)}, the known one was"
        f" {' '.join(ANOTHER.words)}.",
        "Ask whoever runs the chat for a new invitation.",
    )


def test_a_server_without_encryption_is_warned_of():
    with serving(speak_plainly) as port:
        finding = only(check_encryption, case(port=port))

    assert finding == Finding(
        ENCRYPTION,
        Verdict.WARN,
        f"127.0.0.1 does not encrypt at port {port}: whoever is in this network could"
        " read along.",
        "Ask whoever runs the server to turn TLS on.",
    )


def test_a_server_that_has_lost_its_encryption_fails():
    with serving(speak_plainly) as port:
        finding = only(check_encryption, case(port=port, demand=Demand(Need.REQUIRED)))

    assert finding.verdict is Verdict.FAIL
    assert finding.sentence == (
        f"127.0.0.1 does not encrypt at port {port}, as it did before or has to."
    )
    assert finding.advice.startswith("Ask whoever runs it before you go on")


def test_a_server_that_does_not_answer_the_handshake_is_told_so(monkeypatch):
    monkeypatch.setattr("chatapp.models.connection.handshake.HANDSHAKE_SECONDS", 0.2)
    with serving(lambda connected: connected.recv(9000) and connected.recv(1)) as port:
        finding = only(check_encryption, case(port=port))

    assert finding.sentence.startswith(
        f"127.0.0.1 does not answer when it is asked to encrypt at port {port}"
    )


def test_a_certificate_that_begins_later_tells_of_a_slow_clock(secure_port):
    slow = datetime(2020, 5, 17, tzinfo=UTC)

    found = told(check_encryption, case(port=secure_port, now=lambda: slow))

    assert found[DATES].verdict is Verdict.WARN
    assert found[DATES].sentence.endswith(
        "so this computer's clock may be wrong: it says 17 May 2020."
    )
    assert found[DATES].advice == SET_CLOCK


def test_a_certificate_that_begins_later_is_told_so(tmp_path):
    later = datetime.now(UTC) + timedelta(days=400)
    certificate = own_certificate(tmp_path, made_at=later)

    with serving(speak_tls(certificate)) as port:
        found = told(check_encryption, case(port=port))

    assert found[DATES].verdict is Verdict.WARN
    assert found[DATES].sentence.startswith("The certificate holds from ")


def test_a_certificate_that_is_over_is_told_so(tmp_path):
    long_ago = datetime.now(UTC) - timedelta(days=6000)
    certificate = own_certificate(tmp_path, made_at=long_ago)

    with serving(speak_tls(certificate)) as port:
        found = told(check_encryption, case(port=port))

    assert found[DATES].verdict is Verdict.WARN
    assert found[DATES].sentence.startswith("The certificate is over since ")
    assert found[DATES].advice == "Ask whoever runs the server to have a new one made."


def test_where_nothing_answers_no_encryption_is_checked():
    with closed_port() as port:
        assert list(check_encryption(case(port=port))) == []
