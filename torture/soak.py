"""A soak: a crowd uses a server for minutes, a window looks on, and nothing grows.

The window is in rooms of its own, where somebody talks until it keeps all that it ever
will of them; only what it needs after that is judged. In the short form a few come, use
the server and leave, twice, and the second time leaves no thread, nor descriptors.
"""

import asyncio
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from chatapp.models.history.history import MOST_KEPT, TRIMMED_AT_ONCE
from tools.own_folders import own_environment
from tools.virtual_screen import virtual_screen
from tools.window import Window
from torture.chatter import Chatter
from torture.footprint import Footprint
from torture.house import House
from torture.mixed_use import LOBBY, Crowd
from torture.play import Play
from torture.trend import Allowed, Trend

FULL_SECONDS = 120.0
PEOPLE, PAUSE = 500, 8.0
FEW, SHORT_PAUSE = 30, 0.3
OPENED_AT_FIRST_USE = 10
STARTED_AT_FIRST_USE = 4
"""So many descriptors and threads may be new the second time: what reads the history is
opened when somebody first looks back or searches, and a thread that works starts when
all the others have work. What is left behind is one for each of the few.
"""
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_WORDS = 60.0
SECONDS_TO_SETTLE = 30.0
ROOMS_OF_THE_WINDOW = ("#window1", "#window2")
LINES_A_WINDOW_KEEPS = MOST_KEPT + TRIMMED_AT_ONCE
SERVER_MAY = Allowed()
WINDOW_MAY = Allowed(part=0.05, megabytes=4.0)


def run(play: Play) -> str:
    """Soak for as long as there is time."""
    if play.seconds < FULL_SECONDS:
        return asyncio.run(_soak_shortly(play))
    return asyncio.run(_soak(play))


async def _soak(play: Play) -> str:
    folder = play.folder
    with House(folder / "server", flood__enabled=False) as house:
        crowd = Crowd(house.port, PEOPLE, PAUSE, play.random)
        chatter = Chatter(house.port, ROOMS_OF_THE_WINDOW, LINES_A_WINDOW_KEEPS)
        await crowd.come()
        await chatter.come()
        with _window(folder / "window", house.port) as window:
            await asyncio.to_thread(_enter, window)
            talking = asyncio.create_task(chatter.talk())
            server = Trend("server", SERVER_MAY)
            client = Trend("window", WINDOW_MAY)
            watched = psutil.Process(window.pid)
            next_word = play.remaining()
            while left := play.remaining():
                server.take(play.seconds - left, house.footprint())
                client.take(play.seconds - left, Footprint.of(watched))
                if left <= next_word:
                    play.say(f"{server.last()}; {client.last()}")
                    next_word -= SECONDS_BETWEEN_WORDS
                await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        talking.cancel()
        with suppress(asyncio.CancelledError):
            await talking  # so that it is known if it had ended for another reason
        await crowd.leave()
    told = f"{server.told()}; {client.told()}"
    play.say(told)
    problems = server.problems() + client.problems() + crowd.losses
    play.demand(not problems, f"{'; '.join(problems)}. {told}")
    return f"{PEOPLE} people, {_did(crowd)}: {told}."


async def _soak_shortly(play: Play) -> str:
    with House(play.folder / "server") as house:
        seconds = max(1.0, play.seconds / 4)
        await _come_and_go(house, play, seconds)
        before = house.footprint()
        crowd = await _come_and_go(house, play, seconds)
        after = await _settled(house, before)
    play.demand(not crowd.losses, "; ".join(crowd.losses))
    play.demand(
        _is_as_small(after, before),
        f"When all had left, twice, there were {before} and then {after}.",
    )
    return f"{FEW} people, {_did(crowd)}, left nothing behind: {after}."


async def _come_and_go(house: House, play: Play, seconds: float) -> Crowd:
    crowd = Crowd(house.port, FEW, SHORT_PAUSE, play.random)
    await crowd.come()
    await asyncio.sleep(seconds)
    await crowd.leave()
    deadline = time.monotonic() + SECONDS_TO_SETTLE
    while house.counts()["connections"] and time.monotonic() < deadline:
        await asyncio.sleep(0.05)
    return crowd


async def _settled(house: House, before: Footprint) -> Footprint:
    """Wait until no more is needed than before; give what is needed then."""
    deadline = time.monotonic() + SECONDS_TO_SETTLE
    while True:
        now = house.footprint()
        if _is_as_small(now, before) or time.monotonic() > deadline:
            return now
        await asyncio.sleep(0.1)


def _is_as_small(now: Footprint, before: Footprint) -> bool:
    return (
        now.descriptors <= before.descriptors + OPENED_AT_FIRST_USE
        and now.threads <= before.threads + STARTED_AT_FIRST_USE
    )


def _did(crowd: Crowd) -> str:
    did = (f"{count} {name.replace('_', ' ')}" for name, count in crowd.did.items())
    return ", ".join(did)


@contextmanager
def _window(folder: Path, port: int) -> Iterator[Window]:
    address = ("--server", "127.0.0.1", "--port", str(port))
    with virtual_screen() as display:
        environment = own_environment({**os.environ, "DISPLAY": display}, folder)
        with Window(environment, *address, "--username", "looker", "--connect") as it:
            yield it


def _enter(window: Window) -> None:
    """Go to the rooms of the window, and out of the lobby, which never fills up."""
    window.wait_for(f"Message {LOBBY}")
    window.write(f"/part {LOBBY}")
    for room in ROOMS_OF_THE_WINDOW:
        window.write(f"/join {room}")
        window.wait_for(f"Message {room}")
