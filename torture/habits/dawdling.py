"""Dawdlers fill the door: half a greeting in each language, then a byte a second."""

import asyncio
import contextlib
import ssl

from torture.guest import HERE, trusting_anybody
from torture.habits.habit import Fate, Surroundings

SECONDS_BETWEEN_BYTES = 1.0
REQUEST = (
    b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    b"Sec-WebSocket-Version: 13\r\nX-Patience: "
)
LINE = b"NICK " + b"x" * 400


class Dawdling:
    """As many as the crowd has; whoever is sent away comes back at once."""

    def __init__(self, around: Surroundings) -> None:
        """Take the surroundings."""
        self._around = around
        self.fate = Fate()

    async def prepare(self) -> None:
        """Nobody needs to be there before."""

    async def go_on(self) -> None:
        """Dawdle, all of them."""
        greetings = (b"", LINE[:3], _client_hello()[:100], REQUEST, LINE)
        async with asyncio.TaskGroup() as group:
            for number in range(self._around.crowd):
                greeting = greetings[number % len(greetings)]
                group.create_task(self._dawdle(greeting, number % 2 == 0))

    async def _dawdle(self, greeting: bytes, is_elsewhere: bool) -> None:
        source = self._around.elsewhere if is_elsewhere else None
        while True:
            await asyncio.sleep(self._around.chance.random())
            with contextlib.suppress(OSError):
                await self._stand_in_the_way(greeting, source)

    async def _stand_in_the_way(self, greeting: bytes, source: str | None) -> None:
        address = (source, 0) if source else None
        reader, writer = await asyncio.open_connection(
            HERE, local_addr=address, port=self._around.port
        )
        self.fate.came += 1
        try:
            writer.write(greeting)
            farewell = asyncio.create_task(reader.read())
            while not farewell.done():
                await asyncio.wait((farewell,), timeout=SECONDS_BETWEEN_BYTES)
                writer.write(b"x")
            self.fate.tell(_sentence(await farewell))
        finally:
            writer.transport.abort()


def _client_hello() -> bytes:
    outgoing = ssl.MemoryBIO()
    tls = trusting_anybody().wrap_bio(ssl.MemoryBIO(), outgoing)
    with contextlib.suppress(ssl.SSLWantReadError):
        tls.do_handshake()
    return outgoing.read()


def _sentence(farewell: bytes) -> str:
    """Give the words of an ERROR, also of one that stands within a page."""
    return farewell.decode(errors="replace").rpartition("ERROR :")[2].strip()
