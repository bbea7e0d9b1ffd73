"""Pinned messages: pins them for everybody, lists them in the panel, takes them off."""

from collections.abc import Callable, Sequence
from functools import partial

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.finding.listing import Listing
from chatapp.controllers.finding.panel import PanelLines, PanelView
from chatapp.controllers.messages import message_wording
from chatapp.controllers.messages.message_actions import MessageAction
from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.open_room import OpenRoom
from chatapp.models.entities import ChatMessage, ExcerptPart, PanelLine, Search, Tone
from chatapp.models.events import RoomRenamed
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import IgnoringChanged
from chatapp.wire.names import is_channel

_NOT_PINNED = "pins"


class PinnedPart:
    """The part of the panel that shows what is pinned in the open room."""

    def __init__(
        self,
        view: PanelView,
        notices: NoticesView,
        network: Network,
        bus: EventBus,
        lines: PanelLines,
    ) -> None:
        self._view = view
        self._notices = notices
        self._network = network
        self._lines = lines
        self._room = OpenRoom(bus, network.same, self._moved)
        self._is_open = False
        self._listing = Listing()
        self._just_pinned: ChatMessage | None = None
        self.on_pinned: Callable[[str], None] = lambda _words: None
        network.pinning.watch(self._changed)
        bus.subscribe(RoomRenamed, lambda event: self._changed(event.new))
        bus.subscribe(IgnoringChanged, lambda _event: self._changed(self._room.name))

    def begin(self) -> None:
        """Show what is pinned in the open room."""
        self._is_open = True
        pinning = self._network.pinning
        if not pinning.knows(self._room.name):
            pinning.ask(self._room.name)
        self._read()

    def more(self) -> None:
        """Show no more: all of it is there."""

    def when_listed(self, act: Callable[[], None]) -> None:
        """Call `act` once what is pinned is in the list."""
        self._listing.when_there(act)

    def line(self, key: str) -> ChatMessage | None:
        """Give the message that is shown under a key."""
        return self._lines.find(key)

    def remove(self, key: str) -> None:
        """Take a message off, where one may."""
        line = self._lines.find(key)
        if line is not None and self._network.pinning.can_unpin(line):
            self._unpin(line)

    def end(self) -> None:
        """Show nothing any more."""
        self._is_open = False
        self._listing.forget()
        self._lines.clear()

    def actions(self) -> Sequence[MessageAction]:
        """Give the rows of the table about pins."""
        pinning = self._network.pinning
        return (
            MessageAction(
                "pin", message_wording.PIN, "pin-angle", pinning.can_pin, self._pin
            ),
            MessageAction(
                "unpin",
                message_wording.UNPIN,
                "pin-angle-fill",
                pinning.can_unpin,
                self._unpin,
            ),
        )

    def _pin(self, line: ChatMessage) -> None:
        pinning = self._network.pinning
        if not pinning.knows(line.room):
            pinning.ask(line.room)
            self._notices.show(_NOT_PINNED, wording.PINS_UNKNOWN, Tone.WARNING)
        elif not pinning.pin(line):
            self._notices.show(_NOT_PINNED, wording.NO_ROOM_FOR_PINS, Tone.WARNING)
        else:
            self._just_pinned = line

    def _unpin(self, line: ChatMessage) -> None:
        self._network.pinning.unpin(line.room, line.msgid)

    def _changed(self, room: str) -> None:
        line = self._just_pinned
        if line and self._network.pinning.is_pinned(line):
            self._just_pinned = None
            if not self._is_open:
                self.on_pinned(wording.PINNED_NOW.format(room=line.room))
        if self._is_open and self._room.has_name(room):
            self._read()

    def _moved(self) -> None:
        self._listing.forget()
        if self._is_open:
            self.begin()

    def _read(self) -> None:
        self._listing.expect()
        self._network.pinning.read(
            self._room.name, partial(self._show, self._room.name)
        )

    def _show(self, room: str, pinned: Sequence[ChatMessage]) -> None:
        """Show what was read, unless something else is shown by now."""
        if not self._is_open or not self._room.has_name(room):
            return
        self._lines.clear()
        self._view.clear()
        ignores = self._network.ignoring.ignores
        pinned = [line for line in pinned if not ignores(line.sender)]
        lines = self._lines.word(pinned, Search(), names_room=False)
        self._view.add_lines([_with_words(line) for line in lines], has_more=False)
        self._view.show_note("" if pinned else self._why_nothing())
        if self._network.pinning.knows(room):
            self._listing.arrived()

    def _why_nothing(self) -> str:
        if not is_channel(self._room.name):
            return wording.ONLY_ROOMS_HAVE_PINS
        is_known = self._network.pinning.knows(self._room.name)
        return wording.NOTHING_PINNED if is_known else wording.LOADING


def _with_words(line: PanelLine) -> PanelLine:
    """Say what a message is that was said while one was not there."""
    if line.sender:
        return line
    words = (ExcerptPart(wording.PINNED_UNSEEN),)
    return PanelLine(line.key, "", wording.SOMEBODY, "", words)
