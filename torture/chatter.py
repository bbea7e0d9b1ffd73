"""Talk in a few rooms: fast until a window keeps all that it ever will, then calmly."""

import asyncio
from collections.abc import Sequence

from torture.guest import Guest, Way

LINES_AT_ONCE = 5
FAST_A_SECOND = 150
CALM_A_SECOND = 5
WORDS = "and some more words of the kind that people write to each other"


class Chatter:
    """One guest who talks in all of these rooms."""

    def __init__(self, port: int, rooms: Sequence[str], fast_lines: int) -> None:
        """Say so many lines in each room before calming down."""
        self._port = port
        self._rooms = rooms
        self._fast_lines = fast_lines
        self._guest = Guest("chatterbox", Way.PLAIN)

    async def come(self) -> None:
        """Come in, and open the rooms."""
        await self._guest.come(self._port)
        await self._guest.sign_in("message-tags")
        await self._guest.ask(f"JOIN {','.join(self._rooms)}")

    async def talk(self) -> None:
        """Talk until this is cancelled."""
        said = 0
        while True:
            for room in self._rooms:
                await self._guest.has_room()
                self._guest.say(
                    *(
                        f"PRIVMSG {room} :line {said + number} in {room} {WORDS}"
                        for number in range(LINES_AT_ONCE)
                    )
                )
            said += LINES_AT_ONCE
            is_fast = said < self._fast_lines
            a_second = FAST_A_SECOND if is_fast else CALM_A_SECOND
            await asyncio.sleep(LINES_AT_ONCE / a_second)
