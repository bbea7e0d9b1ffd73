"""What a channel allows: its modes, its lists of masks, and the ranks of members."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from chatapp.wire.modes import ModeTypes

CHANNEL_MODES = ModeTypes(
    lists="beI", when_set="fl", flags="CMRUimnpstu", prefixes="qaohv", symbols="~&@%+"
)
"""The modes of channels and the ranks of members."""

MAY_MODERATE = frozenset("qaoh")
"""The ranks of those who may change a channel."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One mask in a channel's list, who put it there and when (seconds since 1970)."""

    mask: str
    set_by: str
    set_at: int


@dataclass(slots=True)
class Modes:
    """What a channel allows: flags, the key, the limit, and lists by their letter.

    `forward` is the name of the channel for those who are not let in.
    """

    flags: frozenset[str] = frozenset()
    key: str | None = None
    limit: int | None = None
    lists: dict[str, tuple[ListEntry, ...]] = field(default_factory=dict)
    forward: str | None = None

    def entries(self, letter: str) -> tuple[ListEntry, ...]:
        """Give the masks of one list, for instance the bans under `b`."""
        return self.lists.get(letter, ())


def order_ranks(ranks: Iterable[str]) -> str:
    """Write ranks as a member has them, the highest first."""
    given = set(ranks)
    return "".join(rank for rank in CHANNEL_MODES.prefixes if rank in given)
