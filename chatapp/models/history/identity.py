"""Tells when two lines are one: told twice, or once as it happened and once after."""

from chatapp.models.entities import ChatMessage
from chatapp.wire.timestamps import milliseconds


def certain_identities(line: ChatMessage) -> list[object]:
    """Give what makes a line another's repetition whenever it comes.

    A server may give a change a msgid in its history and none when it happens.
    """
    identities: list[object] = [line.msgid] if line.msgid else []
    if line.kind.is_event:
        identities.append(parts_of(line))
    return identities


def identities_in_past(line: ChatMessage) -> list[object]:
    """Give what makes a line of a page the same as one that is known.

    Without a msgid that can only be its words and its time: people who say the same
    twice do not say it in one millisecond.
    """
    return certain_identities(line) or [parts_of(line)]


def parts_of(line: ChatMessage) -> tuple[object, ...]:
    """Give everything that the server told of a line, but for its id."""
    return (
        milliseconds(line.time),
        line.kind,
        line.change,
        line.sender,
        line.target,
        line.text,
    )
