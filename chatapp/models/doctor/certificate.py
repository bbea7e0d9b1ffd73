"""Looks at the certificate that a server shows, whoever it belongs to."""

import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.connection.encryption import Demand, Need, Trust
from chatapp.models.connection.handshake import secure
from chatapp.models.connection.tls_stream import TlsStream
from chatapp.models.events import Problem
from chatapp.wire.fingerprints import Fingerprint


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate, for how long it holds, and the TLS with which it came."""

    version: str
    trust: Trust
    fingerprint: Fingerprint
    begins: datetime
    ends: datetime


def meet(call: Callable[[], socket.socket], host: str) -> Certificate:
    """Speak TLS with a server, for a moment.

    Raises:
        CouldNotConnect: it speaks none, or is not there.
    """
    # It takes ten megabytes, which a window without questions need not have.
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415

    secured = secure(call, host, Demand(Need.REQUIRED))
    with suppress(OSError):
        secured.connected.close()
    stream, encryption = secured.stream, secured.encryption
    if not isinstance(stream, TlsStream) or encryption is None:
        raise CouldNotConnect(Problem.NO_TLS)
    try:
        shown = load_der_x509_certificate(stream.certificate)
    except ValueError as error:  # a form that the library does not read
        raise CouldNotConnect(Problem.NO_TLS, "certificate") from error
    return Certificate(
        encryption.version,
        encryption.trust,
        encryption.fingerprint,
        shown.not_valid_before_utc,
        shown.not_valid_after_utc,
    )
