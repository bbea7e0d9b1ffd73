"""What the database keeps of one conversation: lines go there, and come from there."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.session.facts import ReactionTold
from chatapp.models.storage.amendments import amend
from chatapp.models.storage.attached import attached, keep_reactions, note_mentions
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.lines import (
    Spot,
    find_by_msgid,
    find_past,
    lines_after,
    lines_before,
    lines_of_span,
    lines_with_msgids,
    newest_lines,
    span_with_lines,
)
from chatapp.models.storage.search import index_some
from chatapp.models.storage.spans import (
    Reach,
    absorb_loose_page,
    absorb_page,
    append_lines,
    begin_span,
    is_complete,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A page of what is kept; `complete` when nothing older exists anywhere."""

    lines: tuple[ChatMessage, ...] = ()
    complete: bool = False


Then = Callable[[Kept], None]
_Step = Callable[[int | None], None]
_Lines = Sequence[ChatMessage]
_Writing = Callable[[sqlite3.Connection, int, _Lines], object]


class Archive:
    """Keeps a conversation's lines, and reads them; every answer comes later."""

    def __init__(self, jobs: Jobs, name: Callable[[], str]) -> None:
        """Wait until the conversation's row is known; see identified().

        Args:
            jobs: the database.
            name: gives what the conversation is called now.
        """
        self.is_shown = False
        self.room: int | None = None
        self._jobs = jobs
        self._name = name
        self._steps: list[_Step] | None = []
        self._is_broken = False

    @property
    def has_no_row(self) -> bool:
        """Whether nothing can be kept, as the database had no row to give."""
        return self.room is None and self._steps is None

    @property
    def keeps_all(self) -> bool:
        """Whether all that is heard now is kept, and could be written last."""
        return self.room is not None and not self._is_broken

    def identified(self, room: int | None) -> None:
        """Learn the conversation's row; None: nothing of it can be kept."""
        self.room = room
        steps, self._steps = self._steps, None
        for step in steps or ():
            step(room)

    def wait_for_row(self) -> None:
        """Do nothing more until the conversation's row is known."""
        if self._steps is None:
            self._steps = []

    def newest(self, count: int, then: Then) -> None:
        """Read the last lines that are kept."""
        name = self._name()
        self._read(
            lambda connection, room: _newest(connection, room, name, count), then
        )

    def begin(self, count: int, then: Then) -> None:
        """Read the last lines; what is kept from now on may not join them."""
        name = self._name()

        def work(connection: sqlite3.Connection, room: int) -> Kept:
            kept = _newest(connection, room, name, count)
            begin_span(connection, room)
            return kept

        self._read(work, then, self._break)

    def before(self, line: ChatMessage, count: int, across: bool, then: Then) -> None:
        """Read what is kept just before a line; `across` holes where it must be."""
        name = self._name()
        self._read(
            lambda connection, room: _before(
                connection, room, name, line, count, across
            ),
            then,
        )

    def after(self, line: ChatMessage, count: int, then: Then) -> None:
        """Read what is kept just after a line."""
        name = self._name()

        def work(connection: sqlite3.Connection, room: int) -> Kept:
            spot = find_past(connection, room, line)
            if spot is None:
                return Kept()
            return Kept(tuple(lines_after(connection, room, name, spot, count)))

        self._read(work, then)

    def keep(self, line: ChatMessage) -> None:
        """Keep a line that was heard just now; not the window's own words."""
        if line.kind is not MessageKind.LOCAL:
            self._write(append_lines, (line,))

    def keep_page(
        self,
        page: Sequence[ChatMessage],
        beside: ChatMessage | None,
        reach: Reach,
        older: ChatMessage | None = None,
    ) -> None:
        """Keep a page in which nothing is missing; see absorb_page()."""
        if page or reach is not Reach.UNKNOWN:
            self._write(
                partial(absorb_page, beside=beside, reach=reach, older=older),
                tuple(page),
            )

    def keep_loose_page(self, page: Sequence[ChatMessage]) -> None:
        """Keep a page in which nothing is missing, whatever else is kept."""
        if page:
            self._write(absorb_loose_page, tuple(page))

    def keep_reactions(self, told: Iterable[ReactionTold]) -> None:
        """Keep how people reacted to lines, whether those are kept or not."""
        reactions = tuple(told)
        if reactions:
            self._when_known(lambda room: self._submit_reactions(room, reactions))

    def look_up(self, lines: Sequence[ChatMessage], then: Then) -> None:
        """Read what hangs on lines that did not come from here."""
        told = tuple(lines)

        def work(connection: sqlite3.Connection, room: int) -> Kept:
            found = attached(connection, room, told)
            note_mentions(connection, room, (it for it in found if it.reply_to))
            return Kept(tuple(found))

        self._read(work, then)

    def around(self, msgid: str, count: int, then: Then) -> None:
        """Read a line and what is kept on both sides of it; nothing if it is not."""
        name = self._name()
        self._read(
            lambda connection, room: _around(connection, room, name, msgid, count), then
        )

    def with_msgids(
        self, msgids: Sequence[str], then: Callable[[Sequence[ChatMessage]], None]
    ) -> None:
        """Read those lines that the server calls so, as far as they are kept."""
        name = self._name()
        self._read(
            lambda connection, room: Kept(
                tuple(lines_with_msgids(connection, room, name, msgids))
            ),
            lambda kept: then(kept.lines),
        )

    def _submit_reactions(
        self, room: int | None, told: tuple[ReactionTold, ...]
    ) -> None:
        if room is not None:
            self._jobs.submit(lambda connection: keep_reactions(connection, room, told))

    def _write(self, writing: _Writing, lines: _Lines) -> None:
        """Write lines; what comes after something that was not kept joins nothing."""

        def step(room: int | None) -> None:
            if room is not None:
                was_broken = self._is_broken
                # Very many of these wait for a slow disk, so each is small.
                self._jobs.submit(
                    partial(_write, room, was_broken, writing, lines),
                    self._mend if was_broken else None,
                    self._break,
                )

        self._when_known(step)

    def _break(self, _reason: str = "") -> None:
        self._is_broken = True

    def _mend(self, _result: object) -> None:
        self._is_broken = False

    def _read(
        self,
        work: Callable[[sqlite3.Connection, int], Kept],
        then: Then,
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        def not_read(_reason: str) -> None:
            failed()
            then(Kept())

        def step(room: int | None) -> None:
            if room is None:
                then(Kept())
                return
            self._jobs.submit(
                lambda connection: work(connection, room),
                then,
                not_read,
            )

        self._when_known(step)

    def _when_known(self, step: _Step) -> None:
        if self._steps is None:
            step(self.room)
        else:
            self._steps.append(step)


def _write(
    room: int,
    is_apart: bool,
    writing: _Writing,
    lines: _Lines,
    connection: sqlite3.Connection,
) -> None:
    """Write lines, `is_apart` from all that stands there."""
    if is_apart:
        begin_span(connection, room)
    writing(connection, room, lines)
    amend(connection, room, lines)
    index_some(connection)


def _newest(connection: sqlite3.Connection, room: int, name: str, count: int) -> Kept:
    lines = newest_lines(connection, room, name, count)
    span = span_with_lines(connection, room)
    complete = span is not None and is_complete(connection, span)
    return Kept(tuple(lines), complete and len(lines) < count)


def _before(
    connection: sqlite3.Connection,
    room: int,
    name: str,
    line: ChatMessage,
    count: int,
    across: bool,
) -> Kept:
    spot = find_past(connection, room, line)
    if spot is None:
        return Kept()
    lines = lines_before(connection, room, name, spot, count)
    complete = is_complete(connection, spot.span) and len(lines) < count
    if not lines and across:
        older = span_with_lines(connection, room, before=spot.span)
        if older is not None:
            lines = lines_of_span(connection, room, name, older, count)
    return Kept(tuple(lines), complete)


def _around(
    connection: sqlite3.Connection, room: int, name: str, msgid: str, count: int
) -> Kept:
    spot = find_by_msgid(connection, room, msgid)
    if spot is None:
        return Kept()
    before = lines_before(connection, room, name, spot, count)
    just_before = Spot(spot.id, spot.span, spot.place - 1)
    return Kept((*before, *lines_after(connection, room, name, just_before, count)))
