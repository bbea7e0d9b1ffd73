"""A crowd that loses its connections all at once and comes back at once."""

import asyncio

from torture.guest import Guest, NotHeard, Way
from torture.habits.habit import Fate, Surroundings

SECONDS_BETWEEN_STORMS = 5.0
AT_ONCE = 200


class Storming:
    """The crowd sits in the lobby; every few seconds the network fails for all."""

    def __init__(self, around: Surroundings) -> None:
        """Take the surroundings."""
        self._around = around
        self._guests: list[Guest] = []
        self.fate = Fate()

    async def prepare(self) -> None:
        """Come in, all of them."""
        await self._come()

    async def go_on(self) -> None:
        """Vanish and come back, again and again."""
        while True:
            for each in self._guests:
                each.vanish()
            await self._come()
            await asyncio.sleep(SECONDS_BETWEEN_STORMS)

    async def _come(self) -> None:
        places = asyncio.Semaphore(AT_ONCE)
        nicks = [f"crowd{number}" for number in range(self._around.crowd)]
        self._guests = [Guest(nick, Way.PLAIN) for nick in nicks]
        await asyncio.gather(*(self._bring(each, places) for each in self._guests))

    async def _bring(self, guest: Guest, places: asyncio.Semaphore) -> None:
        async with places:
            self.fate.came += 1
            try:
                await guest.come(self._around.port)
                await guest.sign_in("message-tags server-time")
                guest.skims = True
            except (OSError, NotHeard):
                self.fate.tell(guest.last_words)
