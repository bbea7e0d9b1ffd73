"""Speaks TLS with whoever answers, and judges whether it is the server one meant."""

import socket
import ssl
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.connection.encryption import Demand, Encryption, Need, Trust
from chatapp.models.connection.tls_stream import Stream, TlsStream
from chatapp.models.events import Problem
from chatapp.wire.ciphers import CIPHERS
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.this_computer import is_here

HANDSHAKE_SECONDS = 6.0
"""A server that was asked for TLS and is slow is given so long."""

TRIAL_SECONDS = 3.0
"""A server without TLS may wait for the rest of what it takes for a line."""

Dial = Callable[[], socket.socket]
Encrypt = Callable[[ssl.SSLContext, float, Trust], "Secured"]


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
    certificate: Path | None = None,
) -> Secured:
    """Connect, with TLS where there is any.

    Args:
        dial: connects a socket anew each time.
        host: the name or address that a certificate has to be for.
        demand: what the connection must be.
        authorities: makes a context that checks certificates as usual.
        certificate: one's own, with its key in PEM, for a server that asks for one.

    Raises:
        CouldNotConnect: it cannot be had as it was asked for.
    """
    if demand.need is Need.PLAIN:
        return _plain(dial)
    encrypt = partial(_encrypt, dial, host, certificate)
    if demand.names_server:
        return _known(encrypt, demand)
    may_be_new = demand.need is not Need.VERIFIED
    is_trial = demand.need is Need.PREFERRED
    seconds = TRIAL_SECONDS if is_trial else HANDSHAKE_SECONDS
    try:
        if may_be_new and is_here(host):  # nobody is between, or could vouch for it
            return encrypt(_unchecked(), seconds, Trust.FIRST_USE)
        return encrypt(_trusting(authorities), seconds, Trust.AUTHORITY)
    except ssl.SSLCertVerificationError as error:
        if not may_be_new:
            reason = error.verify_message
            raise CouldNotConnect(Problem.CERTIFICATE_UNKNOWN, reason) from error
        return _first_met(encrypt)
    except OSError as error:  # which an SSLError and a TimeoutError are, too
        if not is_trial:
            raise _explain(error) from error
    return _plain(dial)


def _plain(dial: Dial) -> Secured:
    connected = dial()
    return Secured(connected, connected)


def _known(encrypt: Encrypt, demand: Demand) -> Secured:
    """Speak with the server that the demand names, and with no other."""
    try:
        secured = encrypt(_unchecked(), HANDSHAKE_SECONDS, Trust.FINGERPRINT)
    except OSError as error:
        raise _explain(error) from error
    found = secured.encryption.fingerprint if secured.encryption else None
    if found is None or not demand.accepts(found):
        secured.connected.close()
        raise CouldNotConnect(Problem.CERTIFICATE_CHANGED, found.hex if found else "")
    return secured


def _first_met(encrypt: Encrypt) -> Secured:
    """Speak with a server that nobody vouches for, to know it from then on."""
    try:
        return encrypt(_unchecked(), HANDSHAKE_SECONDS, Trust.FIRST_USE)
    except OSError as error:
        raise _explain(error) from error


def _encrypt(
    dial: Dial,
    host: str,
    certificate: Path | None,
    context: ssl.SSLContext,
    seconds: float,
    trust: Trust,
) -> Secured:
    if certificate:
        context.load_cert_chain(certificate)
    connected = dial()
    with ExitStack() as stack:
        stack.callback(_close, connected)
        stream = TlsStream(connected, context, host)
        try:
            stream.handshake(seconds)
        except BaseException as error:
            if stream.plain_refusal:
                raise CouldNotConnect(Problem.REFUSED, stream.plain_refusal) from error
            raise
        stack.pop_all()
    fingerprint = Fingerprint.of(stream.certificate)
    return Secured(connected, stream, Encryption(stream.version, fingerprint, trust))


def _close(connected: socket.socket) -> None:
    with suppress(OSError):
        connected.close()


def _unchecked() -> ssl.SSLContext:
    """Give a context that takes any certificate: its fingerprint is looked at.

    It has no need of the system's authorities, which take time and two megabytes.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    _forbid_what_is_old(context)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _trusting(authorities: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    """Give a context that checks certificates, alike with every Python.

    Python 3.13 refuses an authority whose certificate does not say what its key is for,
    as those that people make with OpenSSL do not: a server known for long would be a
    stranger after an update.
    """
    context = authorities()
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    _forbid_what_is_old(context)
    return context


def _forbid_what_is_old(context: ssl.SSLContext) -> None:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    context.options |= ssl.OP_NO_RENEGOTIATION  # who was met stays the one


def _explain(error: OSError) -> CouldNotConnect:
    """Tell apart a server that has no TLS from a line that broke."""
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError):
        reason = (error.reason or "").replace("_", " ").lower()
        return CouldNotConnect(Problem.NO_TLS, reason)
    if isinstance(error, TimeoutError):
        return CouldNotConnect(Problem.TIMED_OUT)
    return CouldNotConnect(Problem.LOST, error.strerror or "")
