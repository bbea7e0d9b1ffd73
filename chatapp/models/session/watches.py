"""Whom the server tells of as they come and go (MONITOR), so that nobody has to ask.

Specification: https://ircv3.net/specs/extensions/monitor
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chatapp.models.session.facts import PresenceTold
from chatapp.models.session.table import inbound
from chatapp.models.session.urgency import Urgency
from chatapp.wire import numerics as n
from chatapp.wire.message import Message, Source

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

_NICKS_AT_ONCE = 12


class Watches:
    """Keeps whom one asked to be told of, by the keys of their nicks."""

    def __init__(self) -> None:
        self._nicks: dict[str, str] = {}
        self._told: set[str] = set()
        self._most: int | None = None

    def follow(self, session: "Session", nicks: Sequence[str]) -> list[str]:
        """Be told of these people from now on, and of nobody else.

        Returns:
            Those for whom the server's list has no place.
        """
        most = self._most
        if most is None:
            most = session.isupport.most_watched
        wanted = {session.fold(nick): nick for nick in nicks}
        kept = sorted(wanted, key=lambda key: key not in self._nicks)[:most]
        gone = [nick for key, nick in self._nicks.items() if key not in kept]
        new = [wanted[key] for key in kept if key not in self._nicks]
        self._nicks = {key: wanted[key] for key in kept}
        self._told.intersection_update(kept)
        _send(session, "-", gone)
        _send(session, "+", new)
        return [nick for key, nick in wanted.items() if key not in self._nicks]

    def has_told(self, session: "Session", nick: str) -> bool:
        """Whether it is known by now how somebody is who is watched."""
        return session.fold(nick) in self._told

    def note(self, session: "Session", nick: str, *, is_online: bool) -> None:
        """Take in how somebody is now."""
        key = session.fold(nick)
        if key not in self._nicks:
            return
        self._told.add(key)
        online = session.inquiries.online
        (online.add if is_online else online.discard)(key)
        session.emit(PresenceTold(nick))

    def note_full(self, session: "Session", nicks: Sequence[str]) -> None:
        """Take in for whom there was no place; there is none for more, either."""
        for nick in nicks:
            self._nicks.pop(session.fold(nick), None)
        self._most = len(self._nicks)


def _send(session: "Session", sign: str, nicks: list[str]) -> None:
    for start in range(0, len(nicks), _NICKS_AT_ONCE):
        some = ",".join(nicks[start : start + _NICKS_AT_ONCE])
        session.send("MONITOR", sign, some, urgency=Urgency.ASIDE)


@inbound.handles(n.RPL_MONONLINE, n.RPL_MONOFFLINE, min_params=2)
def somebody_came_or_went(session: "Session", message: Message) -> None:
    """Take in who is online now, or is not."""
    is_online = message.command == n.RPL_MONONLINE
    for target in message.trailing.split(","):
        nick = Source.parse(target).nick
        session.watches.note(session, nick, is_online=is_online)


@inbound.handles(n.ERR_MONLISTFULL, min_params=3)
def list_is_full(session: "Session", message: Message) -> None:
    """Ask about those for whom there is no place."""
    session.watches.note_full(session, message.params[2].split(","))
