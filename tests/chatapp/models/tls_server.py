"""Small servers for tests that speak TLS, plainly not, or not at all."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_pem_x509_certificate

from chatapp.wire.fingerprints import Fingerprint
from server.network.certificate import make_certificate

PATIENCE = 30.0
Serve = Callable[[socket.socket], None]


def own_certificate(
    folder: Path, name: str = "chat.test", made_at: datetime | None = None
) -> Path:
    """Write a certificate that nobody vouches for, with its key."""
    path = folder / f"{name}.pem"
    make_certificate(path, name, made_at)
    return path


def fingerprint_of(certificate: Path) -> Fingerprint:
    """Tell a certificate file's fingerprint."""
    first = load_pem_x509_certificate(certificate.read_bytes())
    return Fingerprint.of(first.public_bytes(Encoding.DER))


def speak_tls(certificate: Path, key: Path | None = None) -> Serve:
    """Echo in capitals what comes over TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def serve(connected: socket.socket) -> None:
        with context.wrap_socket(connected, server_side=True) as secure:
            while data := secure.recv(65536):
                secure.sendall(data.upper())

    return serve


def tell_whom(certificate: Path, authority: Path) -> Serve:
    """Ask for a client's certificate, and answer with its digest."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.load_verify_locations(authority)
    context.verify_mode = ssl.CERT_REQUIRED

    def serve(connected: socket.socket) -> None:
        with context.wrap_socket(connected, server_side=True) as secure:
            secure.recv(65536)
            shown = secure.getpeercert(binary_form=True) or b""
            secure.sendall(Fingerprint.of(shown).digest)

    return serve


def speak_plainly(connected: socket.socket) -> None:
    """Complain of what is no line, as servers without TLS do."""
    if connected.recv(65536):
        connected.sendall(b":s 451 * :You have not registered\r\n")


@contextmanager
def serving(serve: Serve) -> Iterator[int]:
    """Serve everybody who comes; gives the port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)
        over = threading.Event()
        waiting = threading.Thread(target=_accept, args=(listening, serve, over))
        waiting.start()
        try:
            yield listening.getsockname()[1]
        finally:
            over.set()
            waiting.join(PATIENCE)


def _accept(listening: socket.socket, serve: Serve, over: threading.Event) -> None:
    while not over.is_set():
        try:
            connected, _ = listening.accept()
        except TimeoutError:
            continue
        connected.settimeout(PATIENCE)
        with connected, suppress(OSError):
            serve(connected)
