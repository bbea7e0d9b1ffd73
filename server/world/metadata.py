"""Metadata: what users and channels tell of themselves, and who wants to know it.

Specification: https://ircv3.net/specs/extensions/metadata
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.world.channel import Channel
from server.world.events import Event

if TYPE_CHECKING:
    from server.world.session import Session
    from server.world.user import User
    from server.world.world import World

NO_VALUES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class MetadataSet(Event):
    """A key of a user or a channel has another value, or none (None).

    Args:
        by: who set it: nick!user@host.
        target: whose it is.
        owner: the channel's key, or whose identity it belongs to.
        is_kept: whether that is a channel or an account.
        key: in lower case.
        previous: the value before.
        value: the value from now on.
    """

    by: str
    target: "User | Channel"
    owner: str
    is_kept: bool
    key: str
    previous: str | None
    value: str | None

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: what accounts and channels have is kept."""
        return self.is_kept


@dataclass(frozen=True, slots=True)
class SubscriptionsChanged(Event):
    """A client wants to know these keys from now on, and no others."""

    session: "Session"
    keys: tuple[str, ...]


def metadata_of(world: "World", target: "User | Channel") -> Mapping[str, str]:
    """Give the values of a user or a channel by their keys."""
    if isinstance(target, Channel) or target.account is None:
        return target.metadata
    return world.metadata.get(target.id, NO_VALUES)


def set_value(world: "World", event: MetadataSet) -> tuple[Event, ...]:
    """Know the new value."""
    _put(world, event, event.value)
    return ()


def put_value_back(world: "World", event: MetadataSet) -> None:
    """Know the value again that there was before one that could not be recorded."""
    owned = world.metadata.get(event.owner, NO_VALUES)
    values = event.target.metadata if _is_own(event) else owned
    if values.get(event.key) == event.value:
        _put(world, event, event.previous)


def subscribe(_world: "World", event: SubscriptionsChanged) -> tuple[Event, ...]:
    """Know what a client wants to know."""
    event.session.metadata_keys = event.keys
    return ()


def _put(world: "World", event: MetadataSet, value: str | None) -> None:
    if _is_own(event):
        values = event.target.metadata = dict(event.target.metadata)
    else:
        values = world.metadata.setdefault(event.owner, {})
    if value is None:
        values.pop(event.key, None)
    else:
        values[event.key] = value


def _is_own(event: MetadataSet) -> bool:
    """Tell whether target and value end together: a channel's do, and a guest's."""
    return isinstance(event.target, Channel) or not event.is_kept
