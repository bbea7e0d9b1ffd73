"""A socket whose bytes are TLS, for one thread that reads and one that writes."""

import socket
import ssl
import threading
import time
from typing import Protocol, Self

_READ_BYTES = 65536
_LONGEST_REFUSAL = 512
_REFUSAL = b"ERROR "


class Stream(Protocol):
    """What carries the bytes of a connection: a socket, or TLS on it."""

    def recv(self, size: int, /) -> bytes:
        """Wait for bytes; b"" when the other side has ended."""

    def sendall(self, data: bytes, /) -> None:
        """Send all of it."""


class TlsStream:
    """TLS on a connected socket.

    OpenSSL's objects are not made for two threads at once, and a read that waits
    would keep a write waiting. So TLS is spoken on memory, under a lock, and only the
    socket itself is waited for, without it.
    """

    def __init__(
        self, connected: socket.socket, context: ssl.SSLContext, host: str
    ) -> None:
        self._socket = connected
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(
            self._incoming, self._outgoing, server_hostname=host
        )
        self._lock = threading.Lock()
        self._sending = threading.Lock()
        self._first = b""

    def handshake(self, seconds: float) -> Self:
        """Agree on keys with the server.

        Raises:
            ssl.SSLError: it speaks no TLS, or its certificate was not accepted.
            OSError: the connection ended.
            TimeoutError: that took too long.
        """
        deadline = time.monotonic() + seconds
        while not self._has_shaken_hands():
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self._socket.settimeout(left)
            self._feed()
        self._flush()
        self._socket.settimeout(None)
        return self

    @property
    def version(self) -> str:
        """The version of TLS in use, such as "TLSv1.3"."""
        return self._tls.version() or ""

    @property
    def certificate(self) -> bytes:
        """The server's certificate in DER."""
        return self._tls.getpeercert(binary_form=True) or b""

    @property
    def plain_refusal(self) -> str:
        """What a server said plainly that turned one away before any TLS, or ""."""
        line = self._first.partition(b"\n")[0].strip()
        if not line.startswith(_REFUSAL):
            return ""
        return line[len(_REFUSAL) :].decode(errors="replace").lstrip(" :")

    def recv(self, size: int, /) -> bytes:
        """Wait for bytes; b"" when the other side has ended."""
        while (data := self._read(size)) is None:
            if self._outgoing.pending:  # else a write that waits would be waited for
                self._flush()
            self._feed()
        return data

    def sendall(self, data: bytes, /) -> None:
        """Send all of it."""
        with self._lock:
            self._tls.write(data)
        self._flush()

    def _read(self, size: int) -> bytes | None:
        with self._lock:
            try:
                return self._tls.read(size)
            except ssl.SSLWantReadError:
                return None
            except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
                return b""

    def _has_shaken_hands(self) -> bool:
        try:
            self._tls.do_handshake()
        except ssl.SSLWantReadError:
            self._flush()
            return False
        except ssl.SSLError:
            self._flush()  # which tells the server why
            raise
        return True

    def _feed(self) -> None:
        data = self._socket.recv(_READ_BYTES)
        self._first = self._first or data[:_LONGEST_REFUSAL]
        with self._lock:
            if data:
                self._incoming.write(data)
            else:
                self._incoming.write_eof()

    def _flush(self) -> None:
        """Send what TLS has ready, in the order in which it made it."""
        with self._sending:
            with self._lock:
                data = self._outgoing.read()
            if data:
                self._socket.sendall(data)
