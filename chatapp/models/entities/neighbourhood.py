"""The chats around here, as they are found."""

from dataclasses import dataclass
from enum import Enum, auto

from chatapp.wire.announcement import Announcement


class Outlook(Enum):
    """How the search for chats around here goes."""

    LOOKING = auto()
    FOUND = auto()
    NOTHING = auto()
    BLOCKED = auto()
    FLOODED = auto()
    OFF = auto()


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A chat that announces itself around here, and where something answers.

    Anybody can announce anything: what it says of itself is proved only by TLS.
    `entry` is its name in the network's directory; the way there and back takes so
    many `milliseconds`. `addresses` are all that it says it has.
    """

    entry: str
    told: Announcement
    host: str
    port: int
    milliseconds: float
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What the search for chats around here has found until now."""

    outlook: Outlook = Outlook.LOOKING
    servers: tuple[FoundServer, ...] = ()
