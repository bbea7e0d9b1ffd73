"""TLS without a socket: bytes that arrive become plain, and plain ones become TLS."""

import contextlib
import ssl

from server.network.tls_records import Records

MOST_PLAIN_BYTES = 16_384
"""What one record of TLS holds at most."""

SHARE = 65_536
"""It takes a few milliseconds, whatever is in it."""

MOST_IDLE_RECORDS = 32
"""So many records of one read may bring nothing: new keys, warnings.

New keys are worked out for each, and a record of them has 27 bytes.
"""


class TlsHandshakeFailed(Exception):
    """A client and this server cannot agree; `alert` is what tells the client."""

    def __init__(self, reason: str, alert: bytes) -> None:
        super().__init__(reason)
        self.alert = alert


class TlsCodec:
    """One client's TLS, on memory only, so that no socket can hold it up.

    A record that a socket does not take waits as it is: what was encrypted once is
    never encrypted again.
    """

    __slots__ = (
        "_incoming",
        "_is_broken",
        "_outgoing",
        "_records",
        "_tls",
        "is_over",
    )
    share = SHARE

    def __init__(self, context: ssl.SSLContext) -> None:
        """Begin with nothing heard."""
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_side=True)
        self._records = Records()
        self._is_broken = False
        self.is_over = False

    def shake_hands(self, data: bytes) -> bool:
        """Go on with the handshake, and tell whether it is done.

        Answers wait in `take_answers` each time.

        Raises:
            TlsHandshakeFailed: it cannot succeed any more.
        """
        self._records.add(data)
        while record := self._records.next():
            self._incoming.write(record)
            try:
                self._tls.do_handshake()
            except ssl.SSLWantReadError:
                continue
            except ssl.SSLError as error:
                reason = error.reason or ""
                raise TlsHandshakeFailed(reason, self.take_answers()) from error
            return True
        return False

    def decode(self, data: bytes) -> bytes:
        """Give the plain bytes that are readable with this."""
        if self.is_over:
            return b""
        self._records.add(data)
        parts: list[bytes] = []
        idle = 0
        while not self.is_over and (record := self._records.next()):
            part = self._open(record)
            if part:
                parts.append(part)
            else:
                idle += 1
            if idle > MOST_IDLE_RECORDS:
                self.is_over = self._is_broken = True
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _open(self, record: bytes) -> bytes:
        """Give what a record holds; nothing if it is for TLS itself."""
        self._incoming.write(record)
        try:
            if part := self._tls.read(MOST_PLAIN_BYTES):
                return part
            self.is_over = True  # close_notify
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError as error:
            self.is_over = True
            self._is_broken = not isinstance(error, ssl.SSLZeroReturnError)
        return b""

    def encode(self, lines: bytes) -> bytes:
        """Give what is sent for these bytes; nothing when the client has ended it."""
        if self.is_over:
            return b""
        try:
            self._tls.write(lines)
        except ssl.SSLError:
            self.is_over = self._is_broken = True
        return self._outgoing.read()

    def take_answers(self) -> bytes:
        """Give what TLS itself has to say: handshakes, alerts, new keys."""
        return self._outgoing.read() if self._outgoing.pending else b""

    def end(self) -> bytes:
        """Give the close_notify, which tells an end from a cut."""
        if not self._is_broken:
            with contextlib.suppress(ssl.SSLError):
                self._tls.unwrap()  # it writes, and then waits for the client's
        return self._outgoing.read()
