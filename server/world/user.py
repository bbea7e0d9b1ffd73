"""One person (or bot) on the server, with none, one or several sessions."""

from enum import Flag, auto
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from chatapp.wire.modes import ModeTypes
from chatapp.wire.names import Fold, fold
from server.world.shared import NONE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from server.world.channel import Channel
    from server.world.session import Session

USER_MODES = ModeTypes(
    lists="", always="", when_set="", flags="BRTiorsw", prefixes="", symbols=""
)
"""The modes of users.

B: a bot; R: only accounts may write; T: wants no CTCP; i: invisible; o: operator of
the server; r: signed in to an account; s: hears the server's notices; w: hears
WALLOPS.
"""

BOT = "B"
OPERATOR = "o"
SERVER_NOTICES = "s"
WALLOPS = "w"
GIVEN_BY_SERVER = frozenset("or")
"""What nobody can give himself."""

ACCOUNT_SIGN = "@"
"""Stands before an account in an identity, and never in a guest's."""

NOT_CONNECTED = "Not connected at present; messages are kept."
"""The absence of who stays without a connection."""

NOTHING: "Mapping[Any, Any]" = MappingProxyType({})
"""What most users tell of themselves: one for all of them, for it takes room."""

MAX_CORRESPONDENTS = 200
MAX_INVITATIONS = 100


class Opens(Flag):
    """What an invitation into a channel undoes: +i, a ban and a limit, +k."""

    GATE = auto()
    BAN = auto()
    LOCK = auto()


class User:
    """A nick, its owner's words about himself, and the channels he is in.

    It is changed by `world.apply` only.
    """

    __slots__ = (
        "accepted",
        "account",
        "away",
        "channels",
        "correspondents",
        "fold",
        "guest_id",
        "host",
        "id",
        "invitations",
        "is_registered",
        "key",
        "metadata",
        "modes",
        "nick",
        "nick_since",
        "numeric_host",
        "operator",
        "prefix",
        "read_markers",
        "realname",
        "sessions",
        "signed_on_at",
        "spoke_at",
        "stays",
        "username",
        "watchers",
    )

    def __init__(
        self,
        identity: str,
        address: str,
        signed_on_at: int,
        fold: Fold = fold,
        host_name: str | None = None,
    ) -> None:
        """Begin without a nick.

        Args:
            identity: this user's alone, for ever.
            address: where he comes from.
            signed_on_at: in seconds since 1970.
            fold: gives the keys of names, as all of the server has it.
            host_name: the name of his address, for people to see instead.
        """
        self.fold = fold
        self.id = self.guest_id = identity
        self.nick = ""
        self.nick_since = 0
        self.key = ""
        self.username = ""
        # What begins with a colon would end a line's parameters: "::1" is "0::1".
        self.numeric_host = f"0{address}" if address.startswith(":") else address
        self.host = host_name or self.numeric_host
        self.realname = ""
        self.account: str | None = None
        self.operator: str | None = None
        self.accepted = NONE
        self.away: str | None = None
        self.modes = NONE
        self.signed_on_at = signed_on_at
        self.spoke_at = signed_on_at
        self.sessions: list[Session] = []
        self.channels: dict[Channel, None] = {}
        self.correspondents: dict[str, str] = {}
        self.invitations: Mapping[Channel, Opens] = NOTHING
        self.metadata: Mapping[str, str] = NOTHING
        self.read_markers: Mapping[str, int] = NOTHING
        self.watchers: Collection[Session] = ()
        self.is_registered = False
        self.stays = False
        self.prefix = ""

    def take_nick(self, nick: str, since: int = 0) -> None:
        """Be known by this nick from now on.

        Args:
            nick: as it is written.
            since: the number of what was heard last when he took it; what was said
                under it before is somebody else's.
        """
        self.nick = nick
        key = self.fold(nick)
        if key != self.key:
            self.nick_since = since
        self.key = nick if key == nick else key  # which are kept once, if they can be
        self._refresh_prefix()

    def take_names(self, username: str, realname: str) -> None:
        """Be known by this username and real name."""
        self.username = username
        self.realname = realname
        self._refresh_prefix()

    def take_account(self, account: str | None) -> None:
        """Be known to have this account, or none; what is said is its, too."""
        self.account = account
        self.id = identity_of(self.fold(account)) if account else self.guest_id

    def take_host(self, username: str, host: str) -> None:
        """Be known to come from there from now on."""
        self.username = username
        self.host = host
        self._refresh_prefix()

    def remember_correspondent(self, other: "User") -> None:
        """Keep whom a nick stood for, to find the talk with him when he has left."""
        self.correspondents.pop(other.key, None)
        self.correspondents[other.key] = other.id
        if len(self.correspondents) > MAX_CORRESPONDENTS:
            del self.correspondents[next(iter(self.correspondents))]

    def remember_invitation(self, channel: "Channel", opens: Opens) -> None:
        """Keep that the user is asked in, and what that opens."""
        opens |= self.invitations.get(channel, Opens.GATE)
        invitations = {**self.invitations, channel: opens}
        if len(invitations) > MAX_INVITATIONS:
            del invitations[next(iter(invitations))]
        self.invitations = invitations

    def forget_invitation(self, channel: "Channel") -> None:
        """Let an invitation be used up, if there is one."""
        if channel in self.invitations:
            rest = {
                key: opens for key, opens in self.invitations.items() if key != channel
            }
            self.invitations = rest

    @property
    def is_secure(self) -> bool:
        """Whether all connections of the user are encrypted."""
        return bool(self.sessions) and all(each.is_secure for each in self.sessions)

    def absence(self, latest: str | None = None) -> str | None:
        """Give why the user is away: None while somebody is at one of his clients."""
        told = [session.away for session in self.sessions]
        if None in told:
            return None
        for text in (latest, self.away):
            if text is not None and (text in told or not told):
                return text
        return told[-1] if told else NOT_CONNECTED

    @property
    def address(self) -> str:
        """Where the user comes from, as others see it: user@host."""
        return f"{self.username}@{self.host}"

    @property
    def known_by(self) -> str:
        """By what he is known again after a restart: his account, else user@host."""
        return self.address if self.account is None else self.id

    @property
    def account_key(self) -> str | None:
        """What is the same for all ways to write his account; None: he has none."""
        return None if self.account is None else self.fold(self.account)

    @property
    def owner(self) -> str:
        """Whose messages these are: the account's, or else the nick's."""
        return owner_of(self.account, self.key)

    @property
    def prefixes(self) -> tuple[str, ...]:
        """What masks describe: nick!user@host, and with the address if it differs."""
        if self.host == self.numeric_host:
            return (self.prefix,)
        return self.prefix, f"{self.nick}!{self.username}@{self.numeric_host}"

    def neighbours(self) -> "list[User]":
        """Give everybody who sees the user in a channel, himself not among."""
        found: dict[User, None] = {}
        for channel in self.channels:
            found.update(dict.fromkeys(channel.witnesses_of(self)))
        found.pop(self, None)
        return list(found)

    def _refresh_prefix(self) -> None:
        self.prefix = f"{self.nick}!{self.username}@{self.host}"
        for channel in self.channels:
            channel.rolls.clear()


def owner_of(account: str | None, nick_key: str) -> str:
    """Give whose messages these are: the account's, or else the nick's."""
    return f"account {account}" if account else f"nick {nick_key}"


def identity_of(account_key: str) -> str:
    """Give the identity of all who sign in to an account, over restarts too."""
    return f"{ACCOUNT_SIGN}{account_key}"


def is_account_talk(key: str) -> bool:
    """Tell whether one of those who talk is an account, so that it is kept."""
    return key.startswith(ACCOUNT_SIGN) or f" {ACCOUNT_SIGN}" in key


def conversation_key(one: User, other: User) -> str:
    """Give the key of what two users say to each other."""
    return conversation_key_of(one.id, other.id)


def conversation_key_of(one: str, other: str) -> str:
    """Give the key of what the users of two identities say to each other."""
    return f"{one} {other}" if one < other else f"{other} {one}"
