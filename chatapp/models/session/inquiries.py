"""What was asked about people and is not answered yet: WHOIS, WHO, ISON."""

from collections import deque
from typing import TYPE_CHECKING

from chatapp.models.session.facts import PresenceTold
from chatapp.models.session.urgency import Urgency
from chatapp.wire.message import Message, can_be_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chatapp.models.session.session import Session

MOST_WHOIS = 20
MOST_FACTS = 60
MOST_WHO = 1_000
MOST_UNANSWERED = 200
WHO_FIELDS = "%cuhnfar"
"""What is asked of each person where the server lets one choose, as it knows accounts.

https://ircv3.net/specs/extensions/whox
"""


class Inquiries:
    """Keeps what is under way, so that answers find their question."""

    def __init__(self) -> None:
        self.whois: dict[str, list[tuple[str, str]]] = {}
        self.online: set[str] = set()
        self._who: deque[str] = deque()
        self._who_asked = ""
        self._who_is_old = False
        self._asked_online: deque[list[str]] = deque()

    def ask_who(self, session: "Session", whom: str) -> None:
        """Ask who is in a channel, or who one is; one after the other, not to flood."""
        if len(self._who) >= MOST_WHO or not can_be_named(whom):
            return
        self._who.append(whom)
        if not self._who_asked:
            self.next_who(session)

    def next_who(self, session: "Session") -> None:
        """Ask about the next channel, or person, that waits."""
        self._who_asked = self._who.popleft() if self._who else ""
        self._who_is_old = False
        if self._who_asked:
            fields = (WHO_FIELDS,) if "WHOX" in session.isupport else ()
            asked, urgency = self._who_asked, Urgency.ASIDE
            session.send("WHO", asked, *fields, urgency=urgency)

    def note_who(self) -> None:
        """Know that the server is at the answer."""
        self._who_is_old = False

    def end_who(self, session: "Session", whom: str) -> None:
        """Go on to the next one at the end of the answer, if it is this one's."""
        if session.fold(whom) == session.fold(self._who_asked):
            self.next_who(session)

    def note_refusal(self, session: "Session", message: Message) -> None:
        """Go on to the next one where a refusal is about whom WHO asked."""
        refused = [session.fold(each) for each in message.params[:-1]]
        asked = self._who_asked
        if asked and not {session.fold(asked), session.fold("WHO")}.isdisjoint(refused):
            self.next_who(session)

    def look_at_who(self, session: "Session") -> None:
        """Go on where nothing has come since the last look: some servers are silent."""
        if self._who_asked and self._who_is_old:
            self.next_who(session)
        else:
            self._who_is_old = True

    def ask_whois(self, session: "Session", nick: str) -> None:
        """Ask for everything the server tells about somebody."""
        if len(self.whois) >= MOST_WHOIS:
            self.whois.clear()
        self.whois[session.fold(nick)] = []
        session.send("WHOIS", nick, nick)

    def is_whois_of(self, session: "Session", name: str) -> bool:
        """Tell whether this is the name of somebody who was asked about."""
        return session.fold(name) in self.whois

    def note_whois(
        self, session: "Session", message: Message, *facts: tuple[str, str]
    ) -> bool:
        """Add to what is known; False when nobody asked about this nick."""
        known = self.whois.get(session.fold(message.params[1]))
        if known is None:
            return False
        known.extend(facts[: MOST_FACTS - len(known)])
        return True

    def ask_online(self, session: "Session", nicks: "Iterable[str]") -> None:
        """Ask which of these people are online."""
        asked = list(nicks)
        if asked and len(self._asked_online) < MOST_UNANSWERED:
            self._asked_online.append(asked)
            session.send("ISON", *asked, urgency=Urgency.ASIDE)

    def note_online(self, session: "Session", online: list[str]) -> None:
        """Take in the answer to the oldest question of that kind."""
        if not self._asked_online:
            return
        answered = {session.fold(nick) for nick in online}
        for nick in self._asked_online.popleft():
            key = session.fold(nick)
            if (key in answered) != (key in self.online):
                self.online.symmetric_difference_update((key,))
            session.emit(PresenceTold(nick))
