"""Runs bad neighbours of one kind until standard input ends.

Usage: python -m torture.habits HABIT PORT SEED CROWD

It says "ready" when they are there, begins at the first line of standard input, and
tells at its end as a line of JSON what became of them.
"""

import asyncio
import contextlib
import json
import random
import sys
from collections.abc import Callable

from server.open_files import room_for_connections
from torture.habits.dawdling import Dawdling
from torture.habits.elsewhere import address_elsewhere
from torture.habits.flooding import Flooding
from torture.habits.habit import Habit, Surroundings
from torture.habits.not_reading import NotReading
from torture.habits.shouting import Shouting
from torture.habits.storming import Storming

HABITS: dict[str, Callable[[Surroundings], Habit]] = {
    "dawdling": Dawdling,
    "flooding": Flooding,
    "not-reading": NotReading,
    "shouting": Shouting,
    "storming": Storming,
}


async def live(habit: Habit) -> None:
    """Be there; be bad from the first line on; end with the last."""
    loop = asyncio.get_running_loop()
    await habit.prepare()
    print("ready", flush=True)
    await loop.run_in_executor(None, sys.stdin.readline)
    being_bad = asyncio.create_task(habit.go_on())
    waiting = loop.run_in_executor(None, sys.stdin.read)
    await asyncio.wait((being_bad, waiting), return_when=asyncio.FIRST_COMPLETED)
    being_bad.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await being_bad
    fate = {"came": habit.fate.came, "told": dict(habit.fate.told)}
    print(json.dumps(fate), flush=True)


def main() -> None:
    """Run one habit."""
    name, port, seed, crowd = sys.argv[1:]
    room_for_connections()
    chance = random.Random(seed)
    around = Surroundings(int(port), chance, address_elsewhere(), int(crowd))
    asyncio.run(live(HABITS[name](around)))


if __name__ == "__main__":
    main()
