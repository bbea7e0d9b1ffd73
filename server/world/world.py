"""Everything that the server knows now: who is here, in which channels."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any

from chatapp.wire.names import Fold, fold
from server.world.accounts import ACCOUNT_CHANGES, ACCOUNT_UNDOINGS, Account
from server.world.changes import CHANGES, UNDOINGS
from server.world.channel import Channel
from server.world.claiming import ChannelClaimed, claim, put_founder_back
from server.world.events import Event
from server.world.invitation_changes import INVITATION_CHANGES, INVITATION_UNDOINGS
from server.world.invitations import Invitations
from server.world.lookalikes import Lookalikes
from server.world.message_changes import MESSAGE_CHANGES, MESSAGE_UNDOINGS
from server.world.past_users import MAX_REMEMBERED, PastUsers
from server.world.people_changes import PEOPLE_CHANGES
from server.world.recent import RecentMessages
from server.world.renaming import ChannelRenamed, put_name_back, rename
from server.world.server_bans import BAN_CHANGES, BAN_UNDOINGS, ServerBans
from server.world.signing_in import SIGN_IN_CHANGES
from server.world.user import User
from server.world.watches import Watches

if TYPE_CHECKING:
    from server.world.session import Session

ALL_CHANGES: dict[type[Event], Callable[["World", Any], tuple[Event, ...]]] = {
    **CHANGES,
    **PEOPLE_CHANGES,
    **ACCOUNT_CHANGES,
    **SIGN_IN_CHANGES,
    **BAN_CHANGES,
    **INVITATION_CHANGES,
    **MESSAGE_CHANGES,
    ChannelRenamed: rename,
    ChannelClaimed: claim,
}
ALL_UNDOINGS: dict[type[Event], Callable[["World", Any], None]] = {
    **UNDOINGS,
    **ACCOUNT_UNDOINGS,
    **BAN_UNDOINGS,
    **INVITATION_UNDOINGS,
    **MESSAGE_UNDOINGS,
    ChannelRenamed: put_name_back,
    ChannelClaimed: put_founder_back,
}


class World:
    """The state: changed by `apply` only, on the reactor's thread only."""

    def __init__(self, past_users: int = MAX_REMEMBERED, fold: Fold = fold) -> None:
        """Begin with nobody and nothing.

        Args:
            past_users: how many who leave are remembered.
            fold: gives the keys by which all names are compared.
        """
        self.fold = fold
        self.users: dict[str, User] = {}
        self.accounts: dict[str, Account] = {}
        self.ended_accounts: dict[str, list[int]] = {}
        self.looks_of_nicks = Lookalikes(fold)
        self.looks_of_accounts = Lookalikes(fold)
        self.looks_of_channels = Lookalikes(fold)
        self.staying: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.conversations: set[str] = set()
        self.sessions: set[Session] = set()
        self.recent = RecentMessages()
        self.metadata: dict[str, dict[str, str]] = {}
        self.read_markers: dict[str, dict[str, int]] = {}
        self.past_users = PastUsers(past_users)
        self.watches = Watches()
        self.server_bans = ServerBans(fold)
        self.invitations = Invitations(fold)
        self.most_users = 0
        self.said = 0
        self.registered_users = 0
        self.registered_sessions = 0
        self.mode_counts: Counter[str] = Counter()

    def apply(self, event: Event) -> tuple[Event, ...]:
        """Make an event true, and give the events that follow from it.

        Who commits the event commits those too, so that they are announced.
        """
        change = ALL_CHANGES.get(type(event))
        return change(self, event) if change else ()

    def undo(self, event: Event) -> None:
        """Put back what was before an event that could not be recorded."""
        undoing = ALL_UNDOINGS.get(type(event))
        if undoing:
            undoing(self, event)

    def user(self, nick: str) -> User | None:
        """Give the user who has signed in by this nick, however it is written."""
        user = self.users.get(self.fold(nick))
        return user if user and user.is_registered else None

    def holder(self, nick: str) -> User | None:
        """Give who holds this nick, signed in or about to."""
        return self.users.get(self.fold(nick))

    def channel(self, name: str) -> Channel | None:
        """Give the channel of this name, however it is written."""
        return self.channels.get(self.fold(name))

    def channel_of(self, conversation: str) -> Channel | None:
        """Give the channel whose history is kept under this key."""
        channel = self.channels.get(conversation)
        if channel is not None and channel.conversation == conversation:
            return channel
        channels = self.channels.values()  # one that was renamed
        return next((c for c in channels if c.conversation == conversation), None)

    def account(self, name: str) -> Account | None:
        """Give the account of this name, however it is written."""
        return self.accounts.get(self.fold(name))

    def holders_alike(self, nick: str) -> list[User]:
        """Give who hold other nicks that look like this one."""
        keys = self.looks_of_nicks.of(nick)
        return [self.users[key] for key in keys if key in self.users]

    def accounts_alike(self, name: str) -> list[Account]:
        """Give the accounts whose names are others and look like this one."""
        keys = self.looks_of_accounts.of(name)
        return [self.accounts[key] for key in keys if key in self.accounts]

    def channels_alike(self, name: str) -> list[Channel]:
        """Give the channels whose names are others and look like this one."""
        keys = self.looks_of_channels.of(name)
        return [self.channels[key] for key in keys if key in self.channels]

    def place(self, channel: Channel) -> None:
        """Let a channel be found by its name."""
        self.channels[channel.key] = channel
        self.looks_of_channels.add(channel.name)

    def displace(self, channel: Channel) -> None:
        """Let a channel be found by its name no more."""
        if self.channels.get(channel.key) is channel:
            del self.channels[channel.key]
            self.looks_of_channels.discard(channel.name)

    def seat(self, user: User) -> None:
        """Let a user be found by his nick."""
        self.users[user.key] = user
        self.looks_of_nicks.add(user.nick)

    def unseat(self, user: User) -> None:
        """Let a user be found by his nick no more."""
        if self.users.get(user.key) is user:
            del self.users[user.key]
            self.looks_of_nicks.discard(user.nick)

    def let_stay(self, user: User, *, stays: bool) -> None:
        """Let the user of an account stay without a connection, or no longer."""
        user.stays = stays
        if stays:
            self.staying[user.id] = user
        elif self.staying.get(user.id) is user:
            del self.staying[user.id]

    def users_of(self, account_key: str) -> list[User]:
        """Give those who are signed in to an account; it looks at all users.

        Who has no nick yet may have proved it already.
        """
        nameless = (each.user for each in self.sessions if not each.user.nick)
        users = chain(self.users.values(), nameless)
        return [user for user in users if user.account_key == account_key]

    def first_of_account(self, key: str) -> int:
        """Give the number from which on words are an account's, by its key.

        What was said before is another's, whose account of this name is gone.
        """
        ended = self.ended_accounts.get(key)
        return max(ended, default=0) if ended and key in self.accounts else 0

    def registered(self) -> Iterable[User]:
        """Give everybody who has signed in."""
        return (user for user in self.users.values() if user.is_registered)
