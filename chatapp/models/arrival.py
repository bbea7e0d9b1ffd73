"""Comes to a server with what is kept of it: until that is there, facts wait."""

import logging
from collections.abc import Callable, Sequence
from sqlite3 import Connection
from typing import TYPE_CHECKING, Protocol

from chatapp.models.connection.encryption import Answering
from chatapp.models.connection.link import Link
from chatapp.models.history.keeping import Keeping
from chatapp.models.history.kept_profile import KeptProfile
from chatapp.models.program.failures import log_failure
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.session import facts
from chatapp.models.session.kept_session import kept_text
from chatapp.models.session.session import Session
from chatapp.models.storage.outbox import KeptMessage
from chatapp.models.storage.profiles import Profile, keep_address, keep_session
from chatapp.wire.names import fold

if TYPE_CHECKING:
    from chatapp.models.program.scheduler import Timer

log = logging.getLogger(__name__)

PATIENCE = 20.0
"""A disk that hangs longer must not keep anybody from talking.

What is found later goes out behind what was written meanwhile, so this is not short.
"""

MOST_HELD = 5_000
"""With more than this to take in, one does not wait for the disk any longer."""

TRY_AGAIN = 30.0
"""After so long what could not be read is asked for again."""

_NEVER_WAITS = (facts.ServerClosed, facts.SignInRefused, facts.PongHeard)


class Arriving(Protocol):
    """What is done on arrival, in this order."""

    def restore(self, session: Session, kept: KeptProfile) -> list[Conversation]:
        """Open what was open, and give what was not open yet."""

    def open_kept(self, session: Session, kept: KeptProfile) -> None:
        """Open what was open, and say that it is, while nobody answers."""

    def restore_more(
        self, session: Session, left: Sequence[KeptMessage]
    ) -> list[Conversation]:
        """Have what other windows left; give the conversations that it opens."""

    def arrived(self, session: Session) -> None:
        """Say that one is here, and come into everything that is open."""

    def come_into(self, session: Session, found: list[Conversation]) -> None:
        """Come into what was found only after one had arrived."""

    def keep_again(self, session: Session) -> None:
        """Keep what is said from now on, where nothing could be kept."""


class Arrival:
    """Holds back what a server tells at first, until it is known what was open."""

    def __init__(
        self,
        conversations: Conversations,
        keeping: Keeping,
        scheduler: Scheduler,
        arriving: Arriving,
        take: Callable[[Link, facts.Fact], None],
    ) -> None:
        """Hand what was held back to `take`, in its order."""
        self.username = ""
        self._conversations = conversations
        self._keeping = keeping
        self._scheduler = scheduler
        self._arriving = arriving
        self._take = take
        self._held: list[facts.Fact] | None = None
        self._without_kept: Callable[[], None] = lambda: None
        self._patience: Timer | None = None
        self._again: Timer | None = None

    def holds(self, fact: facts.Fact) -> bool:
        """Keep a fact for later, if it has to wait."""
        if self._held is None or isinstance(fact, _NEVER_WAITS):
            return False
        if len(self._held) >= MOST_HELD:
            self._without_kept()
            return False
        self._held.append(fact)
        return True

    def begin(self, link: Link) -> None:
        """Ask what is kept, unless it is known, and go on; not if the link is lost."""
        session = link.online_session
        if session is None:
            return
        self._conversations.compare_with(session.fold)
        self._held = []
        self._without_kept = lambda: self._arrive(link, session)
        self._patience = self._scheduler.call_later(PATIENCE, self._without_kept)
        self._ask(link, session)

    def open_kept(
        self, session: Session, profile: Profile, resume: Callable[[], bool]
    ) -> None:
        """Open what is kept while nobody answers, if one can still `resume` that."""

        def found(kept: KeptProfile | None) -> None:
            if kept is not None and resume():
                self._conversations.compare_with(session.fold)
                self._arriving.open_kept(session, kept)

        self._keeping.begin(profile, None, found, lambda _left: None)

    def cancel(self) -> None:
        """Forget what waits: the link is lost."""
        self._held = None
        for timer in (self._patience, self._again):
            if timer:
                timer.cancel()

    def _ask(self, link: Link, session: Session, *, again: bool = False) -> None:
        profile = Profile(network_key(session, link), fold(self.username))

        def found(kept: KeptProfile | None) -> None:
            if kept is None and not self._keeping.has_taken_up(profile):
                self._again = self._scheduler.call_later(
                    TRY_AGAIN, lambda: self._ask(link, session, again=True)
                )
            self._found(link, session, kept)
            if again and kept and link.online_session is session:
                self._arriving.keep_again(session)

        def found_more(left: Sequence[KeptMessage]) -> None:
            opened = self._arriving.restore_more(session, left)
            if link.online_session is session:
                self._arriving.come_into(session, opened)

        host, port, told = link.host, link.port, kept_text(session)
        said = link.whereabouts.said
        answering = Answering.at(host, link.encryption, said)
        self._keeping.begin(profile, answering, found, found_more)

        def note(connection: Connection, row: int) -> None:
            keep_address(connection, row, host, port)
            keep_session(connection, row, told)

        self._keeping.note(note)

    def _found(self, link: Link, session: Session, kept: KeptProfile | None) -> None:
        found = self._arriving.restore(session, kept) if kept else []
        if link.online_session is not session:
            return  # it is the next arrival's to come into what was found
        if self._held is None:
            self._arriving.come_into(session, found)
        else:
            self._arrive(link, session)

    def _arrive(self, link: Link, session: Session) -> None:
        if self._patience:
            self._patience.cancel()
        held, self._held = self._held or [], None
        self._arriving.arrived(session)
        for fact in held:
            try:
                self._take(link, fact)
            except Exception as error:  # noqa: BLE001 - the others shall be taken in
                log_failure(log, "What was held back could not be taken in", error)


def network_key(session: Session, link: Link) -> str:
    """Name the network so that one history has one name, wherever it is reached."""
    if session.history_id:
        return f"chatapp:{session.history_id}"
    return f"irc:{link.host.lower()}:{link.port}"
