"""A message of several lines that a client is about to send, line by line.

Specification: https://ircv3.net/specs/extensions/multiline
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.world.events import Event

if TYPE_CHECKING:
    from collections.abc import Mapping

    from server.world.session import Session
    from server.world.world import World

LINE_BREAK = "\n"
NO_BREAK = "\r"
"""Stands where a line that was too long for IRC goes on; no line can contain it."""


@dataclass(frozen=True, slots=True)
class OpenBatch:
    """What has come so far of a message of several lines.

    Args:
        reference: the client's name for it.
        target: whom it is for.
        tags: of the whole message.
        label: what the answer shall carry, as it is written.
        lines: each behind LINE_BREAK or NO_BREAK, the first one too.
        size: in bytes, with one for each break.
        is_broken: whether it has been refused; then the rest of it is not read.
    """

    reference: str
    target: str
    tags: "Mapping[str, str]"
    label: str | None
    lines: tuple[str, ...] = ()
    size: int = 0
    is_broken: bool = False

    @property
    def text(self) -> str:
        """The whole message."""
        return "".join(self.lines)[1:]


@dataclass(frozen=True, slots=True)
class BatchChanged(Event):
    """A client began a message of several lines, added to it, or ended it (None)."""

    session: "Session"
    batch: OpenBatch | None


def take_batch(_world: "World", event: BatchChanged) -> tuple[Event, ...]:
    """Keep what has come so far."""
    event.session.batch = event.batch
    return ()


def split_lines(text: str) -> list[tuple[str, bool]]:
    """Give a message's lines as they were sent; each with whether it goes on one."""
    return [
        (line, number > 0)
        for whole in text.split(LINE_BREAK)
        for number, line in enumerate(whole.split(NO_BREAK))
    ]
