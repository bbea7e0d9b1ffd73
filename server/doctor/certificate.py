"""Checks the server's certificate: whether it holds, and by what it is known."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from chatapp.wire.findings import Finding, Verdict
from chatapp.wire.fingerprints import Fingerprint

NAME = "Certificate"
SOON = timedelta(days=30)


def check_certificate(path: Path, now: datetime) -> Iterator[Finding]:
    """Tell how long a certificate holds, and its fingerprint."""
    if not path.exists():
        sentence = f"There is none yet in {path}; the server makes one when it starts."
        yield Finding(NAME, Verdict.OK, sentence)
        return
    try:
        certificate = x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        sentence = f"{path} cannot be read, or has no certificate."
        advice = "Put the right file there, or move it away: the server makes another."
        yield Finding(NAME, Verdict.FAIL, sentence, advice)
        return
    yield _dates(certificate, now)
    fingerprint = Fingerprint.of(certificate.public_bytes(Encoding.DER))
    words = " ".join(fingerprint.words)
    sentence = (
        f"Its fingerprint is {fingerprint.digest.hex(':').upper()}, in words: {words}."
    )
    yield Finding("Fingerprint", Verdict.OK, sentence)


def _dates(certificate: x509.Certificate, now: datetime) -> Finding:
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if now < begins:
        sentence = f"It holds from {begins:%Y-%m-%d} on, which is later than now."
        advice = "Set this computer's clock right."
        return Finding(NAME, Verdict.FAIL, sentence, advice)
    if now >= ends:
        sentence = f"It ended on {ends:%Y-%m-%d}; who has no invitation may refuse it."
        return Finding(NAME, Verdict.FAIL, sentence, _renewal())
    if ends - now < SOON:
        sentence = f"It ends soon, on {ends:%Y-%m-%d}."
        return Finding(NAME, Verdict.WARN, sentence, _renewal())
    return Finding(NAME, Verdict.OK, f"It holds until {ends:%Y-%m-%d}.")


def _renewal() -> str:
    return (
        "Put another one in its place and run `chatapp-server reload`; people who know "
        "the old one need a new invitation."
    )
