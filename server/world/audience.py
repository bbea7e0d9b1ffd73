"""Who hears something: sessions in groups of one dialect, as they were at a moment."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from server.world.session import Session


class Group:
    """Sessions that hear the same bytes. It never changes."""

    __slots__ = ("dialect", "sessions")

    def __init__(self, dialect: int, sessions: "tuple[Session, ...]") -> None:
        """Keep the sessions, all of this dialect."""
        self.dialect = dialect
        self.sessions = sessions


Audience = tuple[Group, ...]


def audience_of(sessions: "Iterable[Session]") -> Audience:
    """Sort sessions, each of them once, into groups by their dialect."""
    by_dialect: dict[int, list[Session]] = {}
    for session in sessions:
        by_dialect.setdefault(session.dialect, []).append(session)
    return tuple(Group(dialect, tuple(group)) for dialect, group in by_dialect.items())


def widened(audience: Audience, sessions: "Iterable[Session]") -> Audience:
    """Give an audience with these sessions too, none of which was in it.

    Where a thousand come at once, sorting all of them anew for each would take half
    of the server's time.
    """
    new = {group.dialect: group.sessions for group in audience_of(sessions)}
    grown = [
        Group(group.dialect, group.sessions + new.pop(group.dialect))
        if group.dialect in new
        else group
        for group in audience
    ]
    return (*grown, *(Group(dialect, group) for dialect, group in new.items()))


def narrowed(audience: Audience, sessions: "Iterable[Session]") -> Audience:
    """Give an audience without these sessions."""
    gone = frozenset(sessions)
    groups = (_without(group, gone) for group in audience)
    return tuple(group for group in groups if group.sessions)


def _without(group: Group, gone: "frozenset[Session]") -> Group:
    staying = tuple(session for session in group.sessions if session not in gone)
    if len(staying) == len(group.sessions):
        return group
    return Group(group.dialect, staying)
