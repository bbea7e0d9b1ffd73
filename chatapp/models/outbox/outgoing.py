"""A message of one's own on its way, and what is kept of it meanwhile."""

from dataclasses import dataclass, replace
from datetime import datetime

from chatapp.models.entities import ChatMessage, Delivery, MessageKind
from chatapp.models.rooms.conversations import Conversation
from chatapp.models.storage.outbox import KeptMessage, KeptState
from chatapp.wire.formatting import strip_formatting

_FEWEST_BYTES_OF_CUT = 300
"""No server cuts what is shorter."""


@dataclass(slots=True, eq=False)
class Entry:
    """A message on its way; `unsure` when it may have arrived and may not.

    `is_repeat` when the server may know it from before; `is_back` when it was not
    written just now, but in an earlier window or before its room was closed.
    """

    message: ChatMessage
    conversation: Conversation
    label: str = ""
    sent_at: datetime | None = None
    unsure: bool = False
    is_repeat: bool = False
    is_shown: bool = False
    is_back: bool = False
    recorded: KeptMessage | None = None

    @property
    def is_sent(self) -> bool:
        """Whether it is on its way, unanswered."""
        return self.message.delivery is Delivery.SENT

    @property
    def is_waiting(self) -> bool:
        """Whether it goes out as soon as it can."""
        return self.is_shown and self.message.delivery is Delivery.WAITING

    @property
    def may_be_echoed(self) -> bool:
        """Whether the server may have it."""
        return self.unsure or self.is_repeat or self.is_sent

    @property
    def left_at(self) -> datetime:
        """When it went out last, or was written."""
        return self.sent_at or self.message.time

    def begin_anew(self) -> None:
        """Forget the doubt: it is sent now, though perhaps not for the first time."""
        self.is_repeat = self.is_repeat or self.unsure
        self.unsure = False

    def described(self) -> KeptMessage:
        """Give what is to be kept of it as it is now."""
        message = self.message
        failed = message.delivery is Delivery.FAILED
        return KeptMessage(
            message.key,
            self.conversation.name,
            self.conversation.kind,
            message.sender,
            message.kind,
            message.text,
            message.time,
            KeptState.FAILED if failed else KeptState.WAITING,
            self.may_be_echoed,
            message.problem,
            message.reply_to,
            message.target,
        )


class Entries(dict[str, Entry]):
    """What is not confirmed, by key, in the order in which it was written.

    What is finished stays known: a disk that took no changes may still have it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._finished: set[str] = set()

    def knows(self, key: str) -> bool:
        """Tell whether a message is on its way, or was."""
        return key in self or key in self._finished

    def finish(self, key: str, *, for_good: bool = True) -> Entry | None:
        """Take out a message, if it is on its way."""
        entry = self.pop(key, None)
        if entry and for_good:
            self._finished.add(key)
        return entry

    def of(self, conversation: Conversation) -> list[Entry]:
        """List what belongs to one conversation."""
        return [each for each in self.values() if each.conversation is conversation]

    def waiting_with(self, key: str) -> list[str]:
        """Name what waits in the conversation of a message."""
        entry = self.get(key)
        alike = self.of(entry.conversation) if entry else []
        return [each.message.key for each in alike if each.is_waiting]

    def put_back(self, entry: Entry) -> None:
        """Show a message of earlier again: what was written since stands behind it.

        Their times do not tell: a clock may have been set back.
        """
        entry.is_back = True
        self[entry.message.key] = entry
        entry.conversation.history.add_pending(entry.message)
        for each in [each for each in self.values() if not each.is_back]:
            key, history = each.message.key, each.conversation.history
            self[key] = self.pop(key)
            pending = history.drop_pending(key)
            if pending:
                history.add_pending(pending)

    def with_label(self, label: str) -> Entry | None:
        """Find the message that went out under a label."""
        if not label:
            return None
        return next((each for each in self.values() if each.label == label), None)

    def repeated_by(self, line: ChatMessage) -> Entry | None:
        """Find the message that a line repeats: by its id, else by its words.

        They count also as the server left them: without formatting, or cut.
        """
        if line.client_id:
            found = self.get(line.client_id)
            return found if found and found.may_be_echoed else None
        alike = [each for each in self.values() if _is_alike(each, line)]
        same = (each for each in alike if each.message.text == line.text)
        altered = (each for each in alike if _is_left_of(line.text, each.message.text))
        return next(same, None) or next(altered, None)


def _is_alike(entry: Entry, line: ChatMessage) -> bool:
    said = entry.message
    return entry.may_be_echoed and said.kind is line.kind and said.room == line.room


def _is_left_of(heard: str, said: str) -> bool:
    """Tell whether these words are others without their formatting, or their end."""
    heard, said = strip_formatting(heard).rstrip("\ufffd"), strip_formatting(said)
    is_cut = len(heard.encode()) > _FEWEST_BYTES_OF_CUT and said.startswith(heard)
    return heard == said or is_cut


def written(
    key: str,
    room: str,
    sender: str,
    text: str,
    kind: MessageKind,
    now: datetime,
    reply_to: str = "",
    target: str = "",
) -> ChatMessage:
    """Make the line that one has just written."""
    return ChatMessage(
        key,
        room,
        sender,
        text,
        now,
        kind,
        target=target,
        client_id=key,
        delivery=Delivery.WAITING,
        mine=True,
        reply_to=reply_to,
    )


def entry_of(kept: KeptMessage, conversation: Conversation, now: datetime) -> Entry:
    """Make what was kept a message on its way again."""
    waiting = kept.state is KeptState.WAITING
    message = written(
        kept.id,
        conversation.name,
        kept.sender,
        kept.text,
        kept.kind,
        kept.written_at,
        kept.reply_to,
        kept.target,
    )
    if not waiting:
        message = replace(
            message,
            delivery=Delivery.FAILED,
            problem=kept.problem,
            unclear=kept.is_unsure,
        )
    return Entry(
        message, conversation, sent_at=now, unsure=kept.is_unsure, recorded=kept
    )


def left(kept: KeptMessage, problem: str) -> KeptMessage:
    """Give what is kept of a message whose room was closed."""
    return replace(kept, state=KeptState.LEFT, problem=problem)
