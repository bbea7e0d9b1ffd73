"""One person in the lobby, without a window, and the witness of what he is told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.models.entities import ChatMessage, Connectedness, Delivery, MessageKind
from chatapp.models.events import (
    MessageAdded,
    MessageReplaced,
    RoomOpened,
    SignInFailed,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.storage.rooms import Marker
from tests.support.verdict import Witness

if TYPE_CHECKING:
    from collections.abc import Callable

LOBBY = "#lobby"
HERE = "127.0.0.1"
SECONDS_BETWEEN_SIGN_INS = 3.0


class Talker:
    """Goes on trying to get to a server, and notes what its network tells."""

    def __init__(
        self, nick: str, port: int, network: Network, bus: EventBus, time: Scheduler
    ) -> None:
        """Begin to sign in on this machine."""
        self.nick = nick
        self.network = network
        self.on_told: Callable[[str, str], None] = lambda _kind, _text: None
        self._port = port
        self._time = time
        self._told = Witness(nick)
        self._to_write: list[str] = []
        bus.subscribe(MessageAdded, self._added)
        bus.subscribe(MessageReplaced, self._replaced)
        bus.subscribe(SignInFailed, self._sign_in_failed)
        bus.subscribe(RoomOpened, lambda _event: self._write_on())
        self._sign_in()

    def unsettled(self) -> str:
        """Say what is still to come by itself; "" when all is confirmed and read."""
        history, state = self.network.history(LOBBY), self.network.state
        if state is not Connectedness.ONLINE:
            return f"is {state.name.lower()}"
        pending = [line for line in history.pending() if not _has_failed(line)]
        if unsent := self._to_write + [line.text for line in pending]:
            return f"has not sent {unsent}"
        if history.has_gap:
            return "has a gap"
        return "" if history.complete else "has not read the beginning"

    def write(self, text: str) -> None:
        """Write a message that is like no other, as soon as the lobby is open."""
        self._told.written.append(text)
        self._to_write.append(text)
        self._write_on()

    def failed(self) -> list[str]:
        """Give what is not sent again unless somebody says so."""
        pending = self.network.history(LOBBY).pending()
        return words([line for line in pending if _has_failed(line)])

    def scroll_up(self) -> None:
        """Ask for what was said earlier."""
        self.network.fetch_older(LOBBY)

    def read(self) -> None:
        """Read what there is, unless what was missed is still on its way."""
        if not self.network.history(LOBBY).filling:
            self.network.mark_read(LOBBY)

    def miscounted(self) -> str:
        """Say how many count as unread, if that is wrong; else ""."""
        lobby = self.network._rooms.find(LOBBY)
        if lobby is None:
            return ""
        lines = lobby.history[: lobby.history.confirmed_count]
        # What came in one millisecond with the last line that was read, or before it
        # in time and behind it in place, may count as read and may not.
        right = sorted((_after(lines, lobby.marker), _later(lines, lobby.marker)))
        is_right = right[0] <= lobby.unread <= right[1]
        return "" if is_right else f"counts {lobby.unread} unread, which are {right}"

    def texts(self) -> list[str]:
        """Give what is confirmed, in its order."""
        return words(self.lines())

    def lines(self) -> list[ChatMessage]:
        """Give what is confirmed, in its order, as the lines that it is."""
        history = self.network.history(LOBBY)
        return history[: history.confirmed_count]

    def witness(self) -> Witness:
        """Tell what this client knows."""
        outbox = words(self.network.history(LOBBY).pending())
        return replace(self._told, history=self.texts(), outbox=outbox)

    def _sign_in(self) -> None:
        self.network.connect(HERE, self._port, self.nick)

    def _sign_in_failed(self, _event: SignInFailed) -> None:
        self._time.call_later(SECONDS_BETWEEN_SIGN_INS, self._sign_in)

    def _write_on(self) -> None:
        while self._to_write and self.network.room(LOBBY):
            self.network.say(LOBBY, self._to_write.pop(0))

    def _added(self, event: MessageAdded) -> None:
        self._tell("heard" if event.message.msgid else "shown", event.message)

    def _replaced(self, event: MessageReplaced) -> None:
        if event.new and event.new.msgid and not event.new.edits:
            self._tell("heard", event.new)

    def _tell(self, kind: str, line: ChatMessage) -> None:
        for text in words([line]):
            getattr(self._told, kind).append(text)
            self.on_told(kind, text)


def _has_failed(line: ChatMessage) -> bool:
    return line.delivery is Delivery.FAILED


def words(lines: Iterable[ChatMessage]) -> list[str]:
    """Give what people said, without who came and went."""
    return [line.text for line in lines if line.kind is MessageKind.TEXT]


def _after(lines: Sequence[ChatMessage], marker: Marker | None) -> int:
    """Count what others said behind the line that a marker stands at."""
    msgids = [line.msgid for line in lines]
    is_here = marker is not None and marker.msgid in msgids
    start = msgids.index(marker.msgid) + 1 if marker and is_here else 0
    return _said_by_others(lines[start:])


def _later(lines: Sequence[ChatMessage], marker: Marker | None) -> int:
    """Count what others said at a marker's time or later, but for what it stands at."""
    if marker is None:
        return _said_by_others(lines)
    return _said_by_others(
        [
            line
            for line in lines
            if line.time >= marker.time and line.msgid != marker.msgid
        ]
    )


def _said_by_others(lines: Iterable[ChatMessage]) -> int:
    return sum(line.kind.is_said and not line.mine for line in lines)
