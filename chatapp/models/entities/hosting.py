"""What a host is shown of the chat on this computer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link into the chat, as it stands in the list of them."""

    number: int
    words: str
