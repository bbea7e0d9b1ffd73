"""A line of the protocol, taken apart for people to look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WireRow:
    """A line as it stands on the wire, and what it means in words.

    `tags`, `source`, `command` and `params` together, with spaces, are the line.
    """

    time: str
    sent: bool
    tags: str
    source: str
    command: str
    params: str
    meaning: str
