"""Bad neighbours as a program of its own: it is there, begins, and tells at its end."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import cast

SECONDS_TO_PREPARE = 120.0
SECONDS_TO_END = 20.0


@dataclass(frozen=True, slots=True)
class Told:
    """How many bad neighbours came, and which last words they heard how often."""

    came: int
    told: Mapping[str, int]


class BadNeighbours:
    """Neighbours of one kind, from the moment when they are there."""

    def __init__(self, process: Process) -> None:
        """Take over their program."""
        self._process = process
        self._input = cast(asyncio.StreamWriter, process.stdin)
        self._output = cast(asyncio.StreamReader, process.stdout)

    async def wait_until_there(self) -> None:
        """Wait for all of them."""
        said = await asyncio.wait_for(self._output.readline(), SECONDS_TO_PREPARE)
        assert said == b"ready\n", said

    async def begin(self) -> None:
        """Let them be bad from now on."""
        self._input.write(b"begin\n")
        await self._input.drain()

    async def end(self) -> Told:
        """Let them stop, and say what became of them."""
        self._input.close()
        said = await asyncio.wait_for(self._output.read(), SECONDS_TO_END)
        return Told(**json.loads(said))


@asynccontextmanager
async def bad_neighbours(
    habit: str, port: int, seed: int, crowd: int
) -> AsyncIterator[BadNeighbours]:
    """Have neighbours with this habit, until the block is left."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "torture.habits"),
        *(habit, str(port), str(seed), str(crowd)),
        stdin=PIPE,
        stdout=PIPE,
    )
    try:
        neighbours = BadNeighbours(process)
        await neighbours.wait_until_there()
        yield neighbours
    finally:
        await _end(process)


async def _end(process: Process) -> None:
    """Let a program end whose input is closed, and make it end if it does not."""
    cast(asyncio.StreamWriter, process.stdin).close()
    try:
        await asyncio.wait_for(process.wait(), SECONDS_TO_END)
    except TimeoutError:
        process.kill()
        await process.wait()
