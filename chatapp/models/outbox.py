"""What was written and is not confirmed yet, and how far each message has come."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chatapp.models.conversations import Conversation
from chatapp.models.entities import ChatMessage, Delivery, MessageKind
from chatapp.models.events import Event, MessageAdded, MessageReplaced

NOT_SURE = "It is not sure that this message arrived. Send it again?"
ECHO_PATIENCE = timedelta(seconds=60)

Transmit = Callable[[ChatMessage, str], bool]
"""Sends a message under a label; tells whether the server will confirm it."""


@dataclass(slots=True)
class Entry:
    """A message on its way; `unsure` when it may have arrived and may not."""

    message: ChatMessage
    conversation: Conversation
    label: str = ""
    sent_at: datetime | None = None
    unsure: bool = False

    @property
    def is_sent(self) -> bool:
        """Whether it is on its way, unanswered."""
        return self.message.delivery is Delivery.SENT

    @property
    def may_be_echoed(self) -> bool:
        """Whether the server may have it."""
        return self.unsure or self.is_sent


class Outbox:
    """Messages of one's own from the key press to the server's confirmation."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        transmit: Transmit,
        publish: Callable[[Event], None],
    ) -> None:
        self._clock = clock
        self._new_id = new_id
        self._transmit = transmit
        self._publish = publish
        self._entries: dict[str, Entry] = {}

    def write(
        self, conversation: Conversation, sender: str, text: str, kind: MessageKind
    ) -> None:
        """Add one message; it is sent as soon as its conversation is ready."""
        key = self._new_id()
        message = ChatMessage(
            key,
            conversation.name,
            sender,
            text,
            self._clock(),
            kind,
            client_id=key,
            delivery=Delivery.WAITING,
            mine=True,
        )
        entry = Entry(message, conversation)
        self._entries[key] = entry
        if conversation.ready:
            entry.message = replace(message, delivery=Delivery.SENT)
        conversation.history.add_pending(entry.message)
        self._publish(MessageAdded(entry.message))
        if conversation.ready:
            self._send(entry)

    def flush(self, conversation: Conversation) -> None:
        """Send what waits in a conversation, in order."""
        for entry in self._of(conversation):
            if entry.message.delivery is Delivery.WAITING:
                self._send(entry)

    def retry(self, key: str) -> None:
        """Send a message that failed again, as the same message."""
        entry = self._entries.get(key)
        if entry is None or entry.message.delivery is not Delivery.FAILED:
            return
        self._change(entry, Delivery.WAITING)
        if entry.conversation.ready:
            self._send(entry)

    def drop(self, key: str) -> None:
        """Give up a message that was not confirmed."""
        entry = self._entries.pop(key, None)
        if entry:
            entry.conversation.history.drop_pending(key)
            self._publish(MessageReplaced(entry.conversation.name, key, None))

    def drop_all(self, conversation: Conversation) -> None:
        """Forget what belongs to a conversation that is closed."""
        for entry in self._of(conversation):
            del self._entries[entry.message.key]

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()

    def confirm_echo(self, line: ChatMessage, label: str) -> bool:
        """Confirm the message that an echo repeats; False when it is none of these."""
        entry = self._find_label(label) or self._match(line)
        if entry is None:
            return False
        self._confirm(entry, line)
        return True

    def acknowledge(self, label: str) -> None:
        """Confirm a message that the server took without repeating it."""
        entry = self._find_label(label)
        if entry:
            self._confirm(entry, entry.message)

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
        entry = self._find_label(label)
        if entry is None and conversation and not label:
            sent = (each for each in self._of(conversation) if each.is_sent)
            entry = next(sent, None)
        if entry is None:
            return False
        entry.unsure = False
        self._change(entry, Delivery.FAILED, sentence)
        return True

    def link_lost(self, *, sending_again_is_safe: bool) -> None:
        """Put what was not confirmed back, or say that it is unclear."""
        for entry in tuple(self._entries.values()):
            if entry.is_sent:
                self._doubt(entry, sending_again_is_safe=sending_again_is_safe)

    def expire(self) -> None:
        """Say of what the server has not confirmed for long that it is unclear."""
        now = self._clock()
        for entry in tuple(self._entries.values()):
            sent_at = entry.sent_at if entry.is_sent else None
            if sent_at and now - sent_at > ECHO_PATIENCE:
                self._doubt(entry, sending_again_is_safe=False)

    def _doubt(self, entry: Entry, *, sending_again_is_safe: bool) -> None:
        entry.unsure = True
        if sending_again_is_safe:
            self._change(entry, Delivery.WAITING)
        else:
            self._change(entry, Delivery.FAILED, NOT_SURE)

    def _send(self, entry: Entry) -> None:
        entry.label = self._new_id()
        entry.sent_at = self._clock()
        entry.unsure = False
        self._change(entry, Delivery.SENT)
        if not self._transmit(entry.message, entry.label):
            self._confirm(entry, replace(entry.message, time=self._clock()))

    def _confirm(self, entry: Entry, line: ChatMessage) -> None:
        key, history = entry.message.key, entry.conversation.history
        del self._entries[key]
        history.drop_pending(key)
        confirmed = replace(
            line, key=key, mine=True, delivery=Delivery.CONFIRMED, problem=""
        )
        new = confirmed if history.append(confirmed) else None
        self._publish(MessageReplaced(entry.conversation.name, key, new))

    def _claim(self, conversation: Conversation, line: ChatMessage) -> ChatMessage:
        """An id is known to nobody else yet; words count only if one said them."""
        is_mine = line.mine or bool(line.client_id)
        if not is_mine or conversation.history.knows(line):
            return line
        entry = self._match(line)
        if entry is None or entry.conversation is not conversation:
            return line
        key = entry.message.key
        self.drop(key)
        return replace(line, key=key, mine=True, mentions_me=False)

    def _match(self, line: ChatMessage) -> Entry | None:
        """Find the message that a line repeats: by its id, else by its words."""
        if line.client_id:
            found = self._entries.get(line.client_id)
            return found if found and found.may_be_echoed else None
        for entry in self._entries.values():
            told = entry.message
            same_words = told.text == line.text and told.kind is line.kind
            if same_words and entry.may_be_echoed and told.room == line.room:
                return entry
        return None

    def _find_label(self, label: str) -> Entry | None:
        if not label:
            return None
        entries = self._entries.values()
        return next((each for each in entries if each.label == label), None)

    def _of(self, conversation: Conversation) -> list[Entry]:
        entries = self._entries.values()
        return [entry for entry in entries if entry.conversation is conversation]

    def _change(self, entry: Entry, delivery: Delivery, problem: str = "") -> None:
        changed = replace(
            entry.message,
            room=entry.conversation.name,
            delivery=delivery,
            problem=problem,
        )
        if changed == entry.message:
            return
        entry.message = changed
        if entry.conversation.history.replace_pending(changed):
            room = entry.conversation.name
            self._publish(MessageReplaced(room, changed.key, changed))
