"""BATCH: messages that belong together, and the labels of the commands they answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from chatapp.models.session.facts import (
    Acknowledged,
    MetadataSynced,
    PageArrived,
    SearchAnswered,
    TargetsTold,
    TargetTold,
)
from chatapp.models.session.multiline import put_together, rest_of
from chatapp.models.session.reacting import reaction_in
from chatapp.models.session.readers import read_past
from chatapp.models.session.searching import room_of
from chatapp.models.session.table import inbound
from chatapp.wire import capabilities, tag_names
from chatapp.wire.message import Message
from chatapp.wire.timestamps import parse_time

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

HISTORY = "chathistory"
TARGETS = "chathistory-targets"
MULTILINE = "multiline"
METADATA = "metadata"
SEARCH = capabilities.SEARCH
MOST_OPEN = 100
MOST_KEPT = 5_000
"""Of more, the one that is fullest is given as far as it has come.

No page that was asked for is so long, and what is behind it can be asked for again.
"""


@dataclass(slots=True)
class Batch:
    """A batch that has begun; `kept` waits for its end, or for the keeper's.

    A page `is_given` once only: a second one would be the answer to the next question.
    """

    reference: str
    kind: str
    begin: Message
    label: str
    keeper: str
    kept: list[Message] = field(default_factory=list)
    is_given: bool = False


class Batches:
    """The batches that have begun and not ended."""

    def __init__(self) -> None:
        self.open: dict[str, Batch] = {}
        self._kept = 0

    @property
    def is_full(self) -> bool:
        """Whether all batches together have as many messages as they may."""
        return self._kept >= MOST_KEPT

    @property
    def fullest(self) -> Batch:
        """The one with most messages; one at least is open."""
        return max(self.open.values(), key=lambda batch: len(batch.kept))

    def keep(self, keeper: Batch, message: Message) -> None:
        """Put a message aside."""
        self._kept += 1
        keeper.kept.append(message)

    def take(self, batch: Batch) -> list[Message]:
        """Give what a batch has kept, which keeps it no more."""
        taken, batch.kept = batch.kept, []
        self._kept -= len(taken)
        return taken

    def label_of(self, message: Message) -> str:
        """Give the label of the batch that a message is in, or ""."""
        batch = self.open.get(message.tags.get(tag_names.BATCH, ""))
        return batch.label if batch else ""

    def keeper_of(self, message: Message) -> Batch | None:
        """Find the batch whose end a message waits for.

        That is one message of several lines, or a page of what was said, at any depth.
        """
        batch = self.open.get(message.tags.get(tag_names.BATCH, ""))
        if batch and batch.kind == MULTILINE:
            return batch
        return self.open.get(batch.keeper) if batch and batch.keeper else None


def keep_for_later(session: "Session", message: Message) -> bool:
    """Put aside what is of the past, or a part of a message, until that is whole."""
    if message.command == "BATCH":
        return False
    keeper = session.batches.keeper_of(message)
    if keeper is None:
        return False
    if not keeper.is_given:
        session.batches.keep(keeper, message)
    if session.batches.is_full:
        _give(session, session.batches.fullest)
    return True


@inbound.handles("BATCH", min_params=1)
def batch(session: "Session", message: Message) -> None:
    """Begin or end a batch."""
    sign, reference = message.params[0][:1], message.params[0][1:]
    if sign == "+" and len(message.params) > 1:
        _begin(session, message, reference)
    elif sign == "-":
        _end(session, reference)


@inbound.handles("CHATHISTORY", min_params=2)
def target_told(session: "Session", message: Message) -> None:
    """Take in that something was said in a conversation while one was away."""
    if message.params[0].upper() == "TARGETS":
        session.emit(TargetTold(message.params[1], _time_in(message.params[2:])))


@inbound.handles("ACK")
def acknowledged(session: "Session", message: Message) -> None:
    """Take in that a labelled command was carried out without an answer."""
    session.emit(Acknowledged(session.label_of(message)))


def _time_in(params: tuple[str, ...]) -> datetime | None:
    try:
        return parse_time("".join(params))
    except ValueError:
        return None


def _begin(session: "Session", message: Message, reference: str) -> None:
    batches = session.batches
    _end(session, reference)
    if len(batches.open) >= MOST_OPEN:  # a server that never ends what it begins
        _end(session, next(iter(batches.open)))
    kind = message.params[1].removeprefix("draft/").lower()
    parent = batches.open.get(message.tags.get(tag_names.BATCH, ""))
    keeper = parent.keeper if parent else ""
    is_page = kind == HISTORY and len(message.params) > 2
    if not keeper and (is_page or kind == SEARCH):
        keeper = reference
    label = session.label_of(message)
    batches.open[reference] = Batch(reference, kind, message, label, keeper)


def _end(session: "Session", reference: str) -> None:
    """Give what came in a batch, and know it no more."""
    ended = session.batches.open.pop(reference, None)
    if ended is None:
        return
    _give(session, ended)
    if ended.kind == TARGETS:
        session.emit(TargetsTold())
    elif ended.kind == METADATA:
        session.emit(MetadataSynced("".join(ended.begin.params[2:3])))


def _give(session: "Session", batch: Batch) -> None:
    """Give what has come in a batch so far; what follows of a message is another."""
    kept = session.batches.take(batch)
    if batch.is_given:
        return
    if batch.kind == MULTILINE:
        begin, batch.begin = batch.begin, rest_of(batch.begin)
        for message in put_together(session, begin, kept):
            session.receive(message)
    elif batch.keeper == batch.reference:
        batch.is_given = True
        if batch.kind == SEARCH:
            _give_findings(session, kept)
        else:
            _give_page(session, batch.begin.params[2], kept)


def _give_page(session: "Session", room: str, kept: Sequence[Message]) -> None:
    found = session.roster.channel(room)
    room = found.name if found else room
    lines = (read_past(session, message, room) for message in kept)
    reactions = (
        reaction_in(session, message, room)
        for message in kept
        if message.command == "TAGMSG"
    )
    session.emit(
        PageArrived(room, tuple(filter(None, lines)), tuple(filter(None, reactions)))
    )


def _give_findings(session: "Session", kept: Sequence[Message]) -> None:
    lines = (read_past(session, it, room_of(session, it)) for it in kept)
    session.emit(SearchAnswered(tuple(line for line in lines if line)))
