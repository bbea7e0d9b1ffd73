"""What was written and is not confirmed yet, and how far each message has come."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from chatapp.language import gettext as _
from chatapp.models.entities import ChatMessage, Delivery, MessageKind, Quote
from chatapp.models.events import Event, MessageAdded
from chatapp.models.outbox.departures import Departures
from chatapp.models.outbox.outgoing import (
    Entries,
    Entry,
    entry_of,
    left,
    written,
)
from chatapp.models.outbox.progress import Progress
from chatapp.models.outbox.shelf import Shelf
from chatapp.models.rooms.conversations import Conversation
from chatapp.models.rooms.requests import CANNOT_BE_SENT, ONE_LINE_ONLY
from chatapp.models.storage.outbox import KeptMessage

NOT_IN_ROOM = _("You are not in this room now. Send it again to join the room first.")
ROOM_LEFT = _("You left the room before this message was sent. Send it again?")
ECHO_PATIENCE = timedelta(seconds=60)

Transmit = Callable[[ChatMessage, str, bool], bool]
"""Sends a message under a label, perhaps again; False: it can never be sent."""


class Outbox:
    """Messages of one's own from the key press to the server's confirmation."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        transmit: Transmit,
        most_on_their_way: Callable[[], int],
        nick: Callable[[], str],
        same: Callable[[str, str], bool],
        publish: Callable[[Event], None],
        shelf: Shelf,
    ) -> None:
        self._clock = clock
        self._new_id = new_id
        self._transmit = transmit
        self._most_on_their_way = most_on_their_way
        self._nick = nick
        self._same = same
        self._publish = publish
        self._shelf = shelf
        self._entries = Entries()
        self._progress = Progress(self._entries, shelf, publish)
        self._departures = Departures(self._depart)
        self._set_aside: list[KeptMessage] = []

    def write(
        self,
        conversation: Conversation,
        text: str,
        kind: MessageKind,
        reply_to: str = "",
        quote: Quote | None = None,
        *,
        target: str = "",
    ) -> None:
        """Add one message: kept on disk, then shown, and sent when it can be.

        An edit has a target: the msgid of what it changes.
        """
        key, name, now = self._new_id(), conversation.name, self._clock()
        message = written(key, name, self._nick(), text, kind, now, target=target)
        message = replace(message, reply_to=reply_to, quote=quote)
        entry = self._entries[key] = Entry(message, conversation)
        entry.recorded = replace(entry.described(), is_unsure=conversation.ready)
        self._shelf.keep(entry.recorded, lambda: self._show(entry))

    def flush(self, conversation: Conversation) -> None:
        """Send what waits in a conversation, in order."""
        for entry in self._entries.of(conversation):
            if entry.is_waiting:
                if not self._has_room(conversation):
                    return
                is_same = self._same(entry.message.sender, self._nick())
                if entry.unsure and not is_same:
                    return  # the server knows it again only from who said it first
                if is_same or entry.message.kind is not MessageKind.EDIT:
                    self._send(entry)  # an edit counts only from who said the message

    def flush_ready(self) -> None:
        """Send what waits, wherever one can speak."""
        for entry in tuple(self._entries.values()):
            if entry.is_waiting and entry.conversation.ready:
                self.flush(entry.conversation)

    def retry(self, key: str) -> Conversation | None:
        """Send a message that failed again, as the same message; tell where."""
        entry = self._entries.get(key)
        if entry is None or entry.message.delivery is not Delivery.FAILED:
            return None
        entry.begin_anew()
        self._progress.wait(entry)
        self.flush_ready()
        return entry.conversation

    def drop(self, key: str) -> ChatMessage | None:
        """Give up a message that was not confirmed; give it back."""
        entry = self._entries.get(key)
        dropped = self._progress.drop(key)
        if entry:
            self._go_on(entry.conversation)
        return dropped

    def waiting_with(self, key: str) -> list[str]:
        """Name what waits in the conversation of a message, the first written first."""
        return self._entries.waiting_with(key)

    def leave(self, conversation: Conversation) -> None:
        """Put aside what was not sent when its conversation is closed."""
        for entry in self._entries.of(conversation):
            self._progress.forget(entry.message.key, for_good=False)
            if entry.message.delivery is not Delivery.FAILED:
                kept = left(entry.described(), ROOM_LEFT)
                self._shelf.keep(kept)
                self._set_aside.append(kept)

    def opened(self, conversation: Conversation) -> None:
        """Show what was put aside when this conversation was closed before."""
        known, self._set_aside = self._set_aside, []
        for kept in known:
            if self._same(kept.room_name, conversation.name):
                self.restore(conversation, kept, sending_again_is_safe=True)
            else:
                self._set_aside.append(kept)

    def put_aside(self, kept: KeptMessage) -> None:
        """Know of a message whose room is closed."""
        self._set_aside.append(kept)

    def restore(
        self,
        conversation: Conversation,
        kept: KeptMessage,
        *,
        sending_again_is_safe: bool,
    ) -> None:
        """Show a message again that an earlier window wrote, or could not send."""
        if self._entries.knows(kept.id):
            return
        entry = entry_of(kept, conversation, self._clock())
        if entry.unsure and not sending_again_is_safe:
            self._progress.doubt(entry, sending_again_is_safe=False)
        entry.is_shown = True
        self._entries.put_back(entry)
        self._publish(MessageAdded(entry.message))

    def renamed(self, conversation: Conversation) -> None:
        """Go on under the name a conversation has now."""
        for entry in self._entries.of(conversation):
            self._progress.rename(entry)

    def clear(self) -> None:
        """Forget everything; what is on disk stays there."""
        self._entries.clear()
        self._departures.take_back()
        self._set_aside.clear()

    def confirm_echo(self, line: ChatMessage, label: str) -> bool:
        """Confirm the message that an echo repeats; False when it is none of these."""
        entry = self._entries.with_label(label) or self._entries.repeated_by(line)
        if entry is None:
            return False
        self._confirm(entry, line)
        return True

    def acknowledge(self, label: str) -> None:
        """Confirm a message that the server took without repeating it.

        One that was refused stays so: the server says only that it has worked on it.
        """
        entry = self._entries.with_label(label)
        if entry and (entry.is_sent or entry.unsure):
            self._confirm(entry, replace(entry.message, time=entry.left_at))

    def claim_past(
        self, conversation: Conversation, page: Iterable[ChatMessage]
    ) -> list[ChatMessage]:
        """Recognise messages of one's own in a page: they had arrived after all."""
        return [self._claim(conversation, line) for line in page]

    def refuse(
        self, conversation: Conversation | None, label: str, sentence: str
    ) -> bool:
        """Let a message fail that the server refused; False when it is none of ours.

        Without a label it is the oldest in that conversation which is on its way.
        """
        entry = self._entries.with_label(label)
        if entry is None and conversation and not label:
            sent = (each for each in self._entries.of(conversation) if each.is_sent)
            entry = next(sent, None)
        if entry is None:
            return False
        self._progress.fail(entry, sentence)
        self._go_on(entry.conversation)
        return True

    def fail_waiting(self, conversation: Conversation) -> None:
        """Say of what waits for a room that the room cannot be had now."""
        for entry in self._entries.of(conversation):
            if entry.is_waiting:
                self._progress.fail(entry, NOT_IN_ROOM)

    def link_lost(self, *, sending_again_is_safe: bool) -> None:
        """Put what was not confirmed back, or say that it is unclear."""
        for entry in self._departures.take_back():
            self._progress.change(entry, Delivery.WAITING)
        for entry in tuple(self._entries.values()):
            if entry.is_sent:
                self._progress.doubt(entry, sending_again_is_safe=sending_again_is_safe)

    def history_changed(self) -> None:
        """The server is another one now, that knows nothing of what was sent before."""
        for entry in tuple(self._entries.values()):
            if entry.unsure:
                self._progress.doubt(entry, sending_again_is_safe=False)
            self._shelf.keep(entry.described())

    def expire(self, *, sending_again_is_safe: bool) -> None:
        """Send again, once, what has been unclear for long; else say that it is."""
        now = self._clock()
        for entry in tuple(self._entries.values()):
            is_held = entry.is_waiting and entry.unsure and entry.conversation.ready
            sent_at = entry.sent_at if entry.is_sent or is_held else None
            if sent_at and now - sent_at > ECHO_PATIENCE:
                may_go = sending_again_is_safe and entry.is_sent and not entry.is_repeat
                self._progress.doubt(entry, sending_again_is_safe=may_go)
                self.flush(entry.conversation)

    def _show(self, entry: Entry) -> None:
        """Show a message that the disk has now."""
        conversation, message = entry.conversation, entry.message
        if self._entries.get(message.key) is not entry:
            return
        waiting = any(each.is_waiting for each in self._entries.of(conversation))
        goes_now = conversation.ready and not waiting and self._has_room(conversation)
        if goes_now:
            entry.message = replace(message, delivery=Delivery.SENT)
        elif conversation.is_left:
            entry.message = replace(
                message, delivery=Delivery.FAILED, problem=NOT_IN_ROOM
            )
        entry.is_shown = True
        conversation.history.add_pending(entry.message)
        self._publish(MessageAdded(entry.message))
        if goes_now:
            self._send(entry)
        else:
            self._progress.record(entry)

    def _send(self, entry: Entry) -> None:
        entry.label = self._new_id()
        entry.sent_at = self._clock()
        entry.message = replace(entry.message, sender=self._nick())
        self._progress.change(entry, Delivery.SENT)
        self._progress.record(entry, self._departures.announce(entry))

    def _depart(self, entry: Entry) -> None:
        entry.begin_anew()
        if not self._transmit(entry.message, entry.label, entry.is_repeat):
            is_long = "\n" in entry.message.text
            self._progress.fail(entry, ONE_LINE_ONLY if is_long else CANNOT_BE_SENT)
            self._go_on(entry.conversation)

    def _confirm(self, entry: Entry, line: ChatMessage) -> None:
        self._progress.confirm(entry, line)
        self._go_on(entry.conversation)

    def _has_room(self, conversation: Conversation) -> bool:
        out = [each for each in self._entries.of(conversation) if each.is_sent]
        return len(out) < self._most_on_their_way()

    def _go_on(self, conversation: Conversation) -> None:
        if conversation.ready:  # for fewer of its messages are out now
            self.flush(conversation)

    def _claim(self, conversation: Conversation, line: ChatMessage) -> ChatMessage:
        """An id is known to nobody else yet; words count only if one said them."""
        is_mine = line.mine or bool(line.client_id)
        if not is_mine or conversation.history.knows(line):
            return line
        entry = self._entries.repeated_by(line)
        if entry is None or entry.conversation is not conversation:
            return line
        key = entry.message.key
        self.drop(key)
        return replace(line, key=key, mine=True, mentions_me=False)
