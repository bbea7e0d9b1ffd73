"""What a chat is made of: messages, and what is found among rooms and people."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from chatapp.models.entities.attached import Quote, Reaction


class MessageKind(Enum):
    """What a line of the transcript is."""

    TEXT = auto()
    ACTION = auto()
    NOTICE = auto()
    CHANGE = auto()
    LOCAL = auto()
    GAP = auto()
    EDIT = auto()
    DELETION = auto()
    DELETED = auto()
    FOLD = auto()

    @property
    def is_said(self) -> bool:
        """Whether these are somebody's words, to be read and counted."""
        return self in (MessageKind.TEXT, MessageKind.ACTION, MessageKind.NOTICE)

    @property
    def is_event(self) -> bool:
        """Whether this happened in the room, and is nobody's words."""
        return self in (MessageKind.CHANGE, MessageKind.DELETION)

    @property
    def is_amendment(self) -> bool:
        """Whether it changes a line that was said before, and is none itself."""
        return self in (MessageKind.EDIT, MessageKind.DELETION)


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
    and is `unclear` may have arrived all the same. `reply_to` is the msgid of what it
    answers, and `quote` that message, once it is known. `author` is by what one knows
    that two lines are one person's.

    The `target` of an edit or a deletion is the msgid of what it changes. That has the
    msgids of its `edits` then, the one that is shown last, or becomes `DELETED`: its
    `target` is who did that, and its `text` the reason.
    """

    key: str
    room: str
    sender: str
    text: str = field(repr=False)
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
    reply_to: str = ""
    quote: Quote | None = None
    reactions: tuple[Reaction, ...] = ()
    author: str = ""
    edits: tuple[str, ...] = ()
    edited_at: datetime | None = None


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
class KeyHelp:
    """What can be pressed: the first key, and the last one of several in a row.

    Keys are written as Tk does, with Mod for Control, or for Command on macOS, where
    Alt stands for Option.
    """

    words: str
    keys: tuple[str, ...]


class FindingKind(Enum):
    """What the switcher has found."""

    ROOM = auto()
    OTHER_ROOM = auto()
    NEW_ROOM = auto()
    CONVERSATION = auto()
    PERSON = auto()
    COMMAND = auto()
    SERVER = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something one can go to: its kind, its name, and a word about it.

    `server` is the key of the server that it is on; "" for the one that is shown.
    """

    kind: FindingKind
    name: str
    detail: str = ""
    unread: int = 0
    server: str = ""


class Typing(Enum):
    """Whether somebody writes a message now, as the wire has it."""

    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
