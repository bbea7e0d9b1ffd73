"""A channel: who is in it, what each of them may do, and who hears what is said."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.world.audience import Audience, audience_of, narrowed, widened
from server.world.bans import KEEPS_OUT, SILENCES, verdict_on
from server.world.channel_modes import CHANNEL_MODES, MAY_MODERATE, Modes
from server.world.room_id import RoomId
from server.world.user import OPERATOR, identity_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from server.world.session import Session
    from server.world.user import User
    from server.world.word_lines import WordLines

RESTRAINING = frozenset("CMUm")
"""The flags with which not everybody hears everything that a member says."""

MAX_VERDICTS = 1000


@dataclass(frozen=True, slots=True)
class Topic:
    """What a channel is about, who said so and when (in seconds since 1970)."""

    text: str
    set_by: str
    set_at: int


@dataclass(frozen=True, slots=True)
class Founder:
    """Whose a channel is: the key of the account, and the rank that it always has."""

    account: str
    rank: str = "o"


class Channel:
    """A channel with somebody in it, or one that belongs to the server.

    It is changed by `world.apply` only.
    """

    __slots__ = (
        "_audience",
        "_verdicts",
        "absent",
        "awaited",
        "conversation",
        "created_at",
        "founder",
        "history_start",
        "is_permanent",
        "key",
        "members",
        "metadata",
        "modes",
        "name",
        "restrains",
        "rolls",
        "topic",
    )

    def __init__(
        self,
        name: str,
        key: str,
        created_at: int,
        history_start: int,
        *,
        is_permanent: bool,
        conversation: str = "",
    ) -> None:
        """Begin empty; without a `conversation` the history is kept under the key."""
        self.conversation = conversation or key
        self.name = name
        self.key = key
        self.created_at = created_at
        self.history_start = history_start
        self.is_permanent = is_permanent
        self.topic: Topic | None = None
        self._verdicts: dict[tuple[str, str | None], int] = {}
        self.take_modes(Modes())
        self.members: dict[User, str] = {}
        self.metadata: dict[str, str] = {}
        self.awaited: dict[str, tuple[str, str]] = {}
        self.absent: dict[str, None] = {}
        self.founder: Founder | None = None
        # By their style; who has come since is missing, and other changes clear them.
        self.rolls: dict[object, WordLines] = {}
        self._audience: Audience | None = None

    @property
    def room_id(self) -> RoomId:
        """What the storage knows it by now."""
        return RoomId(
            self.conversation,
            self.history_start,
            self.key,
            self.name,
            self.created_at,
        )

    def is_founder(self, user: "User") -> bool:
        """Tell whether the user's account has made the channel."""
        founder = self.founder
        return founder is not None and user.id == identity_of(founder.account)

    def awaits(self, user: "User") -> bool:
        """Tell whether the user was in here before a restart, a short while ago."""
        return self.awaited.get(user.key, ("", ""))[0] == user.known_by

    def lets_back(self, user: "User") -> bool:
        """Tell whether the user was in here, invited, as his connection ended."""
        return user.id in self.absent

    def forget(self, identity: str) -> None:
        """Neither await nor let back an account that is gone."""
        self.absent.pop(identity, None)
        kept = self.awaited.items()
        self.awaited = {nick: known for nick, known in kept if known[0] != identity}

    def has_mode(self, letter: str) -> bool:
        """Tell whether a mode without argument, for instance `t`, is on."""
        return letter in self.modes.flags

    @property
    def is_unlisted(self) -> bool:
        """Whether strangers do not find it: it is secret (s) or private (p)."""
        return not self.modes.flags.isdisjoint("sp")

    def ranks_of(self, user: "User") -> str:
        """Give the user's ranks here, the highest first; "" when there are none."""
        return self.members.get(user, "")

    def is_ruled_by(self, user: "User") -> bool:
        """Tell whether it is the server's, and the user an operator of the server.

        He stands above all ranks then. A channel is the server's, too, as long as
        nobody moderates it.
        """
        return OPERATOR in user.modes and (self.is_permanent or self._is_unruled())

    def _is_unruled(self) -> bool:
        awaited = (ranks for _, ranks in self.awaited.values())
        return self.founder is None and all(
            MAY_MODERATE.isdisjoint(ranks)
            for ranks in (*self.members.values(), *awaited)
        )

    def is_operator(self, user: "User") -> bool:
        """Tell whether the user may change this channel."""
        ranks = self.members.get(user, "")
        return not MAY_MODERATE.isdisjoint(ranks) or self.is_ruled_by(user)

    def is_above(self, user: "User", other: "User") -> bool:
        """Tell whether the user's rank is higher than the other's."""
        if self.is_ruled_by(other):
            return False
        rank = CHANNEL_MODES.rank
        return rank(self.ranks_of(user)) < rank(self.ranks_of(other))

    def is_banned(self, user: "User") -> bool:
        """Tell whether a ban keeps the user out."""
        return bool(self._verdict_on(user) & KEEPS_OUT)

    def is_silenced(self, user: "User") -> bool:
        """Tell whether a ban forbids the user to speak."""
        return bool(self._verdict_on(user) & SILENCES)

    def take_modes(self, modes: Modes) -> None:
        """Allow these things from now on; who is banned is found out anew."""
        self.modes = modes
        # Asked for each message, so it is found out only once.
        bans = modes.entries("b")
        self.restrains = bool(bans) or not RESTRAINING.isdisjoint(modes.flags)
        self._verdicts.clear()

    def signs_of(self, user: "User", *, every: bool) -> str:
        """Give what stands before the nick: "@", "+", or "@+" with `every` rank."""
        ranks = self.members.get(user)
        if not ranks:
            return ""
        return CHANNEL_MODES.symbols_of(ranks if every else ranks[:1])

    @property
    def audience(self) -> Audience:
        """Who hears what is said here now; a snapshot that does not change later."""
        if self._audience is None:
            self._audience = audience_of(
                session for member in self.members for session in member.sessions
            )
        return self._audience

    def hides(self, user: "User") -> bool:
        """Tell whether members without a rank do not know that the user is here (u)."""
        return "u" in self.modes.flags and not self.members.get(user)

    def witnesses_of(self, user: "User") -> "Iterable[User]":
        """Give the members who may know that the user is here, himself among them."""
        if not self.hides(user):
            return self.members
        return (each for each, held in self.members.items() if held or each is user)

    def audience_about(self, user: "User") -> Audience:
        """Give the members who may know that the user is here, as they hear it."""
        if not self.hides(user):
            return self.audience
        return audience_of(
            session for each in self.witnesses_of(user) for session in each.sessions
        )

    def audience_with(self, ranks: frozenset[str]) -> Audience:
        """Give the members who have one of these ranks."""
        return audience_of(
            session
            for member, held in self.members.items()
            if not ranks.isdisjoint(held)
            for session in member.sessions
        )

    def widen_audience(self, user: "User") -> None:
        """Let a new member's sessions hear what is said from now on."""
        if self._audience is not None:
            self._audience = widened(self._audience, user.sessions)

    def narrow_audience(self, sessions: "Iterable[Session]") -> None:
        """Let sessions that have left, or are lost, hear nothing more."""
        if self._audience is not None:
            self._audience = narrowed(self._audience, sessions)

    def forget_audience(self) -> None:
        """Make the next audience anew, for a member's capabilities changed."""
        self._audience = None

    def _verdict_on(self, user: "User") -> int:
        """Give what the bans forbid a user; each is compared with them only once."""
        if not self.modes.entries("b"):
            return 0
        known = (user.prefix, user.account)
        verdict = self._verdicts.get(known)
        if verdict is None:
            if len(self._verdicts) >= MAX_VERDICTS:
                self._verdicts.clear()
            verdict = self._verdicts[known] = verdict_on(user, self.modes)
        return verdict
