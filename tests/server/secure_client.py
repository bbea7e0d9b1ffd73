"""A client that speaks lines through TLS."""

import hashlib
import ssl
from pathlib import Path

from tests.server.raw_client import RawClient


class SecureClient(RawClient):
    """A raw client behind TLS; without an authority it believes everybody."""

    def __init__(
        self,
        port: int,
        *,
        authority: Path | None = None,
        version: ssl.TLSVersion | None = None,
    ) -> None:
        super().__init__("127.0.0.1", port)
        context = client_context(authority)
        if version is not None:
            context.maximum_version = version
        self.plain_socket = self.socket
        try:
            self.socket = context.wrap_socket(self.socket, server_hostname="localhost")
        except OSError:
            self.plain_socket.close()
            raise

    @property
    def version(self) -> str:
        """Which TLS is spoken."""
        return self.socket.version()

    @property
    def fingerprint(self) -> str:
        """The SHA-256 digest of the server's certificate."""
        certificate = self.socket.getpeercert(binary_form=True)
        return hashlib.sha256(certificate).digest().hex(":").upper()

    def send_bytes(self, data: bytes) -> None:
        """Send as many records as the bytes need."""
        self.socket.settimeout(30)
        self.socket.sendall(data)


def client_context(authority: Path | None = None) -> ssl.SSLContext:
    """Give a context that trusts the authority, or else anybody."""
    if authority is not None:
        return ssl.create_default_context(cafile=authority)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
