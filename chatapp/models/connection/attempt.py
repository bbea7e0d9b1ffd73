"""One try at a server: a connection, the session on it, and the time it may take."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from chatapp.models.accounts.account import Account
from chatapp.models.accounts.accounts import AccountServer
from chatapp.models.connection.connection import (
    HostFound,
    LinesArrived,
    LinkEnded,
    LinkEvent,
    LinkOpened,
)
from chatapp.models.connection.dialling import is_loopback
from chatapp.models.connection.encryption import Demand, Encryption, Trust
from chatapp.models.connection.means import Means, Wire
from chatapp.models.connection.unanswered import Unanswered
from chatapp.models.connection.way import Way
from chatapp.models.events import Problem
from chatapp.models.session.facts import Fact, PolicyTold, Registered
from chatapp.models.session.login import complete
from chatapp.models.session.session import Identity, Session
from chatapp.models.session.urgency import Urgency
from chatapp.wire.message import MalformedMessage, Message

if TYPE_CHECKING:
    from datetime import datetime

    from chatapp.models.connection.dialling import Address
    from chatapp.models.program.scheduler import Timer

log = logging.getLogger(__name__)

LOOK_UP_SECONDS = 12.0
DIALLING_SECONDS = 22.0
SILENT_SECONDS = 10.0
SIGN_IN_SECONDS = 30.0
ACCOUNT_SECONDS = 8.0
"""A keyring that is locked asks the person, who may not be there."""


class Attempt:
    """Connects, signs in and carries messages until it is over, which it tells once."""

    def __init__(
        self,
        means: Means,
        host: str,
        port: int,
        identity: Identity,
        demand: Demand,
        on_fact: Callable[[Fact], None],
        on_end: Callable[[Problem, str], None],
    ) -> None:
        self.way = Way(means.policies, host, port, demand)
        self.is_open = self.is_over = self.heard = False
        self.heard_at: datetime | None = None
        self.unanswered = Unanswered()
        self.has_spoken = False
        self._has_skipped = False
        self._means = means
        self._on_fact = on_fact
        self._on_end = on_end
        self.server: Address | None = None
        self.encryption: Encryption | None = None
        self._deadline: Timer | None = None
        self._looking_up: Timer | None = None
        self._identity = identity
        self.session = self._new_session()
        self._wire = self._dial()

    @property
    def account_server(self) -> AccountServer | None:
        """The server, as whose accounts are kept; None where nothing is encrypted."""
        if self.encryption is None:
            return None
        return AccountServer.of(self.way.host, self.way.port, self.encryption)

    def say_goodbye(self, reason: str) -> None:
        """Leave the server, without the words where they cannot be sent."""
        if not self.is_open:
            return
        try:
            self.session.send("QUIT", reason)
        except MalformedMessage:
            self.session.send("QUIT")

    def drop(self) -> None:
        """Be over, without telling; what was sent still goes out."""
        self.is_over = True
        self.is_open = False
        self._forget_limit()
        self._stop_looking_up()
        self._wire.close()
        self.way.leave()

    def wait_until_ended(self, seconds: float) -> None:
        """When the main loop is over: let the last words go out."""
        self._wire.wait_until_ended(seconds)

    def end(self, problem: Problem, detail: str) -> None:
        """Be over, and tell why."""
        if not self.is_over:
            self.drop()
            self._on_end(problem, detail)

    def _new_session(self) -> Session:
        it, ways = self._means, (self._transmit, self._emit)
        words = it.highlight_words
        return Session(self._identity, *ways, it.clock, it.new_id, it.work, words)

    def _dial(self) -> Wire:
        self._limit(LOOK_UP_SECONDS, Problem.NAME_NOT_FOUND_IN_TIME)
        host, port, means = self.way.host, self.way.port, self._means
        demand = self.way.demand.and_also(means.servers.demand(host, port))
        return means.connect(host, port, means.post, self._take, demand)

    def _take(self, event: LinkEvent) -> None:
        if self.is_over:
            return
        if isinstance(event, HostFound):
            self._limit(DIALLING_SECONDS, Problem.TIMED_OUT)
        elif isinstance(event, LinkOpened):
            self._begin(event)
        elif isinstance(event, LinkEnded):
            self.end(event.problem, event.detail)
        else:
            self._receive(event)

    def _begin(self, opened: LinkOpened) -> None:
        """Sign in; what is secret goes in plain to this very computer only."""
        self.server, self.encryption = opened.server, opened.encryption
        is_safe = opened.encryption is not None or is_loopback(opened.server)
        identity, server = self.session.identity, self.account_server
        if identity.password and not is_safe:
            self.end(Problem.PASSWORD_IN_PLAIN, "")
        elif is_safe and identity.account and identity.account.can_be_proved:
            self._start(self._as_known(identity.account))
        elif server:
            self._look_up(server, identity)
        else:
            self._start(None)

    def _as_known(self, account: Account) -> Account:
        """Have nothing told to a stranger: a server that nobody vouches for."""
        is_stranger = self.encryption and self.encryption.trust is Trust.FIRST_USE
        if is_stranger and not is_loopback(self.server):
            return replace(account, is_told_to_nobody=True)
        return account

    def _look_up(self, server: AccountServer, identity: Identity) -> None:
        """Sign in to the account that is kept, or without one if that takes long."""
        self._looking_up = self._means.scheduler.call_later(
            ACCOUNT_SECONDS, partial(self._start, None)
        )
        name = identity.account.name if identity.account else identity.nick
        self._means.accounts.find(server, name, self._start)

    def _start(self, account: Account | None) -> None:
        if self.is_over or self.is_open:
            return
        self._stop_looking_up()
        self.is_open = True
        self._limit(SILENT_SECONDS, Problem.SILENT)
        self.session.identity = replace(self.session.identity, account=account)
        self.session.start()

    def _stop_looking_up(self) -> None:
        if self._looking_up is not None:
            self._looking_up.cancel()
            self._looking_up = None

    def _receive(self, arrived: LinesArrived) -> None:
        if not self.has_spoken:
            self.has_spoken = True
            self._limit(SIGN_IN_SECONDS - SILENT_SECONDS, Problem.TIMED_OUT)
        self.heard, self.heard_at = True, self._means.clock()
        for line in arrived.lines:
            if not self.is_open:
                return
            self._means.wire_log.received(self.heard_at, line)
            try:
                message = Message.parse(line)
            except MalformedMessage:
                self._skip(line)
            else:
                self.session.receive(message)

    def _skip(self, line: str) -> None:
        """Tell of the first line that is no message by its shape, not by its text."""
        if not self._has_skipped:
            log.warning("Skipped a line of %d characters that is no message", len(line))
        self._has_skipped = True

    def _emit(self, fact: Fact) -> None:
        if self.is_over:
            return
        if isinstance(fact, PolicyTold):
            self._obey(fact.value)
            return
        if isinstance(fact, Registered):
            self._forget_limit()
            if not self.session.is_patient:
                self._wire.hold_back()
        self._on_fact(fact)

    def _obey(self, policy: str) -> None:
        """Come again with TLS at once if the server wants that."""
        if not self.way.take(policy, self.encryption):
            return
        if self.session.registered:
            self.end(Problem.LOST, "")
            return
        self.is_open = self.has_spoken = False
        self._wire.close()
        self.session = self._new_session()
        self._wire = self._dial()

    def _transmit(self, message: Message, urgency: Urgency) -> None:
        line = message.render()
        if self.is_open:
            self._means.wire_log.sent(self._means.clock(), line)
            self.unanswered.sent(message, self._wire.overtaken_by(urgency))
            self._wire.send(line, urgency)

    def _limit(self, seconds: float, problem: Problem) -> None:
        """Give what comes next so much time; if it does not come, this is why."""
        self._forget_limit()
        expire = partial(self._expire, problem)
        self._deadline = self._means.scheduler.call_later(seconds, expire)

    def _expire(self, problem: Problem) -> None:
        """Give up, unless one is welcome and only the end of the welcome is missing."""
        if self.session.login.is_welcome:
            complete(self.session)
        else:
            self.end(problem, "")

    def _forget_limit(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
