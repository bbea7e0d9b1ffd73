"""Plain values that models, controllers and views all speak of."""

from dataclasses import dataclass, field
from datetime import datetime
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


class MessageKind(Enum):
    """What a line of the transcript is."""

    TEXT = auto()
    ACTION = auto()
    NOTICE = auto()
    CHANGE = auto()
    LOCAL = auto()
    GAP = auto()

    @property
    def is_said(self) -> bool:
        """Whether these are somebody's words, to be read and counted."""
        return self in (MessageKind.TEXT, MessageKind.ACTION, MessageKind.NOTICE)


class Change(Enum):
    """What a message of kind CHANGE tells of its sender."""

    JOINED = auto()
    LEFT = auto()
    QUIT = auto()
    KICKED = auto()
    RENAMED = auto()
    TOPIC = auto()
    MODE = auto()


class Delivery(Enum):
    """How far a message of one's own has come."""

    WAITING = auto()
    SENT = auto()
    CONFIRMED = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """A line of a conversation.

    `key` names it in the window for as long as it is shown. `text` of a change is
    its detail: the reason, the new nick, the topic; `target` is who was kicked.
    A gap stands where messages may be missing, and says nothing itself. What failed
    and is `unclear` may have arrived all the same.
    """

    key: str
    room: str
    sender: str
    text: str
    time: datetime
    kind: MessageKind = MessageKind.TEXT
    change: Change | None = None
    target: str = ""
    msgid: str = ""
    client_id: str = ""
    delivery: Delivery = Delivery.CONFIRMED
    problem: str = ""
    unclear: bool = False
    mine: bool = False
    mentions_me: bool = False


class RoomKind(Enum):
    """What stands behind an entry of the rooms rail."""

    CHANNEL = auto()
    DIRECT = auto()


class Presence(Enum):
    """Whether a person can answer."""

    ONLINE = auto()
    AWAY = auto()
    OFFLINE = auto()


@dataclass(frozen=True, slots=True)
class Room:
    """A channel or a direct conversation, as the rooms rail shows it."""

    name: str
    kind: RoomKind
    topic: str = ""
    joined: bool = True
    unread: int = 0
    mentions: int = 0
    presence: Presence = Presence.ONLINE
    may_set_topic: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a room. `rank` is the highest channel prefix, such as "@"."""

    nick: str
    rank: str = ""
    presence: Presence = Presence.ONLINE
    status: str = ""
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """A titled part of the people rail."""

    title: str
    people: tuple[Person, ...]


class Connectedness(Enum):
    """How the window stands with its server."""

    OFFLINE = auto()
    CONNECTING = auto()
    ONLINE = auto()
    WAITING = auto()


class Tone(Enum):
    """How much attention a notice asks for."""

    INFO = auto()
    SUCCESS = auto()
    WARNING = auto()
    ERROR = auto()


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the whole window, each "#rrggbb"; `dark` tells the mode.

    Surfaces from the back to the front are `side`, `page`, `hover`, `input` and
    `card`. `accents` are solid fills that carry `on_accent` text. `people` colours
    names on any message surface, `avatars` are fills that carry `on_avatar`.
    `side_hover` is a row of a rail under the pointer; the `primary_` shades are those
    of a primary button; the `_text` colours are readable on every surface.
    """

    name: str
    dark: bool
    page: str
    side: str
    side_hover: str
    card: str
    hover: str
    input: str
    border: str
    text: str
    muted: str
    accent: str
    link: str
    danger_text: str
    success_text: str
    warning_text: str
    primary: str
    primary_hover: str
    primary_pressed: str
    secondary: str
    success: str
    info: str
    warning: str
    danger: str
    on_accent: str
    mention: str
    code: str
    selection: str
    on_selection: str
    selected_row: str
    on_avatar: str
    online: str
    away: str
    offline: str
    people: tuple[str, ...] = field(repr=False)
    avatars: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """What can be pressed: the first key, and the last one of several in a row.

    Keys are written as Tk does, with Mod for Control, or for Command on macOS.
    """

    words: str
    keys: tuple[str, ...]


class FindingKind(Enum):
    """What the switcher has found."""

    ROOM = auto()
    CONVERSATION = auto()
    PERSON = auto()
    COMMAND = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something one can go to: its kind, its name, and a word about it."""

    kind: FindingKind
    name: str
    detail: str = ""
    unread: int = 0


class Typing(Enum):
    """Whether somebody writes a message now, as the wire has it."""

    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
