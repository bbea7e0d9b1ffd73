"""The servers one is on, as the window shows them."""

from dataclasses import dataclass

from chatapp.models.entities.chat import Connectedness


@dataclass(frozen=True, slots=True)
class ServerTile:
    """A server one is on, as the strip of servers shows it; `key` names it.

    `place` is its address and port; `words` say in a tooltip what it is and how one
    stands with it. Where there is a `problem`, one has to do something about it.
    """

    key: str
    name: str
    place: str
    words: str
    state: Connectedness = Connectedness.ONLINE
    unread: int = 0
    mentions: int = 0
    problem: bool = False
