"""Where one was before: what is known of it for the next sign-in, and what is kept."""

from dataclasses import replace

from chatapp.controllers.validation import SignInRequest
from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.entities import AccountForm
from chatapp.models.network import Network
from chatapp.models.servers.saved_servers import SavedServer, SavedServers
from chatapp.models.settings.settings import LastSignIn, Settings
from chatapp.models.settings.settings_table import USERNAME
from chatapp.wire.fingerprints import Fingerprint


class StandingRequests:
    """Remembers sign-ins that worked, and finds them again."""

    def __init__(self, settings: Settings, saved: SavedServers) -> None:
        self.is_first = False
        """Whether the next start of the program begins here."""
        self.joins_at_start = False
        """Whether a server that is new here is joined when the program starts."""
        self.chosen_at_start: bool | None = None
        """What somebody chose about that at this sign-in; None where nobody did."""
        self.server: SavedServer | None = None
        """Where one is, as it is saved; None where that is not."""
        self._settings = settings
        self._saved = saved

    def has_worked(self, request: SignInRequest) -> bool:
        """Tell whether one was there before, as the same person."""
        known = LastSignIn(request.host, request.port, request.username)
        return known == self._settings.last_sign_in or self._find(request) is not None

    @property
    def is_very_first(self) -> bool:
        """Whether one has signed in nowhere before."""
        return self.is_first and self._settings.last_sign_in is None

    def is_at_start(self, request: SignInRequest | None) -> bool:
        """Tell whether the program's next starts would join this server.

        Args:
            request: where one would sign in; None where that is not known yet.
        """
        if self.chosen_at_start is not None:
            return self.chosen_at_start
        known = self._find(request) if request else None
        return known.at_start if known else self.joins_at_start

    def account_of(self, request: SignInRequest) -> AccountForm:
        """Give the account that one named for this server before."""
        known = self._find(request)
        return (
            AccountForm(known.account, "", known.certificate)
            if known
            else AccountForm()
        )

    def remember(
        self, request: SignInRequest, network: Network, account: AccountForm
    ) -> None:
        """Keep where one is now, which may be another place than where one looked."""
        known, host, port = self._find(request), network.host, network.port
        at_start, self.chosen_at_start = self.is_at_start(request), None
        if self.is_first:
            self._settings.remember_sign_in(LastSignIn(host, port, request.username))
        demand = Demand(request.demand.need, request.demand.fingerprint)
        server = SavedServer(
            host,
            port,
            request.username,
            demand,
            account.name,
            account.certificate,
            at_start=at_start,
        )
        self._saved.remember(server, known.key if known else None)
        self.server = server

    def remember_host(self, username: str) -> None:
        """Keep by which name one is in one's own chat, which may not be there again.

        Where one was at another server, the name for that one stays.
        """
        if self.is_first and self._settings.last_sign_in is None:
            self._settings.change(USERNAME, username)

    def expect(self, fingerprint: Fingerprint) -> None:
        """Keep by which certificate the server is known now, if it was named by one."""
        if self.server and self.server.demand.fingerprint:
            demand = replace(self.server.demand, fingerprint=fingerprint)
            self.server = replace(self.server, demand=demand)
            self._saved.remember(self.server)

    def _find(self, request: SignInRequest) -> SavedServer | None:
        return self._saved.find(request.host, request.port, request.username)


def request_for(server: SavedServer) -> SignInRequest:
    """Ask to sign in again where one was before."""
    return SignInRequest(
        server.host, server.port, server.username, demand=server.demand
    )


def with_account(request: SignInRequest, form: AccountForm) -> SignInRequest:
    """Have an account proved while one signs in, which needs a safe connection."""
    if not form.name:
        return request
    account = Account(
        form.name, form.password, has_certificate=bool(form.certificate), is_kept=False
    )
    demand = request.demand.and_also(Demand(Need.REQUIRED))
    return replace(request, account=account, demand=demand)
