"""Comes to a server with what is kept of it: until that is there, facts wait."""

from collections.abc import Callable

from chatapp.models.conversations import Conversations
from chatapp.models.keeping import Keeping, KeptProfile
from chatapp.models.link import Link
from chatapp.models.scheduler import Scheduler
from chatapp.models.session import facts
from chatapp.models.session.session import Session
from chatapp.models.storage.profiles import Profile
from chatapp.wire.names import fold

PATIENCE = 20.0
"""A disk that hangs longer must not keep anybody from talking.

What is found later goes out behind what was written meanwhile, so this is not short.
"""

_NEVER_WAITS = (facts.ServerClosed, facts.SignInRefused, facts.PongHeard)


class Arrival:
    """Holds back what a server tells at first, until it is known what was open."""

    def __init__(
        self,
        conversations: Conversations,
        keeping: Keeping,
        scheduler: Scheduler,
        take: Callable[[Link, facts.Fact], None],
    ) -> None:
        """Hand what was held back to `take`, in its order."""
        self.username = ""
        self._conversations = conversations
        self._keeping = keeping
        self._scheduler = scheduler
        self._take = take
        self._held: list[facts.Fact] | None = None

    def holds(self, fact: facts.Fact) -> bool:
        """Keep a fact for later, if it has to wait."""
        if self._held is None or isinstance(fact, _NEVER_WAITS):
            return False
        self._held.append(fact)
        return True

    def begin(
        self,
        link: Link,
        restore: Callable[[Session, KeptProfile], None],
        go_on: Callable[[Session], None],
    ) -> None:
        """Ask what is kept, unless it is known, and go on; not if the link is lost."""
        session = link.online_session
        if session is None:
            return
        self._conversations.compare_with(session.fold)
        profile = Profile(network_key(session, link), fold(self.username))
        held: list[facts.Fact] = []
        self._held = held

        def arrive() -> None:
            timer.cancel()
            if self._held is held:
                self._held = None
                go_on(session)
                for fact in held:
                    self._take(link, fact)

        def found(kept: KeptProfile | None) -> None:
            if kept:
                restore(session, kept)
            arrive()

        timer = self._scheduler.call_later(PATIENCE, arrive)
        self._keeping.begin(profile, found)

    def cancel(self) -> None:
        """Forget what waits: the link is lost."""
        self._held = None


def network_key(session: Session, link: Link) -> str:
    """Name the network so that one history has one name, wherever it is reached."""
    if session.history_id:
        return f"chatapp:{session.history_id}"
    return f"irc:{link.host.lower()}:{link.port}"
