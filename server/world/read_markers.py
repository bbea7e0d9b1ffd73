"""How far people have read: for each conversation the time of the last word read.

Specification: https://ircv3.net/specs/extensions/read-marker
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.world.events import Event

if TYPE_CHECKING:
    from server.world.user import User
    from server.world.world import World

MOST_MARKERS = 1000
"""How many conversations have one, of each user or account."""

NO_MARKERS: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class ReadMarkerSet(Event):
    """Somebody has read on; where there are too many markers, the oldest goes.

    Args:
        user: who.
        owner: whose identity the marker belongs to.
        is_kept: whether that is an account's.
        key: of the channel, or of the other one's nick.
        name: as it is written.
        time: in milliseconds since 1970.
        previous: the time before; None: there was none.
        dropped: the key of the marker that goes.
    """

    user: "User"
    owner: str
    is_kept: bool
    key: str
    name: str
    time: int
    previous: int | None
    dropped: str | None = None

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: an account reads on elsewhere."""
        return self.is_kept


def markers_of(world: "World", user: "User") -> Mapping[str, int]:
    """Give how far a user has read, by the keys of conversations."""
    if user.account is None:
        return user.read_markers
    return world.read_markers.get(user.id, NO_MARKERS)


def set_marker(world: "World", event: ReadMarkerSet) -> tuple[Event, ...]:
    """Know the new marker."""
    markers = _kept(world, event)
    if event.dropped is not None:
        markers.pop(event.dropped, None)
    markers[event.key] = event.time
    return ()


def put_marker_back(world: "World", event: ReadMarkerSet) -> None:
    """Know the marker again that there was before one that could not be recorded."""
    markers = _kept(world, event)
    if markers.get(event.key) != event.time:
        return
    if event.previous is None:
        del markers[event.key]
    else:
        markers[event.key] = event.previous


def move_markers(world: "World", old: str, new: str) -> None:
    """Know how far a channel was read by its new key."""
    for markers in world.read_markers.values():
        if old in markers:
            markers[new] = markers.pop(old)
    for user in world.users.values():
        if old in user.read_markers:
            own = dict(user.read_markers)
            own[new] = own.pop(old)
            user.read_markers = own


def _kept(world: "World", event: ReadMarkerSet) -> dict[str, int]:
    if event.is_kept:
        return world.read_markers.setdefault(event.owner, {})
    own = event.user.read_markers = dict(event.user.read_markers)
    return own
