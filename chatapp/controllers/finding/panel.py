"""The panel at the window's side: opens its parts, and goes to what is chosen there."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from chatapp.controllers.finding.excerpts import excerpt
from chatapp.controllers.moments import Moments
from chatapp.models.entities import ChatMessage, PanelLine, PanelTab, Search


class PanelView(Protocol):
    """A panel with a field to search by, words over a list, and the list."""

    on_tab: Callable[[PanelTab], None]
    on_type: Callable[[str], None]
    on_scope: Callable[[bool], None]
    on_more: Callable[[], None]
    on_choose: Callable[[str], None]
    on_enter: Callable[[], None]
    on_remove: Callable[[str], None]
    on_close: Callable[[], None]

    def show_tabs(self, tabs: Sequence[PanelTab]) -> None:
        """Offer these parts of the panel."""

    def open(self, tab: PanelTab) -> None:
        """Show the panel with this part of it, and give it the keyboard."""

    def fill(self, text: str) -> None:
        """Write what to search by."""

    def text(self) -> str:
        """Give what is written to search by."""

    def show_scope(self, here: bool, room: str) -> None:
        """Tell where is searched: in this room, or everywhere."""

    def show_note(self, text: str, *, is_error: bool = False) -> None:
        """Say something over the list; "" takes it away."""

    def clear(self) -> None:
        """Empty the list."""

    def add_lines(self, lines: Sequence[PanelLine], *, has_more: bool) -> None:
        """Put messages under those that are in the list."""

    def remove_line(self, key: str) -> None:
        """Take a message out of the list."""

    def go_to_chosen(self) -> None:
        """Go to the message that is chosen, if the keyboard is still in the panel."""


class PanelPart(Protocol):
    """What one part of the panel shows."""

    def begin(self) -> None:
        """Show it from its beginning."""

    def more(self) -> None:
        """Show more of it, if there is more."""

    def when_listed(self, act: Callable[[], None]) -> None:
        """Call `act` once what is wanted now is in the list: at once, if it is."""

    def line(self, key: str) -> ChatMessage | None:
        """Give the message that is shown under a key."""

    def remove(self, key: str) -> None:
        """Take a message out, where that can be done."""

    def end(self) -> None:
        """Show nothing any more."""


class PanelLines:
    """Words messages as lines of the panel, and knows which message each is."""

    def __init__(self, moments: Moments) -> None:
        self._moments = moments
        self._messages: dict[str, ChatMessage] = {}

    def clear(self) -> None:
        """Forget all."""
        self._messages.clear()

    def find(self, key: str) -> ChatMessage | None:
        """Give the message that a line is about."""
        return self._messages.get(key)

    def word(
        self,
        messages: Sequence[ChatMessage],
        wanted: Search,
        *,
        names_room: bool,
        server: str = "",
    ) -> Sequence[PanelLine]:
        """Give the lines of these messages, with what was looked for marked."""
        places = [server] if server else []
        self._messages.update((message.key, message) for message in messages)
        return [
            PanelLine(
                message.key,
                " · ".join([*places, message.room] if names_room else places),
                message.sender,
                self._moments.say(message.time),
                excerpt(message.text, wanted.words, marks_links=wanted.has_link),
            )
            for message in messages
        ]


class PanelController:
    """Opens one part of the panel at a time."""

    def __init__(
        self,
        view: PanelView,
        parts: Mapping[PanelTab, PanelPart],
        go_to: Callable[[ChatMessage], object],
    ) -> None:
        """Show these parts; `go_to` leads to a message."""
        self._view = view
        self._parts = parts
        self._go_to = go_to
        self._part: PanelPart | None = None
        view.show_tabs(list(parts))
        view.on_tab = self.open
        view.on_more = self._more
        view.on_choose = self._choose
        view.on_enter = self._enter
        view.on_remove = self._remove
        view.on_close = self._closed

    def open(self, tab: PanelTab) -> None:
        """Show a part of the panel."""
        self._closed()
        self._part = self._parts[tab]
        self._view.open(tab)
        self._part.begin()

    @property
    def is_open(self) -> bool:
        """Whether one of its parts is to be seen."""
        return self._part is not None

    def _more(self) -> None:
        if self._part:
            self._part.more()

    def _choose(self, key: str) -> None:
        line = self._part.line(key) if self._part else None
        if line is not None:
            self._go_to(line)

    def _enter(self) -> None:
        if self._part:
            self._part.when_listed(self._view.go_to_chosen)

    def _remove(self, key: str) -> None:
        if self._part:
            self._part.remove(key)

    def _closed(self) -> None:
        if self._part:
            self._part.end()
            self._part = None
