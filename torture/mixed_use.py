"""A crowd that uses a server as people do: a little of everything, for a long time."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count

from torture.guest import Guest, NotHeard, Way

LOBBY = "#lobby"
MEMBERS_OF_A_ROOM = 20
ROOMS_OF_EACH = 2
CAPABILITIES = (
    "message-tags echo-message server-time batch labeled-response draft/multiline "
    "draft/chathistory soju.im/search away-notify"
)
WAYS = (Way.PLAIN,) * 8 + (Way.TLS, Way.WEBSOCKET)
AT_ONCE = 40
MOST_SECONDS_AWAY = 5.0
WORDS = "and some more words of the kind that people write to each other"


class Crowd:
    """People who come in, do this and that with pauses, leave and come again."""

    def __init__(
        self, port: int, people: int, pause: float, chance: random.Random
    ) -> None:
        """Have nobody yet.

        Args:
            port: where the server is, on this machine.
            people: how many they are.
            pause: for how many seconds each does nothing, on average.
            chance: decides who does what, and when.
        """
        self.port = port
        self.pause = pause
        self.chance = chance
        self.did: Counter[str] = Counter()
        self.losses: list[str] = []
        rooms = max(1, people * ROOMS_OF_EACH // MEMBERS_OF_A_ROOM)
        self.rooms = [f"#room{number}" for number in range(rooms)]
        self._people = [Person(number, self) for number in range(people)]
        self._living: list[asyncio.Task[None]] = []

    async def come(self) -> None:
        """Come in, a few at a time, and begin."""
        door = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(each.come_through(door) for each in self._people))
        self._living = [asyncio.create_task(each.live()) for each in self._people]

    async def leave(self) -> None:
        """Stop, and leave, all of them."""
        for each in self._living:
            each.cancel()
        ends = await asyncio.gather(*self._living, return_exceptions=True)
        self.losses += [str(end) for end in ends if isinstance(end, Exception)]
        for person in self._people:
            person.guest.quit()


class Person:
    """One of the crowd; he comes back with the nick that he had first."""

    def __init__(self, number: int, crowd: Crowd) -> None:
        """Be outside."""
        self._crowd = crowd
        self._chance = crowd.chance
        self._way = WAYS[number % len(WAYS)]
        self._nick = f"person{number}"
        self._rooms = self._chance.sample(
            crowd.rooms, min(ROOMS_OF_EACH, len(crowd.rooms))
        )
        self._numbers = count(1)
        self.guest = Guest(self._nick, self._way)
        self._acts: Sequence[tuple[float, Callable[[], Sequence[str]]]] = (
            (10, self._talk),
            (1, self._talk_to_all),
            (1, self._write_at_length),
            (1, self._react),
            (1, self._look_back),
            (0.5, self._search),
            (0.5, self._change_rooms),
            (0.5, self._change_nick),
            (0.5, self._be_away),
            (0.5, self._ask_around),
        )
        self._weights = [weight for weight, _ in self._acts]

    async def come_through(self, door: asyncio.Semaphore) -> None:
        """Come in when it is one's turn."""
        async with door:
            await self._come()

    async def live(self) -> None:
        """Do one thing after the other, until this is cancelled."""
        while True:
            await asyncio.sleep(self._chance.expovariate(1 / self._crowd.pause))
            if self.guest.is_over:
                raise NotHeard(f"{self._nick} was lost: {self.guest.last_words}")
            if self._chance.random() < 1 / 40:
                await self._go_and_return()
                continue
            ((_, act),) = self._chance.choices(self._acts, self._weights)
            self._crowd.did[act.__name__.strip("_")] += 1
            self.guest.say(*act())

    async def _come(self) -> None:
        self.guest = Guest(self._nick, self._way)
        await self.guest.come(self._crowd.port)
        await self.guest.sign_in(CAPABILITIES)
        await self.guest.ask(f"JOIN {','.join(self._rooms)}")

    async def _go_and_return(self) -> None:
        self._crowd.did["go_and_return"] += 1
        if self._chance.random() < 1 / 2:
            self.guest.quit()
        else:
            self.guest.vanish()
        await asyncio.sleep(self._chance.uniform(0, MOST_SECONDS_AWAY))
        await self._come()

    def _talk(self) -> Sequence[str]:
        return [f"PRIVMSG {self._a_room()} :{self._text()}"]

    def _talk_to_all(self) -> Sequence[str]:
        return [f"PRIVMSG {LOBBY} :{self._text()}"]

    def _write_at_length(self) -> Sequence[str]:
        room, batch = self._a_room(), f"b{next(self._numbers)}"
        lines = [f"@batch={batch} PRIVMSG {room} :{self._text()}" for _ in range(5)]
        return [f"BATCH +{batch} draft/multiline {room}", *lines, f"BATCH -{batch}"]

    def _react(self) -> Sequence[str]:
        room, msgid = self.guest.last_message
        if not msgid:
            return self._talk()
        return [f"@+draft/reply={msgid};+draft/react=👍 TAGMSG {room}"]

    def _look_back(self) -> Sequence[str]:
        return [f"CHATHISTORY LATEST {self._a_room()} * 50"]

    def _search(self) -> Sequence[str]:
        return [f"SEARCH in={self._a_room()};text=kind;limit=10"]

    def _change_rooms(self) -> Sequence[str]:
        place = self._chance.randrange(len(self._rooms))
        old, new = self._rooms[place], self._chance.choice(self._crowd.rooms)
        if new in self._rooms:
            return [f"PART {old}", f"JOIN {old}"]
        self._rooms[place] = new
        return [f"PART {old} :Elsewhere", f"JOIN {new}"]

    def _change_nick(self) -> Sequence[str]:
        return [f"NICK {self._nick}x{next(self._numbers)}"]

    def _be_away(self) -> Sequence[str]:
        return self._chance.choice((["AWAY :For a while"], ["AWAY"]))

    def _ask_around(self) -> Sequence[str]:
        room = self._a_room()
        return self._chance.choice(
            ([f"WHO {room}"], [f"NAMES {room}"], ["LIST"], [f"WHOIS {self._nick}"])
        )

    def _a_room(self) -> str:
        return self._chance.choice(self._rooms)

    def _text(self) -> str:
        return f"message {next(self._numbers)} of {self._nick} {WORDS}"
