"""The link to one server: signs in, notices when it ends, and tries again."""

from collections.abc import Callable
from datetime import datetime

from chatapp.models.accounts.account import Account
from chatapp.models.accounts.accounts import AccountServer
from chatapp.models.connection.attempt import Attempt
from chatapp.models.connection.comeback import FOR_GOOD, identity_again
from chatapp.models.connection.encryption import ANY, Demand, Encryption, Trust
from chatapp.models.connection.means import Means
from chatapp.models.connection.nick_wish import NickWish
from chatapp.models.connection.reconnect import Reconnect
from chatapp.models.connection.standing import Standing
from chatapp.models.connection.surroundings import ANYWHERE
from chatapp.models.connection.vigil import Vigil
from chatapp.models.connection.whereabouts import NOT_THERE, Place, Whereabouts
from chatapp.models.entities import Connectedness
from chatapp.models.events import (
    ConnectionChanged,
    Event,
    LatencyMeasured,
    Problem,
    Removed,
    ServerMet,
    SignInFailed,
)
from chatapp.models.session.facts import Fact, ServerClosed, SignInRefused
from chatapp.models.session.session import Identity, Session


class Link:
    """Keeps a session with a server for as long as one wants to be there."""

    def __init__(
        self,
        means: Means,
        publish: Callable[[Event], None],
        on_fact: Callable[[Fact], None],
        on_lost: Callable[[Session], None],
    ) -> None:
        self.identity = Identity("")
        self.standing = Standing(publish, means.clock)
        self._means = means
        self._publish = publish
        self._on_fact = on_fact
        self._on_lost = on_lost
        self._attempt: Attempt | None = None
        self._last_session: Session | None = None
        self._was_signed_in = False
        self._nick_wish = NickWish(means.scheduler, lambda: self.online_session)
        self.whereabouts = Whereabouts(means.lookout, means.servers, self._moved)
        self._reconnect = Reconnect(means.scheduler, means.randomness, self._try)
        self._vigil = Vigil(
            means,
            lambda: self._attempt,
            lambda latency: publish(LatencyMeasured(latency)),
            self._surroundings_changed,
        )

    @property
    def state(self) -> Connectedness:
        """How one stands with the server."""
        return self.standing.state

    @property
    def host(self) -> str:
        """Where the server is."""
        return self.whereabouts.place[0]

    @property
    def port(self) -> int:
        """At which port it is."""
        return self.whereabouts.place[1]

    @property
    def session(self) -> Session | None:
        """The session that is signed in, or was the last to be."""
        return self._last_session

    @property
    def nick(self) -> str:
        """The nick one has now, or wants."""
        return (self.session or self.identity).nick

    @property
    def online_session(self) -> Session | None:
        """The session, if it is signed in now."""
        return self._last_session if self.state is Connectedness.ONLINE else None

    @property
    def encryption(self) -> Encryption | None:
        """How the connection that stands is encrypted, if it is."""
        return self._attempt.encryption if self._attempt else None

    @property
    def account_server(self) -> AccountServer | None:
        """The server, as whose accounts are kept; None where nothing is encrypted."""
        return self._attempt.account_server if self._attempt else None

    def open(
        self,
        host: str,
        port: int,
        nick: str,
        password: str,
        demand: Demand = ANY,
        account: Account | None = None,
        real_name: str = "",
    ) -> None:
        """Begin to sign in."""
        self.close("")
        self.whereabouts.begin(host, port, demand)
        self.identity = Identity(nick, password, account=account, real_name=real_name)
        self._last_session = None
        self._was_signed_in = False
        self._try()

    def resume(
        self, session: Session, known: Demand, problem: Problem, detail: str
    ) -> bool:
        """Be as after a link was lost: with a session that is kept, at a known server.

        Returns:
            False where the server answers by now.
        """
        attempt = self._attempt if self._attempt and not self._attempt.is_over else None
        is_answered = attempt and (attempt.encryption or attempt.has_spoken)
        if self._was_signed_in or is_answered:
            return False
        self._drop()
        self._last_session, self._was_signed_in = session, True
        self.whereabouts.begin_again(known)
        self._vigil.begin(ANYWHERE)
        self._vigil.rest()
        self._wait(problem, detail)
        return True

    def close(self, reason: str) -> None:
        """Leave, with a word if there is a session, and do not come back."""
        if self.state is Connectedness.OFFLINE:
            return
        if self._attempt:
            self._attempt.say_goodbye(reason)
        self._leave()

    def retry_now(self) -> None:
        """Try again at once instead of later."""
        self._reconnect.retry_now()

    def try_anew(self) -> None:
        """Dial again, and leave what is being dialled."""
        if self._attempt:
            self._attempt.drop()
        self._reconnect.forget()
        self._try()

    def wait_until_ended(self, seconds: float) -> None:
        """When the main loop is over: let the last words go out."""
        if self._attempt:
            self._attempt.wait_until_ended(seconds)

    def signed_in(self) -> bool:
        """Be online; tells whether it is so again."""
        again, self._was_signed_in = self._was_signed_in, True
        if self._attempt:
            self._last_session = self._attempt.session
            self._attempt.unanswered.welcomed()
            self._vigil.begin(self._attempt.server)
            self._learn(self._attempt.way.port, self._attempt.encryption)
        self._reconnect.connected()
        self._enter(Connectedness.ONLINE)
        self._nick_wish.try_again()
        return again

    def pong(self, token: str) -> None:
        """Take in the answer to a PING."""
        self._vigil.answered(token)

    def refused(self, fact: SignInRefused) -> None:
        """Give up on a sign-in that the server refuses, or try it again later."""
        if self._was_signed_in and fact.problem in FOR_GOOD:
            self._removed(FOR_GOOD[fact.problem], fact.problem)
        elif self._attempt:
            self._attempt.end(fact.problem, fact.detail)

    def server_closed(self, fact: ServerClosed) -> None:
        """Take in why the server ends the session."""
        if self._attempt is None:
            return
        if not self._was_signed_in:
            self._attempt.end(Problem.REFUSED, fact.reason)
        elif fact.for_good:
            self._removed(fact.reason)
        else:
            self._attempt.end(Problem.LOST, fact.reason)

    def _learn(self, port: int, encryption: Encryption | None) -> None:
        """Know the server again from now on."""
        is_new = self.whereabouts.found(port, encryption)
        if encryption and is_new and encryption.trust is Trust.FIRST_USE:
            self._publish(ServerMet(encryption))

    def _try(self) -> None:
        self._enter(Connectedness.CONNECTING)
        if self._was_signed_in and self._last_session:
            self.identity = identity_again(self.identity, self._last_session)
        self._attempt = Attempt(
            self._means,
            *self.whereabouts.place,
            self.identity,
            self.whereabouts.demand,
            self._on_fact,
            self._ended,
        )
        self.whereabouts.seek()

    def _ended(self, problem: Problem, detail: str) -> None:
        if not self._was_signed_in:
            self._did_not_sign_in(problem, detail)
            return
        was_online = self.state is Connectedness.ONLINE
        heard_at = self._attempt.heard_at if self._attempt else None
        self._drop()
        self._wait(problem, detail, heard_at)
        if was_online:
            self.whereabouts.lost()
            if self._vigil.is_in_doubt:
                self._reconnect.retry_now()
        else:
            self.whereabouts.go_on(problem, detail)

    def _wait(
        self, problem: Problem, detail: str, heard_at: datetime | None = None
    ) -> None:
        pause = self._reconnect.wait()
        self.standing.enter(
            ConnectionChanged(Connectedness.WAITING, problem, detail, pause, heard_at)
        )

    def _did_not_sign_in(self, problem: Problem, detail: str) -> None:
        """Try where the server can be besides; or be done with it, and say why."""
        self._drop()
        if problem in NOT_THERE:
            if self.whereabouts.go_on(problem, detail):
                self._try()
                return
            problem, detail = self.whereabouts.failure
        self.whereabouts.rest()
        self._enter(Connectedness.OFFLINE)
        self._publish(SignInFailed(problem, detail))

    def _moved(self, place: Place) -> None:
        """Go at once where the server says that it is, unless one is with it.

        Others can say so, too: a link that stands is asked, and an answer from another
        place that was announced is waited for.
        """
        attempt = self._attempt
        if self.state is Connectedness.ONLINE:
            self._vigil.doubt()
        elif self.state is Connectedness.OFFLINE or (attempt and attempt.is_open):
            return
        elif not (attempt and not attempt.is_over and self.whereabouts.is_away):
            self.whereabouts.go_to(place)
            self.try_anew()

    def _removed(self, reason: str, problem: Problem | None = None) -> None:
        self._leave()
        self._publish(Removed(reason, problem))

    def _leave(self) -> None:
        """Be gone, for good."""
        self._drop()
        self.whereabouts.rest()
        self._vigil.end()
        self._reconnect.forget()
        self._enter(Connectedness.OFFLINE)

    def _surroundings_changed(self, has_way: bool) -> None:
        """See to it at once that the link still stands, or stands again."""
        if self.state is Connectedness.ONLINE:
            self._vigil.probe(has_way=has_way)
        elif not has_way:
            return
        elif self._attempt and not self._attempt.is_over and not self._attempt.is_open:
            self.try_anew()  # it dials the way that was
        else:
            self._reconnect.hurry()

    def _drop(self) -> None:
        self._vigil.rest()
        self._nick_wish.stop()
        if self._attempt and not self._attempt.is_over:
            self._attempt.drop()
        if self.state is Connectedness.ONLINE and self._last_session:
            self._on_lost(self._last_session)

    def _enter(self, state: Connectedness) -> None:
        self.standing.enter(ConnectionChanged(state))
