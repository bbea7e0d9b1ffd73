"""What is settled with a newcomer before its first message: TLS, and WebSocket."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass

from server.network.codec import Codec, Layered
from server.network.doorway import Doorway
from server.network.opening import Opening, opening_of
from server.network.tls import TlsCodec, TlsHandshakeFailed
from server.network.upgrade import Upgrades

SECONDS_TO_READ_A_PAGE = 1.0


class TurnedAway(Exception):
    """A newcomer has had its answer, and is not let in."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was agreed with a newcomer, and the lines that it has begun to send."""

    data: bytes
    codec: Codec | None
    is_secure: bool


class Threshold:
    """Finds out what a newcomer speaks; every port understands all of it."""

    def __init__(
        self, tls_context: Callable[[], ssl.SSLContext], upgrades: Upgrades
    ) -> None:
        """Speak TLS with the context that is given then, and answer requests."""
        self._tls_context = tls_context
        self._upgrades = upgrades

    def settle(self, doorway: Doorway) -> Settled:
        """Talk to a newcomer up to its first line.

        Raises:
            TurnedAway: it cannot be let in, and was told so.
            TimeoutError: it is too slow.
            Gone: it has left.
            OSError: the connection was lost.
        """
        data = doorway.receive()
        is_secure = opening_of(data) is Opening.TLS
        if is_secure:
            self._shake_hands(doorway, data)
            data = doorway.read()
        while (opening := opening_of(data)) is Opening.UNCLEAR:
            data += doorway.read()
        if opening is not Opening.HTTP:
            return Settled(data, doorway.codec, is_secure)
        websocket = self._upgrade(doorway, data)
        lines = websocket.decode(b"")  # what came with the request
        doorway.write(websocket.take_answers())
        if websocket.is_over and not lines:
            raise TurnedAway("a broken frame")
        codec = Layered(doorway.codec, websocket) if doorway.codec else websocket
        return Settled(lines, codec, is_secure)

    def _shake_hands(self, doorway: Doorway, data: bytes) -> None:
        doorway.codec = codec = TlsCodec(self._tls_context())
        try:
            while not codec.shake_hands(data):
                doorway.send(codec.take_answers())
                data = doorway.receive()
        except TlsHandshakeFailed as failure:
            doorway.send(failure.alert)
            raise TurnedAway(str(failure)) from failure
        doorway.send(codec.take_answers())

    def _upgrade(self, doorway: Doorway, data: bytes) -> Codec:
        upgrade = self._upgrades.begin()
        while not upgrade.hear(data):
            data = doorway.read()
        if upgrade.codec is None:
            doorway.say_last(upgrade.answer)
            doorway.wait_for_the_end(SECONDS_TO_READ_A_PAGE)
            raise TurnedAway("HTTP")
        doorway.write(upgrade.answer)
        return upgrade.codec
