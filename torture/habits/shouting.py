"""One client at full speed: as many lines as its socket takes, cheap and dear ones."""

from torture.guest import Guest, Way
from torture.habits.habit import Fate, Surroundings

LINES_AT_ONCE = 100
ROOM = "#ordinary"
LINES = (
    f"PRIVMSG {ROOM} :Listen to me!",
    "LIST",
    f"WHO {ROOM}",
    "CHATHISTORY LATEST #lobby * 100",
    "SEARCH text=listen",
    f"TOPIC {ROOM} :Mine",
    "MOTD",
    "nonsense",
    "JOIN #a,#b,#c,#d",
    "PART #a,#b,#c,#d",
)


class Shouting:
    """One guest who never waits for an answer, and reads whatever comes."""

    def __init__(self, around: Surroundings) -> None:
        """Take the surroundings."""
        self._around = around
        self._guest = Guest("loudmouth", Way.PLAIN)
        self.fate = Fate(came=1)

    async def prepare(self) -> None:
        """Come in, to the room where people are."""
        await self._guest.come(self._around.port)
        await self._guest.sign_in("echo-message batch draft/chathistory soju.im/search")
        await self._guest.ask(f"JOIN {ROOM}")

    async def go_on(self) -> None:
        """Shout: each hundred lines as soon as the socket has taken the others."""
        chance = self._around.chance
        while not self._guest.is_over:
            await self._guest.has_room()
            self._guest.say(*chance.choices(LINES, k=LINES_AT_ONCE))
        self.fate.tell(self._guest.last_words)
