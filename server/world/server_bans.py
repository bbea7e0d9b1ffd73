"""Whom the server does not let in: masks, addresses and networks, each for a time."""

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatapp.wire.masks import compile_mask, fold_mask
from chatapp.wire.names import Fold, fold
from server.world.events import Event

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from server.world.user import User
    from server.world.world import World

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

MAX_BANS = 1000
MASK, NETWORK = "mask", "network"


@dataclass(frozen=True, slots=True)
class ServerBan:
    """Who is not let in, and why.

    Args:
        kind: MASK or NETWORK.
        described: nick!user@host with stars, or a network such as 192.0.2.0/24.
        folded: what is the same for all ways to write that.
        reason: what those hear whom it keeps out.
        set_by: the operator who set it.
        set_at: when, in seconds since 1970.
        ends_at: when it ends, in seconds since 1970; None: never by itself.
    """

    kind: str
    described: str
    folded: str
    reason: str
    set_by: str
    set_at: int
    ends_at: int | None

    @property
    def key(self) -> tuple[str, str]:
        """What no two bans have in common."""
        return self.kind, self.folded

    def holds_at(self, now: int) -> bool:
        """Tell whether it has not ended yet, in seconds since 1970."""
        return self.ends_at is None or now < self.ends_at


@dataclass(frozen=True, slots=True)
class ServerBanAdded(Event):
    """An operator keeps somebody out; `previous` described the same."""

    ban: ServerBan
    previous: ServerBan | None

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, for it outlives a restart."""
        return True


@dataclass(frozen=True, slots=True)
class ServerBanRemoved(Event):
    """An operator lets somebody in again."""

    ban: ServerBan

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, for it outlives a restart."""
        return True


class NetworkBans:
    """The banned addresses and networks at a moment. It never changes.

    So the threads at the door may ask it, too.
    """

    def __init__(self, bans: Iterable[ServerBan] = ()) -> None:
        """Sort the bans by the length of their prefix: each asks for one look."""
        self._by_prefix: dict[tuple[int, int], dict[int, ServerBan]] = {}
        for ban in bans:
            network = ipaddress.ip_network(ban.described)
            sort = (network.version, network.max_prefixlen - network.prefixlen)
            start = int(network.network_address) >> sort[1]
            self._by_prefix.setdefault(sort, {})[start] = ban

    def against(self, address: str, now: int) -> ServerBan | None:
        """Give what keeps an address out, in seconds since 1970; None: nothing."""
        if not self._by_prefix:
            return None
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return None
        for (version, shift), bans in self._by_prefix.items():
            if version == parsed.version:
                ban = bans.get(int(parsed) >> shift)
                if ban is not None and ban.holds_at(now):
                    return ban
        return None


class ServerBans:
    """All bans of the server. They are changed by `world.apply` only."""

    def __init__(self, fold: Fold = fold) -> None:
        """Begin with none; masks are compared by their keys."""
        self._fold = fold
        self._bans: dict[tuple[str, str], ServerBan] = {}
        self.networks = NetworkBans()

    def __len__(self) -> int:
        return len(self._bans)

    def find(self, kind: str, described: str) -> ServerBan | None:
        """Give the ban that is described so."""
        return self._bans.get((kind, fold_mask(described, self._fold)))

    def in_force(self, kind: str, now: int) -> list[ServerBan]:
        """Give the bans of a kind that hold now, in seconds since 1970."""
        return [
            ban for ban in self._bans.values() if ban.kind == kind and ban.holds_at(now)
        ]

    def ended(self, now: int) -> list[ServerBan]:
        """Give the bans that do not hold any more, in seconds since 1970."""
        return [ban for ban in self._bans.values() if not ban.holds_at(now)]

    def mask_against(self, user: "User", now: int) -> ServerBan | None:
        """Give the mask that keeps a user out; None: there is none."""
        if not self._bans:
            return None
        return next(
            (ban for ban in self.in_force(MASK, now) if is_described(user, ban)), None
        )

    def put(self, ban: ServerBan) -> None:
        """Let a ban hold, in place of one that described the same."""
        self._bans[ban.key] = ban
        self._sort()

    def take(self, ban: ServerBan) -> None:
        """Let a ban hold no more."""
        self._bans.pop(ban.key, None)
        self._sort()

    def _sort(self) -> None:
        self.networks = NetworkBans(
            ban for ban in self._bans.values() if ban.kind == NETWORK
        )


def is_described(user: "User", ban: ServerBan) -> bool:
    """Tell whether a mask describes a user."""
    mask = compile_mask(ban.described, user.fold)
    return any(map(mask.matches, user.prefixes))


def parse_network(text: str) -> Network | None:
    """Read an address or a network; None: it is neither.

    Of 192.0.2.7/24 the bits behind the 24 say nothing.
    """
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        return None


def _add(world: "World", event: ServerBanAdded) -> tuple[Event, ...]:
    world.server_bans.put(event.ban)
    return ()


def _remove(world: "World", event: ServerBanRemoved) -> tuple[Event, ...]:
    world.server_bans.take(event.ban)
    return ()


def _undo_adding(world: "World", event: ServerBanAdded) -> None:
    world.server_bans.take(event.ban)
    if event.previous is not None:
        world.server_bans.put(event.previous)


def _undo_removing(world: "World", event: ServerBanRemoved) -> None:
    world.server_bans.put(event.ban)


BAN_CHANGES: "Mapping[type[Event], Callable[[World, Any], tuple[Event, ...]]]" = {
    ServerBanAdded: _add,
    ServerBanRemoved: _remove,
}
BAN_UNDOINGS: "Mapping[type[Event], Callable[[World, Any], None]]" = {
    ServerBanAdded: _undo_adding,
    ServerBanRemoved: _undo_removing,
}
