"""Makes one's name one's own: an account is made silently, and proved from then on."""

import secrets
from collections.abc import Callable
from dataclasses import replace

from chatapp.models.accounts.account import Account
from chatapp.models.accounts.accounts import Accounts, AccountServer
from chatapp.models.connection.link import Link
from chatapp.models.events import Event, ProofFailed
from chatapp.models.session import accounts as session_accounts
from chatapp.models.session.facts import (
    AccountMade,
    AccountNotMade,
    Fact,
    ProofRefused,
    Registered,
)
from chatapp.models.session.session import Session

SECRET_BYTES = 32


def random_secret() -> str:
    """Make a secret that nobody can guess, and no wire mangles."""
    return secrets.token_urlsafe(SECRET_BYTES)


class OwnName:
    """Keeps what proves one's name; nobody has to know of it."""

    def __init__(
        self,
        link: Link,
        accounts: Accounts,
        publish: Callable[[Event], None],
        new_secret: Callable[[], str] = random_secret,
    ) -> None:
        self.failure: ProofFailed | None = None
        self._link = link
        self._accounts = accounts
        self._publish = publish
        self._new_secret = new_secret
        self._registering: Account | None = None

    @property
    def account(self) -> str:
        """The account one is signed in to now, or ""."""
        session = self._link.online_session
        return session.account if session else ""

    def look_up(self, then: Callable[[Account | None], None]) -> None:
        """Give the account with its secret, for another computer of one's own."""
        server, name = self._link.account_server, self.account
        if server is None or not name:
            then(None)
            return
        self._accounts.find(server, name, then)

    def take(self, fact: Fact) -> bool:
        """React to a fact about one's account; tell whether it is for nobody else."""
        if isinstance(fact, ProofRefused):
            self._refused(fact)
        elif isinstance(fact, AccountMade):
            self._made(fact.name)
        elif isinstance(fact, AccountNotMade):
            self._not_made()
        else:
            return False
        return True

    def come_in(self, fact: Fact) -> None:
        """After one has signed in: keep what proved one's name, or get such a thing."""
        session, server = self._link.online_session, self._link.account_server
        if not isinstance(fact, Registered):
            return
        self._registering = None
        if session is None or server is None:
            return
        proved = session.login.proved
        if proved is None:
            self._register(session, server)
            return
        self.failure = None
        if proved.secret and proved != proved.kept():
            self._keep(server, proved.kept())

    def begin(self) -> None:
        """Forget what was wrong at another server."""
        self.failure = None
        self._registering = None

    def _refused(self, fact: ProofRefused) -> None:
        if fact.account.is_proved:
            self.failure = ProofFailed(fact.account.name, fact.problem, fact.detail)

    def _register(self, session: Session, server: AccountServer) -> None:
        """Make an account, once its secret is where it cannot be lost any more."""
        if self.failure:
            self._publish(self.failure)
            return
        if not session_accounts.can_register(session):
            return
        account = Account(session.nick, self._new_secret(), is_proved=False)

        def then(is_kept: bool) -> None:
            is_as_before = self._link.online_session is session
            if not (is_kept and is_as_before and session.nick == account.name):
                return
            if session_accounts.can_register(session):
                self._registering = account
                session_accounts.register(session, account.secret)

        self._accounts.keep(server, account, then)

    def _made(self, name: str) -> None:
        made, self._registering = self._registering, None
        if made and self._link.account_server:
            self._keep(self._link.account_server, replace(made, name=name).kept())

    def _not_made(self) -> None:
        refused, self._registering = self._registering, None
        if refused and self._link.account_server:
            self._accounts.forget(self._link.account_server, refused.name)

    def _keep(self, server: AccountServer, account: Account) -> None:
        self._accounts.keep(server, account, lambda _is_kept: None)
