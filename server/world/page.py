"""A part of a conversation's history that somebody asks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The newest messages within bounds; None: no bound.

    Args:
        target: the key of the channel or of the conversation.
        first: the lowest number.
        limit: how many messages at most.
        before_sequence: all numbers are lower than this.
        after_time: all were sent later than this, in milliseconds since 1970.
        before_time: all were sent earlier than this.
    """

    target: str
    first: int
    limit: int
    before_sequence: int | None = None
    after_time: int | None = None
    before_time: int | None = None
