"""What hangs on a message: the one that it answers, and how people reacted to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A message that another one answers; `mine`: one said it oneself."""

    sender: str
    text: str
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Reaction:
    """An emoji, or a short text, that people put on a message, the first one first.

    `mine`: one is among them, under the nick that one had then. `words` say who they
    are, once this is to be shown.
    """

    emoji: str
    people: tuple[str, ...]
    mine: bool = False
    words: str = ""
