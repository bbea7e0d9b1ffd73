"""Speaks TLS with whoever answers, and judges whether it is the server one meant."""

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from chatapp.models.dialling import CouldNotConnect
from chatapp.models.encryption import Demand, Encryption, Need, Trust
from chatapp.models.events import Problem
from chatapp.models.tls_stream import Stream, TlsStream
from chatapp.wire.fingerprints import Fingerprint

HANDSHAKE_SECONDS = 6.0
"""A server that was asked for TLS and is slow is given so long."""

TRIAL_SECONDS = 3.0
"""A server without TLS may wait for the rest of what it takes for a line."""

Dial = Callable[[], socket.socket]


@dataclass(frozen=True, slots=True)
class Secured:
    """A connection that is as safe as was asked: its socket, and what carries bytes."""

    connected: socket.socket
    stream: Stream
    encryption: Encryption | None = None


def secure(
    dial: Dial,
    host: str,
    demand: Demand,
    authorities: Callable[[], ssl.SSLContext] = ssl.create_default_context,
) -> Secured:
    """Connect, with TLS where there is any.

    Args:
        dial: connects a socket anew each time.
        host: the name or address that a certificate has to be for.
        demand: what the connection must be.
        authorities: makes a context that checks certificates as usual.

    Raises:
        CouldNotConnect: it cannot be had as it was asked for.
    """
    if demand.need is Need.PLAIN:
        return _plain(dial)
    if demand.fingerprint:
        return _known(dial, host, demand.fingerprint)
    try:
        return _vouched_for(dial, host, demand.need, authorities())
    except ssl.SSLCertVerificationError:
        return _first_met(dial, host)
    except OSError as error:  # which an SSLError and a TimeoutError are, too
        if demand.need is Need.REQUIRED:
            raise CouldNotConnect(Problem.NO_TLS, _reason(error)) from error
    return _plain(dial)


def _plain(dial: Dial) -> Secured:
    connected = dial()
    return Secured(connected, connected)


def _vouched_for(dial: Dial, host: str, need: Need, context: ssl.SSLContext) -> Secured:
    """Speak with a server whose certificate an authority has signed."""
    is_trial = need is Need.PREFERRED
    seconds = TRIAL_SECONDS if is_trial else HANDSHAKE_SECONDS
    return _encrypt(dial(), context, host, seconds, Trust.AUTHORITY)


def _known(dial: Dial, host: str, fingerprint: Fingerprint) -> Secured:
    """Speak with the server that has this fingerprint, and with no other."""
    try:
        secured = _encrypt(
            dial(), _unchecked(), host, HANDSHAKE_SECONDS, Trust.FINGERPRINT
        )
    except OSError as error:
        raise CouldNotConnect(Problem.NO_TLS, _reason(error)) from error
    found = secured.encryption.fingerprint if secured.encryption else None
    if found != fingerprint:
        secured.connected.close()
        raise CouldNotConnect(Problem.CERTIFICATE_CHANGED, found.hex if found else "")
    return secured


def _first_met(dial: Dial, host: str) -> Secured:
    """Speak with a server that nobody vouches for, to know it from then on."""
    try:
        return _encrypt(dial(), _unchecked(), host, HANDSHAKE_SECONDS, Trust.FIRST_USE)
    except OSError as error:
        raise CouldNotConnect(Problem.NO_TLS, _reason(error)) from error


def _encrypt(
    connected: socket.socket,
    context: ssl.SSLContext,
    host: str,
    seconds: float,
    trust: Trust,
) -> Secured:
    try:
        stream = TlsStream(connected, context, host).handshake(seconds)
    except BaseException:
        with suppress(OSError):
            connected.close()
        raise
    fingerprint = Fingerprint.of(stream.certificate)
    return Secured(connected, stream, Encryption(stream.version, fingerprint, trust))


def _unchecked() -> ssl.SSLContext:
    """Give a context that takes any certificate: its fingerprint is looked at."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _reason(error: OSError) -> str:
    reason = error.reason if isinstance(error, ssl.SSLError) else error.strerror
    return (reason or type(error).__name__).replace("_", " ").lower()
