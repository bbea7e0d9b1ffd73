"""Ordinary people who talk in two rooms, and note how long each message takes."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import quantiles

from torture.guest import Guest, Way
from torture.play import Loss

ROOMS = ("#ordinary", "#lobby")
NICKS = ("adaa", "bela", "cleo", "dian", "emil", "fern")
WAYS = (Way.PLAIN, Way.PLAIN, Way.PLAIN, Way.PLAIN, Way.TLS, Way.WEBSOCKET)
SECONDS_BETWEEN_LINES = 0.25
SECONDS_TO_ARRIVE = 60.0
FEWEST_DELAYS = 2


class People:
    """A handful of people in a room of their own, and in the room where all are.

    What each of them hears is written down.
    """

    def __init__(
        self, chance: random.Random, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """Let chance decide when each of them speaks."""
        self._chance = chance
        self._monotonic = monotonic
        self._spoken: dict[str, float] = {}
        self._delays: list[float] = []
        self.heard: dict[str, list[str]] = {nick: [] for nick in NICKS}
        self._guests = [
            Guest(nick, way, self._hears(nick))
            for nick, way in zip(NICKS, WAYS, strict=True)
        ]
        self._talking: list[asyncio.Task[None]] = []

    async def come(self, port: int) -> None:
        """Come in, meet, and begin to talk."""
        for each in self._guests:
            await each.come(port)
            await each.sign_in()
            await each.ask(f"JOIN {ROOMS[0]}")
        self._talking = [asyncio.create_task(self._talk(each)) for each in self._guests]

    async def go(self) -> None:
        """End the talk, wait until all of it has arrived, and leave.

        Raises:
            Loss: somebody lost the server.
        """
        for task in self._talking:
            task.cancel()
        ends = await asyncio.gather(*self._talking, return_exceptions=True)
        for end in ends:
            if isinstance(end, Exception):  # a task that was cancelled ends with none
                raise end
        deadline = self._monotonic() + SECONDS_TO_ARRIVE
        while self._is_anything_missing() and self._monotonic() < deadline:
            await asyncio.gather(*(each.ask() for each in self._guests))
        for each in self._guests:
            each.quit()

    def take_delays(self) -> list[float]:
        """Give the seconds from mouth to ear of what was heard since this was asked."""
        delays, self._delays = self._delays, []
        return delays

    def ages_of_unheard(self) -> list[float]:
        """Give for how many seconds each has not heard yet what was said."""
        now = self._monotonic()
        return [
            now - said_at
            for texts in self.heard.values()
            for text, said_at in self._spoken.items()
            if text not in texts
        ]

    def problems(self) -> list[str]:
        """Say what was lost, doubled or in another order for somebody."""
        found = []
        first = self.heard[NICKS[0]]
        for nick, texts in self.heard.items():
            counted = Counter(texts)
            if lost := [text for text in self._spoken if text not in counted]:
                found.append(f"{nick} did not hear {len(lost)}, such as {lost[0]}")
            if twice := [text for text, count in counted.items() if count > 1]:
                found.append(f"{nick} heard twice {len(twice)}, such as {twice[0]}")
            if texts != first:
                found.append(f"{nick} heard another order than {NICKS[0]}")
        return found

    @property
    def spoken(self) -> int:
        """How many messages there were."""
        return len(self._spoken)

    def _is_anything_missing(self) -> bool:
        return any(len(texts) < len(self._spoken) for texts in self.heard.values())

    async def _talk(self, guest: Guest) -> None:
        number = 0
        while True:
            pause = self._chance.uniform(0.5, 1.5) * SECONDS_BETWEEN_LINES
            await asyncio.sleep(pause)
            if guest.is_over:
                raise Loss(f"{guest.nick} lost the server: {guest.last_words}")
            number += 1
            text = f"{guest.nick}-{number}"
            self._spoken[text] = self._monotonic()
            guest.say(f"PRIVMSG {ROOMS[number % 2]} :{text}")

    def _hears(self, nick: str) -> Callable[[str, str], None]:
        texts = self.heard[nick]

        def hear(line: str, command: str) -> None:
            if command != "PRIVMSG":
                return
            text = line.rpartition(":")[2]
            if text in self._spoken:
                texts.append(text)
                self._delays.append(self._monotonic() - self._spoken[text])

        return hear


def p99(delays: Sequence[float]) -> float:
    """Give what 99 of 100 delays stay under, in milliseconds.

    Where a slow computer lets nobody hear anything meanwhile, nothing is known: 0.
    """
    if len(delays) < FEWEST_DELAYS:
        return max(delays, default=0.0) * 1000
    return quantiles(delays, n=100)[98] * 1000
