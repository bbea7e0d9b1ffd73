"""What stands in the sign-in window: its fields, and the chats around here."""

from dataclasses import dataclass, field
from enum import Enum, auto

from chatapp.wire.announcement import Announcement


class Field(Enum):
    """A field of the sign-in window."""

    ADDRESS = auto()
    PORT = auto()
    USERNAME = auto()
    PASSWORD = auto()


@dataclass(frozen=True, slots=True)
class SignInForm:
    """What stands in the sign-in window's fields, as typed."""

    address: str = ""
    port: str = ""
    username: str = ""
    password: str = ""


class AccountField(Enum):
    """A field of the card that asks for an account."""

    NAME = auto()
    PASSWORD = auto()
    CERTIFICATE = auto()


@dataclass(frozen=True, slots=True)
class AccountForm:
    """An account of a network, as typed: its name, and what proves it.

    Without a password, the one that is kept of it is used.
    """

    name: str = ""
    password: str = field(default="", repr=False)
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class AccountWords:
    """What stands in the card that asks for an account."""

    title: str
    words: str
    name: str
    password: str
    certificate: str
    example: str
    choose: str
    action: str
    cancel: str


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
class ServerRow:
    """A chat around here, as it stands in the list of them; `key` names it."""

    key: str
    name: str
    details: str
    is_encrypted: bool = True


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What the search for chats around here has found until now."""

    outlook: Outlook = Outlook.LOOKING
    servers: tuple[FoundServer, ...] = ()
