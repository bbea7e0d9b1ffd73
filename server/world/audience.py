"""Who hears something: sessions in groups of one dialect, as they were at a moment."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from server.world.session import Session


class Group:
    """Sessions that hear the same bytes. It never changes."""

    __slots__ = ("_members", "dialect", "sessions")

    def __init__(self, dialect: int, sessions: "tuple[Session, ...]") -> None:
        """Keep the sessions, all of this dialect."""
        self.dialect = dialect
        self.sessions = sessions
        self._members: frozenset[Session] | None = None

    @property
    def members(self) -> "frozenset[Session]":
        """The same sessions, to be compared with another group's."""
        if self._members is None:
            self._members = frozenset(self.sessions)
        return self._members


Audience = tuple[Group, ...]


def audience_of(sessions: "Iterable[Session]") -> Audience:
    """Sort sessions, each of them once, into groups by their dialect."""
    by_dialect: dict[int, list[Session]] = {}
    for session in sessions:
        by_dialect.setdefault(session.dialect, []).append(session)
    return tuple(Group(dialect, tuple(group)) for dialect, group in by_dialect.items())
