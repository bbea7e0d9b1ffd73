"""Tells the room, the disk and everybody how far each message of one's own has come."""

from collections.abc import Callable
from dataclasses import replace

from chatapp.language import gettext as _
from chatapp.models.entities import ChatMessage, Delivery, MessageKind
from chatapp.models.events import Event, MessageReplaced
from chatapp.models.outbox.outgoing import Entries, Entry
from chatapp.models.outbox.shelf import Shelf

NOT_SURE = _("This message may have arrived all the same. Send it again?")


class Progress:
    """Changes one message at a time, and whatever shows or keeps it."""

    def __init__(
        self, entries: Entries, shelf: Shelf, publish: Callable[[Event], None]
    ) -> None:
        self._entries = entries
        self._shelf = shelf
        self._publish = publish

    def change(self, entry: Entry, delivery: Delivery, problem: str = "") -> None:
        """Show how far a message has come."""
        changed = replace(
            entry.message,
            room=entry.conversation.name,
            delivery=delivery,
            problem=problem,
            unclear=delivery is Delivery.FAILED and (entry.unsure or entry.is_repeat),
        )
        if changed == entry.message:
            return
        entry.message = changed
        if entry.conversation.history.replace_pending(changed):
            room = entry.conversation.name
            self._publish(MessageReplaced(room, changed.key, changed))

    def record(self, entry: Entry, then: Callable[[], None] | None = None) -> None:
        """Keep on disk how a message stands, if that is news to the disk."""
        kept = entry.described()
        if kept != entry.recorded:
            entry.recorded = kept
            self._shelf.keep(kept, then)
        elif then:
            then()

    def wait(self, entry: Entry) -> None:
        """Let a message go out as soon as it can."""
        self.change(entry, Delivery.WAITING)
        self.record(entry)

    def fail(self, entry: Entry, problem: str) -> None:
        """Say that a message cannot go out, and why."""
        self.change(entry, Delivery.FAILED, problem)
        self.record(entry)

    def doubt(self, entry: Entry, *, sending_again_is_safe: bool) -> None:
        """Know that a message may have arrived: let it go again, or ask about it."""
        entry.unsure = True
        if sending_again_is_safe:
            self.wait(entry)
        else:
            self.fail(entry, NOT_SURE)

    def rename(self, entry: Entry) -> None:
        """Show and keep a message under the name its conversation has now."""
        self.change(entry, entry.message.delivery, entry.message.problem)
        self.record(entry)

    def confirm(self, entry: Entry, line: ChatMessage) -> None:
        """Put a message where the server has it; a page may be to bring it there."""
        key, conversation = entry.message.key, entry.conversation
        self.forget(key)
        conversation.history.drop_pending(key)
        confirmed = replace(
            line, key=key, mine=True, delivery=Delivery.CONFIRMED, problem=""
        )
        if not line.text:  # it had arrived before, and was taken back since
            confirmed = replace(confirmed, kind=MessageKind.DELETED)
        new = confirmed if conversation.add_echo(confirmed) else None
        self._publish(MessageReplaced(conversation.name, key, new))

    def drop(self, key: str) -> ChatMessage | None:
        """Take a message out of its room; give it back."""
        entry = self.forget(key)
        if entry is None:
            return None
        entry.conversation.history.drop_pending(key)
        self._publish(MessageReplaced(entry.conversation.name, key, None))
        return entry.message

    def forget(self, key: str, *, for_good: bool = True) -> Entry | None:
        """Know a message as one on its way no more."""
        entry = self._entries.finish(key, for_good=for_good)
        if entry:
            entry.label = ""
            self._shelf.remove(key)
        return entry
