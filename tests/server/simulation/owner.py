"""Somebody with an account and a room of his own: what he is promised is kept."""

from collections.abc import Callable
from random import Random

from chatapp.wire.message import Message
from chatapp.wire.sasl import plain_response, split_response
from tests.server.simulation.time_line import TimeLine
from tests.server.simulation.visit import Visit, Wrong
from tests.server.simulation.wires import Wire
from torture.holding import OWNED, OWNER, YES, Deed, Holding
from torture.promises import NOTHING

CAPABILITIES = (
    "batch draft/metadata-2 draft/read-marker labeled-response message-tags "
    "multi-prefix sasl"
)
PASSWORD = "olga's own password"
NOT_NOW = ("STORAGE_FAILING", "TEMPORARILY_UNAVAILABLE", "USERNAME_EXISTS")
MOST_DEEDS = 4
QUESTION = Deed("", "", "")
CLOSER = Deed("", "", "")


class Owner:
    """One who makes an account and registers a room, and sets this and that in it."""

    def __init__(
        self,
        nick: str,
        time: TimeLine,
        random: Random,
        connect: Callable[["Owner"], Wire | None],
    ) -> None:
        self.nick = nick
        self.time = time
        self.random = random
        self.connect = connect
        self.visit: Visit | None = None
        self.is_leaving = False
        self.holding = Holding(nick, random)
        self._account = [NOTHING]
        self._times_registered = 0
        self._asked: dict[str, Deed] = {}
        self._found: list[Message] = []
        self._open_batches: dict[str, tuple[str, list[Message]]] = {}
        self._labels = 0
        self._knows_room = False

    # What the owner does.

    def come(self) -> None:
        """Connect, now or when there is a server."""
        if self.visit is not None or self.is_leaving:
            return
        wire = self.connect(self)
        if wire is None:
            self._later(self.come)
            return
        self._asked, self._found, self._open_batches = {}, [], {}
        self._knows_room = False
        self.visit = visit = Visit(self, wire)  # type: ignore[arg-type]
        visit.send("CAP LS 302", f"CAP REQ :{CAPABILITIES}", f"NICK {self.nick}")
        self._prove(visit)

    def act(self) -> None:
        """Set some things at once, in a room that is registered."""
        visit = self.visit
        if visit is None or not self._knows_room or self._is_asking:
            return
        if self.holding.promises.possible(OWNER) != [YES]:
            if not any(deed.thing == OWNER for deed in self._asked.values()):
                self._do(visit, self.holding.claim())
            return
        for _ in range(self.random.randint(1, MOST_DEEDS)):
            self._do(visit, self.holding.deed())

    def cut(self, *, is_noticed: bool) -> None:
        """Lose the connection, and come back soon."""
        if self.visit is not None:
            self.visit.wire.cut(is_noticed=is_noticed)
            self.lose()

    def leave(self) -> None:
        """Go for good."""
        self.is_leaving = True
        if self.visit is not None:
            self.visit.send("QUIT :bye")

    def lose(self) -> None:
        """Notice that the connection has gone."""
        self.visit = None
        self._knows_room = False
        self._later(self.come)

    def ask(self) -> None:
        """Ask for all that is set, and compare it with what was promised."""
        visit = self.visit
        if visit is None or self._is_asking:
            return
        for line in self.holding.questions():
            self._send(visit, line, QUESTION)
        self._send(visit, "PING done", CLOSER)

    @property
    def is_settled(self) -> bool:
        """Whether the owner is there and has a room, and everything is answered."""
        is_owner = self.holding.promises.possible(OWNER) == [YES]
        return self._knows_room and is_owner and not self._asked

    @property
    def state(self) -> object:
        """What is known, for who looks for what is wrong."""
        owner = self.holding.promises.possible(OWNER)
        return (self.nick, self.visit and self.visit.nick, self._account, owner,
                self._knows_room, self._asked)  # fmt: skip

    @property
    def _is_asking(self) -> bool:
        return any(deed is QUESTION for deed in self._asked.values())

    def _later(self, happen: Callable[[], object]) -> None:
        self.time.after(self.random.random() * 2, happen)

    def _prove(self, visit: Visit) -> None:
        """Sign in to the account, or make it if there may be none."""
        if self.visit is not visit:
            return
        if NOTHING in self._account:
            self._account = [NOTHING, YES]
            self._times_registered += 1
            visit.send(f"REGISTER * * :{PASSWORD}")
        else:
            visit.send("AUTHENTICATE PLAIN")

    def _do(self, visit: Visit, deed: Deed) -> None:
        self.holding.promises.ask(deed.thing, deed.value)
        self._send(visit, deed.line, deed)

    def _send(self, visit: Visit, line: str, deed: Deed) -> None:
        self._labels += 1
        label = f"{self.nick}-{self._labels}"
        self._asked[label] = deed
        visit.send(f"@label={label} {line}")

    # What the owner hears.

    def hear(self, visit: Visit, data: bytes) -> None:
        """Take what has come over a connection."""
        for message in visit.take(data):
            if self.visit is not visit:
                return
            self._take(visit, message)

    def _take(self, visit: Visit, message: Message) -> None:
        batch = message.tags.get("batch", "")
        label = message.tags.get("label", "")
        if message.command == "BATCH" and message.params[0][0] == "-":
            label, lines = self._open_batches.pop(message.params[0][1:], ("", []))
            if label:
                self._conclude(label, lines)
        elif message.command == "BATCH":
            self._open_batches[message.params[0][1:]] = (label, [])
        elif batch in self._open_batches:
            self._open_batches[batch][1].append(message)
        elif label:
            self._conclude(label, [message])
        else:
            reader = getattr(self, f"_on_{message.command.lower()}", None)
            if reader is not None:
                reader(visit, message)

    def _conclude(self, label: str, answer: list[Message]) -> None:
        """Take the whole answer to one line."""
        deed = self._asked.pop(label)
        if deed is QUESTION:
            self._found += answer
        elif deed is CLOSER:
            self._compare()
        else:
            self._conclude_deed(deed, answer)

    def _conclude_deed(self, deed: Deed, answer: list[Message]) -> None:
        promises, words = self.holding.promises, [each.command for each in answer]
        if words == ["ACK"] or (words == ["FAIL"] and _is_not_now(answer[0])):
            promises.withdraw(deed.thing, deed.value)
            if deed.thing == OWNER:
                self._later(self.act)
        elif any(each == "FAIL" or each[0] in "45" for each in words):
            raise Wrong(f"{self.nick} is refused {deed.line!r}: {answer}")
        elif deed.thing == OWNER and not any(OWNED in each.trailing for each in answer):
            raise Wrong(f"{self.nick} cannot register a room: {answer}")
        else:
            promises.confirm(deed.thing, deed.value)

    def _compare(self) -> None:
        """Hold what was found against what was promised, and see how to go on."""
        found, self._found = self._found, []
        if self.holding.promises.possible(OWNER) == [YES]:
            if broken := self.holding.broken(found):
                raise Wrong(f"{self.nick}: {broken}")
        else:
            self._see_whether_owner(found)
        self._knows_room = True

    def _see_whether_owner(self, found: list[Message]) -> None:
        """A room that is not registered may go with its people; register it then."""
        is_owner = not self.holding.broken(found)
        if is_owner and self.holding.promises.possible(OWNER) != [YES]:
            self._later(self.act)

    def _on_ping(self, visit: Visit, message: Message) -> None:
        visit.send(f"PONG {message.trailing}")

    def _on_433(self, visit: Visit, _message: Message) -> None:
        self._later(lambda: self._send_nick(visit))

    def _send_nick(self, visit: Visit) -> None:
        if self.visit is visit:
            visit.send(f"NICK {self.nick}")

    def _on_register(self, visit: Visit, _message: Message) -> None:
        self._account = [YES]
        self._come_in(visit)

    def _on_authenticate(self, visit: Visit, _message: Message) -> None:
        chunks = split_response(plain_response(self.nick, PASSWORD))
        visit.send(*(f"AUTHENTICATE {chunk}" for chunk in chunks))

    def _on_903(self, visit: Visit, _message: Message) -> None:
        self._account = [YES]
        self._come_in(visit)

    def _on_904(self, visit: Visit, _message: Message) -> None:
        self._later(lambda: self._prove(visit))

    def _on_fail(self, visit: Visit, message: Message) -> None:
        if message.params[0] != "REGISTER":
            return
        if message.params[1] == "ACCOUNT_EXISTS":
            if self._times_registered == 1:
                raise Wrong(f"{self.nick} never asked for an account: {message}")
            self._account = [YES]
        self._later(lambda: self._prove(visit))

    def _come_in(self, visit: Visit) -> None:
        visit.send(f"USER {self.nick} 0 * :{self.nick}", "CAP END")

    def _on_001(self, visit: Visit, message: Message) -> None:
        visit.nick = message.params[0]
        visit.send(*self.holding.joining())
        self.ask()


def _is_not_now(failure: Message) -> bool:
    return failure.params[1] in NOT_NOW
