"""Connections that come fast, of all kinds, and are of no use to anybody."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from torture.guest import HERE, trusting_anybody
from torture.habits.habit import Fate, Rate, Surroundings

A_SECOND = 400
SECONDS_TO_STAY = 5.0
SECONDS_OF_PATIENCE = 15.0

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Flooding:
    """Some hundred new connections a second."""

    def __init__(self, around: Surroundings) -> None:
        """Take the surroundings."""
        self._around = around
        self._kinds: tuple[Callable[[Streams], Awaitable[None]], ...] = (
            self._leave_at_once,
            self._say_something_and_leave,
            self._ask_for_a_page,
            self._stay_without_a_name,
        )
        self.fate = Fate()

    async def prepare(self) -> None:
        """Nobody needs to be there before."""

    async def go_on(self) -> None:
        """Come, and come, and come."""
        rate = Rate(A_SECOND)
        async with asyncio.TaskGroup() as group:
            while True:
                await rate.turn()
                group.create_task(self._come())

    async def _come(self) -> None:
        chance = self._around.chance
        source = self._around.elsewhere if chance.random() < 0.7 else None
        context = trusting_anybody() if chance.random() < 0.1 else None
        kind = chance.choice(self._kinds)
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(SECONDS_OF_PATIENCE):
                streams = await asyncio.open_connection(
                    HERE,
                    self._around.port,
                    ssl=context,
                    server_hostname="localhost" if context else None,
                    local_addr=(source, 0) if source else None,
                )
                await self._visit(kind, streams)

    async def _visit(
        self, kind: Callable[[Streams], Awaitable[None]], streams: Streams
    ) -> None:
        self.fate.came += 1
        try:
            await kind(streams)
        finally:
            streams[1].transport.abort()

    async def _leave_at_once(self, _streams: Streams) -> None:
        """Say nothing."""

    async def _say_something_and_leave(self, streams: Streams) -> None:
        streams[1].write(b"CAP LS 302\r\nNICK x\r\n")

    async def _ask_for_a_page(self, streams: Streams) -> None:
        reader, writer = streams
        writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        await reader.read()

    async def _stay_without_a_name(self, streams: Streams) -> None:
        reader, writer = streams
        writer.write(b"CAP LS 302\r\n")
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SECONDS_TO_STAY):
                while line := await reader.readline():
                    if line.startswith(b"ERROR :"):
                        self.fate.tell(line[7:].decode().strip())
