"""What is settled with a newcomer before its first message: TLS, and WebSocket."""

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from server.network.codec import Codec, Layered
from server.network.doorway import Doorway
from server.network.opening import Opening, opening_of
from server.network.tls import TlsCodec, TlsHandshakeFailed

if TYPE_CHECKING:
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
        self, tls_context: Callable[[], ssl.SSLContext], origins: Sequence[str]
    ) -> None:
        """Speak TLS with the context that is given then, and answer requests.

        Args:
            tls_context: gives the context that holds now.
            origins: whose pages may join by WebSocket.
        """
        self._tls_context = tls_context
        self._origins = origins

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

    @cached_property
    def _upgrades(self) -> "Upgrades":
        # Where nobody comes by WebSocket, its library takes no memory.
        from server.network.upgrade import Upgrades  # noqa: PLC0415

        return Upgrades(self._origins)

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
