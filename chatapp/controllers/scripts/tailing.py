"""Tells a script what is said in a room from now on, line by line."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from chatapp.controllers.scripts.visit import Visit
from chatapp.models.entities import Change, ChatMessage, MessageKind
from chatapp.models.events import FrameEnded
from chatapp.models.history.history import History
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.formatting import printable, strip_formatting
from chatapp.wire.names import is_channel

_SIGNS = {MessageKind.ACTION: "/me ", MessageKind.EDIT: "* "}


class TailingController:
    """Follows a room; what was missed on the way comes later, in its place."""

    def __init__(
        self,
        visit: Visit,
        network: Network,
        bus: EventBus,
        clock: Callable[[], datetime],
        write: Callable[[ChatMessage], None],
    ) -> None:
        self._visit = visit
        self._network = network
        self._clock = clock
        self._write = write
        self._last: ChatMessage | None = None
        self._began = clock()
        visit.on_entered = self._begin
        bus.subscribe(FrameEnded, self._look)

    def _begin(self) -> None:
        self._began = self._clock()

    def _look(self, _event: FrameEnded) -> None:
        history = self._network.history(self._visit.room)
        if not self._visit.has_entered or history.filling:
            return
        for line in reversed(list(self._new_lines(history))):
            self._last = line
            if line.kind.is_said or line.kind is MessageKind.EDIT:
                self._write(line)

    def _new_lines(self, history: History) -> Iterator[ChatMessage]:
        """Give what follows the last line that was looked at, the newest first."""
        for place in reversed(range(history.confirmed_count)):
            line = history[place]
            if self._is_old(line):
                return
            yield line
            if self._last is None and line.mine and line.change is Change.JOINED:
                return

    def _is_old(self, line: ChatMessage) -> bool:
        """Tell whether a line was looked at, or was said before one came.

        A room says when one came in; a conversation with one person does not.
        """
        if self._last:
            return line.key == self._last.key or line.time < self._last.time
        return not is_channel(line.room) and line.time < self._began


def as_line(line: ChatMessage) -> str:
    """Write a message as time, nick and text, and nothing that a terminal would obey.

    Of several lines each has its time and nick: none can pretend to be another's.
    """
    begin = f"{_time(line)} {line.sender} {_SIGNS.get(line.kind, '')}"
    texts = strip_formatting(line.text).split("\n")
    told = [text for text in texts if text.strip()] or [""]
    return "\n".join(printable(f"{begin}{text}") for text in told)


def as_json(line: ChatMessage) -> str:
    """Write a line as an object of JSON; an edit tells the msgid of what it changes."""
    told = {
        "time": _time(line),
        "room": line.room,
        "nick": line.sender,
        "kind": line.kind.name.lower(),
        "text": line.text,
        "msgid": line.msgid,
    }
    return json.dumps(told | ({"edits": line.target} if line.target else {}))


def _time(line: ChatMessage) -> str:
    moment = line.time.astimezone(UTC).isoformat(timespec="milliseconds")
    return moment.replace("+00:00", "Z")
