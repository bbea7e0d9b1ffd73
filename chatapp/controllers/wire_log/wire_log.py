"""The wire log: what goes over the socket, live, with what each line means."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.controllers.wire_log import wire_wording as words
from chatapp.models.entities import WireRow
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.models.wire_log import WireLine, WireLog
from chatapp.wire.formatting import printable
from chatapp.wire.message import MalformedMessage, Message

SECONDS_BETWEEN_LOOKS = 0.15


class WireLogView(Protocol):
    """The window that shows lines."""

    on_pause: Callable[[], None]
    on_clear: Callable[[], None]
    on_filter: Callable[[str], None]
    on_closed: Callable[[], None]

    def add(self, rows: Sequence[WireRow]) -> None:
        """Add lines at the end; the oldest go when there are too many."""

    def clear(self) -> None:
        """Take all lines away."""

    def show_paused(self, paused: bool) -> None:
        """Tell whether new lines are shown as they come."""

    def lift_up(self) -> None:
        """Come to the front."""


class WireLogController:
    """Shows the lines of one network for as long as the window is open."""

    def __init__(
        self, new_view: Callable[[], WireLogView], log: WireLog, scheduler: Scheduler
    ) -> None:
        self._new_view = new_view
        self._log = log
        self._scheduler = scheduler
        self._view: WireLogView | None = None
        self._timer: Timer | None = None
        self._seen = self._cleared = -1
        self._is_paused = False
        self._paused_at = -1
        self._wanted = ""

    def open(self) -> None:
        """Open the window, or bring it to the front."""
        if self._view:
            self._view.lift_up()
            return
        view = self._view = self._new_view()
        view.on_pause = self._pause
        view.on_clear = self._clear
        view.on_filter = self._filter
        view.on_closed = self._closed
        self._seen, self._is_paused, self._wanted = self._cleared, False, ""
        self._look()

    def _look(self) -> None:
        """Show what is new, and look again soon."""
        self._timer = self._scheduler.call_later(SECONDS_BETWEEN_LOOKS, self._look)
        if not self._is_paused:
            self._show_new()

    def _show_new(self) -> None:
        lines = self._log.after(self._seen)
        if self._is_paused:  # of what came before, others may be wanted now
            lines = [line for line in lines if line.number <= self._paused_at]
        if not lines or self._view is None:
            return
        self._seen = lines[-1].number
        wanted = self._wanted.casefold()
        rows = [
            row_of(line) for line in lines if not wanted or wanted in _haystack(line)
        ]
        if rows:
            self._view.add(rows)

    def _pause(self) -> None:
        self._is_paused = not self._is_paused
        self._paused_at = self._seen
        if self._view:
            self._view.show_paused(self._is_paused)
        if not self._is_paused:
            self._show_new()

    def _clear(self) -> None:
        lines = self._log.after(self._seen)
        self._cleared = self._seen = lines[-1].number if lines else self._seen
        if self._view:
            self._view.clear()

    def _filter(self, text: str) -> None:
        self._wanted = text.strip()
        self._seen = self._cleared
        if self._view:
            self._view.clear()
        self._show_new()

    def _closed(self) -> None:
        self._view = None
        if self._timer:
            self._timer.cancel()
            self._timer = None


def row_of(line: WireLine) -> WireRow:
    """Take a line apart, and say what it means."""
    time = f"{line.time.astimezone():%H:%M:%S.%f}"[:-3]
    tags, source, rest = "", "", line.text
    if rest.startswith("@"):
        tags, _, rest = rest.partition(" ")
    if rest.startswith(":"):
        source, _, rest = rest.partition(" ")
    command, _, params = rest.partition(" ")
    tags, source, command, params = map(_visible, (tags, source, command, params))
    return WireRow(time, line.sent, tags, source, command, params, _meaning(line))


def _meaning(line: WireLine) -> str:
    try:
        message = Message.parse(line.text)
    except MalformedMessage:
        return words.UNREADABLE
    return printable(words.meaning(message, sent=line.sent))


def _visible(text: str) -> str:
    """Give a text with each control code as programmers write it."""
    shown = "".join(f"\\x{ord(it):02x}" if it < " " else it for it in text)
    return printable(shown)


def _haystack(line: WireLine) -> str:
    return f"{line.text}\n{_meaning(line)}".casefold()
