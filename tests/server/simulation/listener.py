"""What somebody hears and takes in: all of it, in order, and nothing of others."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable
from random import Random

from chatapp.wire.message import Message, Source
from tests.server.simulation.time_line import TimeLine
from tests.server.simulation.visit import ROOMS, SILENCE, Said, Visit, Wrong, said_in

PAGE = 4
REASONS_TO_REPEAT = ("FAIL", "401", "404", "403", "442")


class Listener(ABC):
    """One who reads what the server says, and knows what he has written himself."""

    def __init__(
        self,
        nick: str,
        time: TimeLine,
        random: Random,
        note: Callable[[Message], None],
    ) -> None:
        self.nick = nick
        self.time = time
        self.random = random
        self.note = note
        self.visit: Visit | None = None
        self.known: dict[str, list[Said]] = {room: [] for room in ROOMS}
        self.written: dict[str, tuple[str, str]] = {}
        self.unconfirmed: dict[str, None] = {}
        self.confirmed: dict[str, int] = {}
        self.echoes_to_come: Counter[str] = Counter()
        self.topics: dict[str, str] = {}

    @abstractmethod
    def say_what_waits(self) -> None:
        """Say what is not confirmed and is not on its way."""

    def hear(self, visit: Visit, data: bytes) -> None:
        """Take what has come over a connection."""
        for message in visit.take(data):
            if self.visit is not visit:
                return
            if label := message.tags.get("label"):
                self._take_answer(visit, message, label)
            if "msgid" in message.tags:
                self.note(message)
            reader = getattr(self, f"_on_{message.command.lower()}", None)
            if reader is not None:
                reader(visit, message)

    def _take_answer(self, visit: Visit, message: Message, label: str) -> None:
        if label not in visit.labels:
            raise Wrong(f"{self.nick} hears an answer to another's {label}: {message}")
        identity = visit.labels.pop(label)
        if identity and message.command in REASONS_TO_REPEAT:
            self.time.after(self.random.random() * 2, self.say_what_waits)

    def _on_ping(self, visit: Visit, message: Message) -> None:
        visit.send(f"PONG {message.trailing}")

    def _on_pong(self, visit: Visit, message: Message) -> None:
        expected = visit.tokens.pop(message.trailing)
        if unanswered := expected & set(visit.labels):
            raise Wrong(f"{self.nick}: PONG before the answers to {unanswered}")

    def _on_433(self, visit: Visit, _message: Message) -> None:
        if visit.nick:
            self._try_own_nick_later(visit)
            return
        visit.tried += "_"
        visit.send(f"NICK {visit.tried}")

    def _on_001(self, visit: Visit, message: Message) -> None:
        visit.nick = message.params[0]
        if visit.nick == self.nick:
            self.say_what_waits()
        else:
            self._try_own_nick_later(visit)

    def _try_own_nick_later(self, visit: Visit) -> None:
        self.time.after(1.0, lambda: visit.send(f"NICK {self.nick}"))

    def _on_nick(self, visit: Visit, message: Message) -> None:
        if Source.parse(message.source or "").nick == visit.nick:
            visit.nick = message.trailing
            self.say_what_waits()

    def _on_366(self, visit: Visit, message: Message) -> None:
        room = message.params[1]
        if room in ROOMS and room not in visit.caught_up:
            visit.ask_for_page(f"LATEST {room} * {PAGE}")

    def _on_join(self, visit: Visit, message: Message) -> None:
        if Source.parse(message.source or "").nick == visit.nick:
            self.topics[message.params[0]] = ""

    def _on_332(self, _visit: Visit, message: Message) -> None:
        self.topics[message.params[1]] = message.trailing

    def _on_topic(self, _visit: Visit, message: Message) -> None:
        self.topics[message.params[0]] = message.trailing

    def _on_fail(self, visit: Visit, message: Message) -> None:
        if message.params[:2] == ("CHATHISTORY", "MESSAGE_ERROR"):
            room = message.params[3]
            again = f"LATEST {room} * {PAGE}"
            visit.pages[room] = []
            self.time.after(0.5, lambda: visit.ask_for_page(again))

    def _on_batch(self, visit: Visit, message: Message) -> None:
        sign, reference = message.params[0][0], message.params[0][1:]
        if sign == "+":
            visit.batches[reference] = (message.params[-1], [])
            return
        room, page = visit.batches.pop(reference)
        if room in ROOMS:
            self._take_page(visit, room, page)

    def _on_privmsg(self, visit: Visit, message: Message) -> None:
        room = message.params[0]
        if room not in ROOMS:
            self._check_whisper(visit, message)
            return
        said = said_in(message)
        if (reference := message.tags.get("batch")) in visit.batches:
            batch_room, page = visit.batches[reference or ""]
            if batch_room == room:
                page.append(said)
                return
        self._confirm(said)
        if said.identity in self.written:
            self.echoes_to_come[said.identity] -= 1
            if self.echoes_to_come[said.identity] < 0:
                raise Wrong(f"{self.nick} hears {said.identity} more often than said.")
        heard = self.known[room] if room in visit.caught_up else visit.live[room]
        newest = max(
            each[-1].number for each in (heard, self.known[room], [SILENCE]) if each
        )
        if said.number > newest:
            heard.append(said)
        elif self.confirmed.get(said.identity) != said.number:
            raise Wrong(f"{self.nick} hears {said} out of order.")

    def _check_whisper(self, visit: Visit, message: Message) -> None:
        if message.trailing == "alone":
            rooms = (f"#of-{self.nick}", f"#once-of-{self.nick}")
            is_mine = message.params[0] in rooms
        else:
            is_mine = self.nick in message.trailing.split()
        if not is_mine:
            raise Wrong(f"{self.nick} hears what is another's: {message}")

    def _take_page(self, visit: Visit, room: str, page: list[Said]) -> None:
        visit.pages[room] = page + visit.pages[room]
        known = self.known[room]
        newest = known[-1].number if known else 0
        if len(page) == PAGE and page[0].number > newest:
            start = f"msgid={page[0].number:x}"
            visit.ask_for_page(f"BEFORE {room} {start} {PAGE}")
            return
        found = {said.number: said for said in visit.pages[room] + visit.live[room]}
        known.extend(found[number] for number in sorted(found) if number > newest)
        for said in found.values():
            self._confirm(said)
        visit.caught_up.add(room)
        self.say_what_waits()

    def _confirm(self, said: Said) -> None:
        if said.identity not in self.written:
            return
        first = self.confirmed.setdefault(said.identity, said.number)
        if first != said.number:
            raise Wrong(f"{said.identity} is in the room twice: {first}, {said.number}")
        self.unconfirmed.pop(said.identity, None)
