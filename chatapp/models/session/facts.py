"""What one session tells the models around it, apart from events for everybody."""

from dataclasses import dataclass
from datetime import datetime

from chatapp.models.accounts.account import Account
from chatapp.models.entities import ChatMessage
from chatapp.models.events import Event, Problem, ProofProblem


@dataclass(frozen=True, slots=True)
class Registered:
    """The server has welcomed this session and said what it supports."""

    nick: str


@dataclass(frozen=True, slots=True)
class SignInRefused:
    """The server will not have this sign-in."""

    problem: Problem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PolicyTold:
    """The server said with this value of sts that one is to come with TLS."""

    value: str


@dataclass(frozen=True, slots=True)
class ProofRefused:
    """An account could not be proved; one signs in as a guest."""

    account: Account
    problem: ProofProblem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AccountMade:
    """The server has made an account for this session, and signed it in to that."""

    name: str


@dataclass(frozen=True, slots=True)
class AccountNotMade:
    """The server has made no account, for the reason that this code names."""

    code: str


@dataclass(frozen=True, slots=True)
class ServerClosed:
    """The server said why it ends the session; `for_good`: do not come back."""

    reason: str
    for_good: bool


@dataclass(frozen=True, slots=True)
class ChannelJoined:
    """This session is now in a channel."""

    channel: str


@dataclass(frozen=True, slots=True)
class ChannelLeft:
    """This session is no longer in a channel; `by` is set when it was removed."""

    channel: str
    reason: str = ""
    by: str = ""
    is_banned: bool = False


@dataclass(frozen=True, slots=True)
class ChannelRefused:
    """A channel could not be joined, perhaps for now; or it leads to another one."""

    channel: str
    leads_to: str = ""
    is_for_now: bool = False


@dataclass(frozen=True, slots=True)
class KeyTold:
    """A channel that one is in has this word that lets people in."""

    channel: str
    key: str


@dataclass(frozen=True, slots=True)
class TopicTold:
    """A channel's topic is known."""

    channel: str
    topic: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A line for one conversation, as it happens.

    Args:
        line: what was said or done.
        label: of the command that this answers, or "".
        opens: whether it may begin a conversation that is not there yet.
    """

    line: ChatMessage
    label: str = ""
    opens: bool = False


@dataclass(frozen=True, slots=True)
class DoneByPerson:
    """Somebody quit or changed nick: a line for each conversation they are in."""

    nick: str
    line: ChatMessage
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonRenamed:
    """Somebody else has another nick now."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PresenceTold:
    """Whether somebody can answer is known."""

    nick: str


@dataclass(frozen=True, slots=True)
class ReactionTold:
    """Somebody put an emoji on the message with this msgid, or took it off again.

    `told_by` is the msgid of what told it.
    """

    room: str
    msgid: str
    emoji: str
    sender: str
    time: datetime
    is_on: bool = True
    mine: bool = False
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class PageArrived:
    """A part of a conversation's past, in order, and the reactions told in it."""

    room: str
    lines: tuple[ChatMessage, ...]
    reactions: tuple[ReactionTold, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchAnswered:
    """What the server has found, in any order."""

    lines: tuple[ChatMessage, ...]


@dataclass(frozen=True, slots=True)
class SearchRefused:
    """The server does not search, for this reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class MetadataTold:
    """What is pinned in a channel, as its metadata has it; "" when nothing is."""

    target: str
    value: str


@dataclass(frozen=True, slots=True)
class MetadataFollowed:
    """The server has heard which metadata one wants to hear of from now on."""


@dataclass(frozen=True, slots=True)
class MetadataDelayed:
    """The server tells of a channel's metadata only when asked, after some seconds."""

    target: str
    seconds: int


@dataclass(frozen=True, slots=True)
class MetadataSynced:
    """All that the server has to tell of a channel's metadata has been told."""

    target: str


@dataclass(frozen=True, slots=True)
class PageRefused:
    """The server gives no history; `room` is "" where it did not say whose."""

    room: str


@dataclass(frozen=True, slots=True)
class TargetTold:
    """Something was said there since a moment; `time`: when last, if it is known."""

    name: str
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class TargetsTold:
    """The server has named all the conversations that it names in one answer."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The command with this label was carried out and has no other answer."""

    label: str


@dataclass(frozen=True, slots=True)
class SendRefused:
    """What was said in `room`, if known, was refused; or, unasked, that one writes."""

    room: str
    label: str
    code: str
    sentence: str
    is_unasked: bool = False


@dataclass(frozen=True, slots=True)
class ReadTold:
    """Up to when one has read a conversation in any window; None: nobody knows."""

    room: str
    time: datetime | None


@dataclass(frozen=True, slots=True)
class PongHeard:
    """The server answered the PING with this token."""

    token: str


Fact = (
    Registered
    | SignInRefused
    | PolicyTold
    | ProofRefused
    | AccountMade
    | AccountNotMade
    | ServerClosed
    | ChannelJoined
    | ChannelLeft
    | ChannelRefused
    | KeyTold
    | TopicTold
    | Heard
    | DoneByPerson
    | PersonRenamed
    | PresenceTold
    | ReactionTold
    | PageArrived
    | PageRefused
    | MetadataTold
    | MetadataDelayed
    | MetadataFollowed
    | MetadataSynced
    | SearchAnswered
    | SearchRefused
    | TargetTold
    | TargetsTold
    | Acknowledged
    | SendRefused
    | ReadTold
    | PongHeard
    | Event
)
