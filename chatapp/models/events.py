"""What can happen to the client, as values that the event bus carries."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from chatapp.models.connection.encryption import Encryption
from chatapp.models.entities import ChatMessage, Connectedness, Typing
from chatapp.models.hosting.operator_events import OperatorEvent
from chatapp.models.rooms.room_events import RoomEvent


class Problem(Enum):
    """Why a connection or a sign-in did not come about, or ended."""

    NO_ANSWER = auto()
    UNKNOWN_HOST = auto()
    UNREACHABLE = auto()
    TIMED_OUT = auto()
    NAME_NOT_FOUND_IN_TIME = auto()
    SILENT = auto()
    NOT_A_CHAT_SERVER = auto()
    NO_TLS = auto()
    CERTIFICATE_CHANGED = auto()
    CERTIFICATE_UNKNOWN = auto()
    PASSWORD_IN_PLAIN = auto()
    NICK_TAKEN = auto()
    NICK_OWNED = auto()
    NICK_ALIKE = auto()
    NICK_REFUSED = auto()
    PASSWORD_NEEDED = auto()
    PASSWORD_WRONG = auto()
    INVITATION_NEEDED = auto()
    INVITATION_REFUSED = auto()
    REFUSED = auto()
    LOST = auto()


class ProofProblem(Enum):
    """Why an account could not be proved while one signed in."""

    NO_SECRET = auto()
    WRONG = auto()
    LOCKED = auto()
    NOT_OFFERED = auto()
    NOT_UNDERSTOOD = auto()
    SERVER_UNPROVED = auto()


@dataclass(frozen=True, slots=True)
class ConnectionChanged:
    """The link to the server has a new state; `retry_in` is in seconds.

    `heard_at` is when anything came over the link that was lost.
    """

    state: Connectedness
    problem: Problem | None = None
    detail: str = ""
    retry_in: float | None = None
    heard_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignInFailed:
    """A sign-in ended before it was complete, for good."""

    problem: Problem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Registration is complete; `again` after a reconnection."""

    nick: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class ServerMet:
    """One has signed in, for the first time, at a server that nobody vouches for."""

    encryption: Encryption


@dataclass(frozen=True, slots=True)
class AccountChanged:
    """One is signed in to this account now; to none where it is ""."""

    account: str


@dataclass(frozen=True, slots=True)
class ProofFailed:
    """One is a guest now, as the account that one has could not be proved."""

    account: str
    problem: ProofProblem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """The server ended the session (KILL, ban), or lets one not back for a problem."""

    reason: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class LatencyMeasured:
    """A PING came back after so many milliseconds."""

    milliseconds: float


@dataclass(frozen=True, slots=True)
class NetworkNamed:
    """The server told the network's name (ISUPPORT NETWORK)."""

    name: str


@dataclass(frozen=True, slots=True)
class RoomOpened:
    """A room was joined or a direct conversation began."""

    room: str
    asked_for: bool = False


@dataclass(frozen=True, slots=True)
class RoomClosed:
    """A room was left; `reason` and `by` tell of a kick, `is_banned` of a ban.

    `key` is the channel key that one came in with.
    """

    room: str
    reason: str = ""
    by: str = ""
    is_banned: bool = False
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RoomChanged:
    """A room's topic, counts or presence changed."""

    room: str


@dataclass(frozen=True, slots=True)
class RoomRenamed:
    """A conversation has a new name, as its person changed nick."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PeopleChanged:
    """Who is in a room, or how they are, changed."""

    room: str


@dataclass(frozen=True, slots=True)
class NickChanged:
    """One's own nick is now another."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class MessageAdded:
    """A room's history grew at its end."""

    message: ChatMessage


@dataclass(frozen=True, slots=True)
class MessageReplaced:
    """A message changed: it was sent, confirmed, failed or dropped (`new` None)."""

    room: str
    key: str
    new: ChatMessage | None


@dataclass(frozen=True, slots=True)
class AnswerChanged:
    """What one is about to answer in a room is another message now, or none."""

    room: str


@dataclass(frozen=True, slots=True)
class HistoryLoaded:
    """Messages said earlier were added; `complete` when nothing older exists."""

    room: str
    count: int
    complete: bool


@dataclass(frozen=True, slots=True)
class AwayChanged:
    """The server confirmed that one is away, or back."""

    away: bool


@dataclass(frozen=True, slots=True)
class TypingHeard:
    """Somebody else writes in a conversation, or does not any more."""

    room: str
    nick: str
    state: Typing


@dataclass(frozen=True, slots=True)
class WhoisArrived:
    """Everything a WHOIS told, in order, as field and value."""

    nick: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ServerSaid:
    """The server said something for people to read, such as its MOTD."""

    text: str


@dataclass(frozen=True, slots=True)
class RequestRefused:
    """The server refused something; `about` is the room or nick it concerns."""

    code: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class RoomSelected:
    """The reader opened a room; empty when none is left."""

    room: str


@dataclass(frozen=True, slots=True)
class KeepingChanged:
    """Something could not be kept on this computer, or can be again: no problem."""

    problem: str = ""


@dataclass(frozen=True, slots=True)
class FrameEnded:
    """Everything that had arrived was worked through: time to draw."""


Event = (
    ConnectionChanged
    | SignInFailed
    | SignedIn
    | ServerMet
    | AccountChanged
    | ProofFailed
    | Removed
    | LatencyMeasured
    | NetworkNamed
    | RoomOpened
    | RoomClosed
    | RoomChanged
    | RoomRenamed
    | PeopleChanged
    | NickChanged
    | MessageAdded
    | MessageReplaced
    | AnswerChanged
    | HistoryLoaded
    | AwayChanged
    | TypingHeard
    | WhoisArrived
    | ServerSaid
    | RequestRefused
    | RoomSelected
    | KeepingChanged
    | FrameEnded
    | OperatorEvent
    | RoomEvent
)
