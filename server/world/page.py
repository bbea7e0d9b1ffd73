"""A part of a conversation's history that somebody asks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edge:
    """A message, by its number, or a moment, in milliseconds since 1970.

    One of the two is given. History is counted from here; the edge is not part of it.
    """

    sequence: int | None = None
    time: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The newest, or the oldest, lines between two edges; None: no edge.

    Args:
        target: the key of the channel or of the conversation.
        first: the lowest number.
        limit: how many lines at most.
        after: all came later than this.
        before: all came earlier than this.
        from_oldest: of more than `limit`, the oldest and not the newest are given.
        with_events: not only what was said but also what happened.
    """

    target: str
    first: int
    limit: int
    after: Edge | None = None
    before: Edge | None = None
    from_oldest: bool = False
    with_events: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lines around an edge, which is part of them, half of them older than it."""

    page: Page
    centre: Edge


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines from one edge on towards another, which may be the earlier one."""

    page: Page
    start: Edge
    end: Edge


@dataclass(frozen=True, slots=True)
class Sought:
    """A message that its sender repeats, and does not know whether it is there.

    Args:
        target: the key of the channel or of the conversation.
        first: the lowest number.
        since: it was not sent before this, in milliseconds since 1970.
        keys: whose it may be, its sender's id of it, and where it was said.
    """

    target: str
    first: int
    since: int
    keys: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PastLine:
    """What happened in a channel, as it was heard: a line that nobody has to keep.

    Args:
        target: the key of the channel or of the conversation.
        sequence: its number, which the msgid carries.
        time: when, in milliseconds since 1970.
        body: the line from its source on.
        tags: a TAGMSG's client tags, rendered; else "".
    """

    target: str
    sequence: int
    time: int
    body: str
    tags: str = ""
