"""Brings what is kept back into memory: at first sight, and as somebody scrolls."""

from collections.abc import Callable, Iterable

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.events import Event, HistoryLoaded
from chatapp.models.history.archive import Archive, Kept
from chatapp.models.history.archives import Archives
from chatapp.models.history.history import History
from chatapp.models.history.weaving import Merged
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.rooms.conversations import Conversation

AT_FIRST = 300
AT_ONCE = 400
DISK_SECONDS = 5.0
"""How long what was missed is not asked for, as the disk may have it."""


class Recollection:
    """Reads pages of what is kept; at most one at a time for each conversation."""

    def __init__(
        self,
        archives: Archives,
        scheduler: Scheduler,
        publish: Callable[[Event], None],
    ) -> None:
        self._archives = archives
        self._scheduler = scheduler
        self._publish = publish
        self._reading: set[Conversation] = set()

    def archive_of(self, conversation: Conversation) -> Archive:
        """Give what keeps a conversation's lines."""
        return self._archives.of(conversation)

    def is_reading(self, conversation: Conversation) -> bool:
        """Tell whether a page is on its way."""
        return conversation in self._reading

    def show(self, conversation: Conversation) -> None:
        """Bring back the last lines, if they are not there already."""
        archive = self._archives.of(conversation)
        if not archive.is_shown:
            archive.is_shown = True
            archive.newest(AT_FIRST, lambda kept: self._shown(conversation, kept))

    def begin(self, conversation: Conversation, then: Callable[[], None]) -> None:
        """Bring back the last lines as a session begins; go on, at last without."""
        archive = self._archives.anew(conversation)
        was_shown, archive.is_shown = archive.is_shown, True
        steps = [then]

        def go_on() -> None:
            patience.cancel()
            if steps:
                steps.pop()()

        def begun(kept: Kept) -> None:
            if not was_shown:
                self._shown(conversation, kept)
            go_on()

        patience = self._scheduler.call_later(DISK_SECONDS, go_on)
        archive.begin(AT_FIRST, begun)

    def read_older(
        self, conversation: Conversation, *, across: bool, nothing: Callable[[], None]
    ) -> None:
        """Bring back what stands before the oldest line; else call `nothing`.

        Args:
            conversation: whose lines.
            across: whether holes are passed over, as no server can fill them.
            nothing: what to do when no line is kept there.
        """
        history = conversation.history
        oldest = _oldest_of(history)
        if oldest is None:
            nothing()
            return

        def read(kept: Kept) -> None:
            self._reading.discard(conversation)
            merged = history.merge_front(kept.lines)
            history.complete = kept.complete
            if not merged.added and not kept.complete:
                nothing()
                return
            self.tell(conversation, len(merged.added))

        self._reading.add(conversation)
        archive = self._archives.of(conversation)
        archive.before(oldest, AT_ONCE, across, read)

    def read_newer(
        self, conversation: Conversation, nothing: Callable[[ChatMessage], None]
    ) -> None:
        """Bring back what was let go after the part that is read; else `nothing`."""
        history = conversation.history
        last = _last_before(history, history.cut or 0)
        if last is None:
            return

        def read(kept: Kept) -> None:
            self._reading.discard(conversation)
            merged = history.merge_newer(kept.lines)
            if not merged.found_anything:
                nothing(last)
                return
            self.tell(conversation, len(merged.added))

        self._reading.add(conversation)
        self._archives.of(conversation).after(last, AT_ONCE, read)

    def read_around(
        self, conversation: Conversation, msgid: str, nothing: Callable[[], None]
    ) -> None:
        """Bring back a line and what is kept around it; else call `nothing`."""

        def read(kept: Kept) -> None:
            self._reading.discard(conversation)
            if kept.lines:
                self.jump(conversation, msgid, kept.lines)
            else:
                nothing()

        self._reading.add(conversation)
        self._archives.of(conversation).around(msgid, AT_ONCE // 2, read)

    def jump(
        self, conversation: Conversation, msgid: str, lines: Iterable[ChatMessage]
    ) -> Merged:
        """Have the part around a line in memory, whose reader goes there."""
        history = conversation.history
        merged = history.jump(lines)
        line = history.with_msgid(msgid)
        history.note_reader(line.key if line else None)
        self.tell(conversation, len(merged.added))
        return merged

    def tell(self, conversation: Conversation, count: int) -> None:
        """Tell how many lines came, and let go of what is too much then."""
        history, room = conversation.history, conversation.name
        self._publish(HistoryLoaded(room, count, history.complete))
        if history.trim():
            self._publish(HistoryLoaded(room, 0, history.complete))

    def _shown(self, conversation: Conversation, kept: Kept) -> None:
        merged = conversation.history.prime(kept.lines, complete=kept.complete)
        if merged.added:
            self.tell(conversation, len(merged.added))


def _oldest_of(history: History) -> ChatMessage | None:
    """Give the oldest line that is not the window's own."""
    lines = history[: history.confirmed_count]
    return next((line for line in lines if line.kind is not MessageKind.LOCAL), None)


def _last_before(history: History, place: int) -> ChatMessage | None:
    for index in range(place - 1, -1, -1):
        if history[index].kind is not MessageKind.LOCAL:
            return history[index]
    return None
