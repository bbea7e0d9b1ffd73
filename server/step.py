"""What one command makes whom hear, held until what it changed is recorded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Protocol

from chatapp.wire.line_buffer import MAX_LINE_BYTES
from server.world.audience import Audience, Group
from server.world.events import Event
from server.world.notes import Note
from server.world.session import Session

MAX_BODY_BYTES = MAX_LINE_BYTES - len("\r\n")
"""What fits on a line behind its tags, as clients may rely on."""

FEW_LINES = 50
"""No more than these are no work to speak of."""

Hearer = Group | Session
Skipped = Session | None
CanWait = bool

Delivery = tuple[Hearer, bytes, Skipped, CanWait]
"""Who hears which bytes; of a group, all but the session that is skipped.

`CanWait` tells news that can wait a little, such as who has come. It is a plain tuple,
as one is made for each message: one with names takes thirteen times as long to make.
"""


Forgotten = tuple[str, int]
"""A conversation of which everything before a number is to be deleted."""


class Words(Protocol):
    """The words of one event, in each dialect."""

    def line(self, dialect: int) -> bytes | None:
        """Give the whole line, or None when this dialect does not hear of it."""

    def reply(self, dialect: int) -> "Sequence[ReplyLine]":
        """Give the lines as parts of a reply; none when they are not for this one."""


class Place(Enum):
    """Where a line stands in the reply to a labelled command."""

    TOP = auto()
    INSIDE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One line of the reply to a labelled command, before label and batch are known."""

    tags: str
    body: str
    place: Place


class TooMuchSlowWork(Exception):
    """So much slow work waits that this was not begun."""


@dataclass(frozen=True, slots=True)
class Job:
    """Long work that begins when everything before it is recorded.

    Without work it is the next page of a long reply: it begins when the client has
    taken the page before. Slow work is done apart, so that no other waits for it, and
    so is the work on a password, a proof.
    """

    work: Callable[[Any], Any] | None
    then: Callable[[Any, Any], None]
    otherwise: Callable[[Any, Exception], None]
    is_slow: bool = False
    is_proof: bool = False


@dataclass(slots=True)
class Step:
    """One command's outcome: deliveries in their order, and what is recorded of it.

    Deliveries wait until what is `durable` is recorded, and never for its `notes`. What
    is `forgotten` is deleted when all of that is recorded. `events` says how many there
    were.

    `reply` collects what a labelled command's sender hears; without a label that is
    delivered like everything else. `reference` names the batch around it, where a page
    of it has gone out already.
    """

    session: Session
    command: str
    label: str | None = None
    reply: list[ReplyLine] = field(default_factory=list)
    reference: str | None = None
    deliveries: list[Delivery] = field(default_factory=list)
    durable: list[Event] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    job: Job | None = None
    closing: list[Session] = field(default_factory=list)
    forgotten: list[Forgotten] = field(default_factory=list)
    events: int = 0

    @property
    def answers(self) -> int:
        """How many lines the sender hears where they are many, or else 0."""
        if len(self.deliveries) + len(self.reply) <= FEW_LINES:
            return 0
        own = self.session
        return len(self.reply) + sum(each[0] is own for each in self.deliveries)

    def announce(
        self,
        audience: Audience,
        words: Words,
        skipped: Session | None = None,
        *,
        can_wait: bool = False,
    ) -> None:
        """Let an audience hear something, in each dialect's words."""
        own = self.session
        joins_reply = self.label is not None and skipped is None
        if joins_reply:
            skipped = own
        for group in audience:
            line = words.line(group.dialect)
            if line is None:
                continue
            self.deliveries.append((group, line, skipped, can_wait))
            if joins_reply and own in group.sessions:
                self.tell_words(own, words)

    def tell_apart(self, session: Session, words: Words) -> None:
        """Let one session hear something that is no reply, even to the sender."""
        line = words.line(session.dialect)
        if line is not None:
            self.deliveries.append((session, line, None, False))

    def tell_words(self, session: Session, words: Words) -> None:
        """Let one session hear something; to the sender it is part of the reply."""
        if self.label is not None and session is self.session:
            self.reply += words.reply(session.dialect)
            return
        self.tell_apart(session, words)

    def tell(
        self, session: Session, tags: str, body: str, place: Place = Place.TOP
    ) -> None:
        """Let one session hear a line; to the sender it is part of the reply."""
        if self.label is not None and session is self.session:
            self.reply.append(ReplyLine(tags, body, place))
            return
        self.deliveries.append((session, render_line(tags, body), None, False))


def render_line(tags: str, body: str) -> bytes:
    """Put a line together as it goes onto the wire; what is too long is cut."""
    line = body.encode(errors="replace")  # such as a path that is no UTF-8
    if len(line) > MAX_BODY_BYTES:
        line = line[:MAX_BODY_BYTES].decode(errors="ignore").encode()
    return b"@%b %b\r\n" % (tags.encode(), line) if tags else line + b"\r\n"
