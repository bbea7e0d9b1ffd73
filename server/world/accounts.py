"""Accounts: a name that belongs to somebody who can prove it, and what changes it."""

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from server.world.events import Event
from server.world.leaving import end_if_empty
from server.world.people_changes import sign_user_out
from server.world.user import identity_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from chatapp.wire.scram import ScramKeys
    from server.world.world import World

Following = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """A name with the keys that prove its password.

    Args:
        name: as it is shown.
        key: what is the same for all ways to write the name.
        keys: what is kept instead of the password.
        created_at: in seconds since 1970.
        email: "" when none was given.
        is_suspended: whether nobody may sign in to it now.
        is_always_on: whether its user stays without a connection; None: as the
            server's settings have it.
        is_multiclient: whether its connections are one user; None: as set there.
    """

    name: str
    key: str
    keys: "ScramKeys"
    created_at: int
    email: str = ""
    is_suspended: bool = False
    is_always_on: bool | None = None
    is_multiclient: bool | None = None


@dataclass(frozen=True, slots=True)
class AccountEdited(Event):
    """There is an account that was not there, or was another; or it is gone (None).

    Args:
        previous: what it was; None: there was none.
        account: what it is; None: it is gone.
        number: the one that comes behind all that was said while it was there, if it
            is gone.
    """

    previous: Account | None
    account: Account | None
    number: int = 0

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always."""
        return True


def _edit(world: "World", event: AccountEdited) -> Following:
    _put(world, event.previous, event.account)
    if event.previous is None or event.account is not None:
        return ()
    world.ended_accounts.setdefault(event.previous.key, []).append(event.number)
    return tuple(_disown(world, event.previous.key))


def _disown(world: "World", account_key: str) -> "Iterator[Event]":
    """Let the channels of an account that is gone end like everybody's.

    Whoever has an account of that name next is another, whom no channel knows.
    """
    identity = identity_of(account_key)
    for channel in list(world.channels.values()):
        channel.forget(identity)
        if channel.founder is not None and channel.founder.account == account_key:
            channel.founder = None
            yield from end_if_empty(channel)


def _put_back(world: "World", event: AccountEdited) -> None:
    """Take an edit back, but not what was edited behind it and stands."""
    old, new = event.previous, event.account
    now = world.accounts.get(new.key) if new is not None else None
    if old is not None and new is not None and now is not None and now is not new:
        _put(world, now, _without(now, old, new))
        return
    _put(world, new, old)
    if old is not None and new is None:
        world.ended_accounts[old.key].remove(event.number)
    if event.previous is None and event.account is not None:
        for user in world.users_of(event.account.key):
            world.let_stay(user, stays=False)
            sign_user_out(world, user)


def _without(account: Account, old: Account, new: Account) -> Account:
    """Give an account without what changed from old to new and is still so."""
    names = [each.name for each in fields(Account)]
    changed = [name for name in names if getattr(old, name) != getattr(new, name)]
    return replace(
        account,
        **{
            name: getattr(old, name)
            for name in changed
            if getattr(account, name) == getattr(new, name)
        },
    )


def _put(world: "World", old: Account | None, new: Account | None) -> None:
    if old is not None:
        world.accounts.pop(old.key, None)
        world.looks_of_accounts.discard(old.name)
    if new is not None:
        world.accounts[new.key] = new
        world.looks_of_accounts.add(new.name)
    elif old is not None:
        for kept in (world.read_markers, world.metadata):
            kept.pop(identity_of(old.key), None)


ACCOUNT_CHANGES: "dict[type[Event], Callable[[World, Any], Following]]" = {
    AccountEdited: _edit
}
"""For each kind of event about accounts, what it changes."""

ACCOUNT_UNDOINGS: "dict[type[Event], Callable[[World, Any], None]]" = {
    AccountEdited: _put_back
}
"""For each of them, how its change is taken back."""
