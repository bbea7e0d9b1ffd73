"""The sign-in window's decisions: check the form, try, say what is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from chatapp.controllers.sign_in.account_wording import NEEDS_TLS
from chatapp.controllers.sign_in.again import SignInAgain
from chatapp.controllers.sign_in.first_form import first_to_type
from chatapp.controllers.sign_in.other_server import Expectations, invited_anew
from chatapp.controllers.sign_in.own_chat import LOOPBACK
from chatapp.controllers.sign_in.problems import (
    ASK_PASSWORD,
    FIELD_OF_PROBLEM,
    MAY_PASS,
)
from chatapp.controllers.sign_in.standing_requests import StandingRequests, with_account
from chatapp.controllers.validation import (
    InvalidForm,
    SignInRequest,
    validate,
    validate_username,
)
from chatapp.controllers.window import ComparingWindow
from chatapp.controllers.wording import (
    ALREADY_HOSTED,
    describe,
    trying_again,
)
from chatapp.language import gettext as _
from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.connection.own_certificate import certificate_file
from chatapp.models.entities import AccountForm, Field, SignInForm
from chatapp.models.events import Problem, SignedIn, SignInFailed
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.servers.known_servers import KnownServers
from chatapp.wire.fingerprints import Fingerprint


class SignInView(Protocol):
    """What the sign-in window can show, and what it calls back."""

    on_sign_in: Callable[[SignInForm], None]
    on_cancel: Callable[[], None]
    on_host: Callable[[], None]

    def show_form(self, form: SignInForm, focus: Field) -> None:
        """Fill the fields and put the cursor into one."""

    def form(self) -> SignInForm:
        """Return what stands in the fields."""

    def show_problems(self, problems: Mapping[Field | None, str]) -> None:
        """Print each sentence at its field; without a field, as a banner."""

    def show_notice(self, words: str) -> None:
        """Print a sentence that is no problem as a banner."""

    def show_progress(self, text: str | None) -> None:
        """Say what is under way and offer Cancel; None when nothing is."""

    def show_password(self, visible: bool) -> None:
        """Show or hide the password field."""


class LoginController:
    """Leads from an empty form to a signed-in network."""

    def __init__(
        self,
        view: SignInView,
        network: Network,
        bus: EventBus,
        standing: StandingRequests,
        hosting: Hosting,
        again: SignInAgain,
        window: ComparingWindow,
        servers: KnownServers,
        announced: Callable[[str, int], Demand],
    ) -> None:
        self._view = view
        self._network = network
        self.standing = standing
        self.account: AccountForm | None = None
        self._account = AccountForm()
        self._hosting = hosting
        self._again = again
        self._window = window
        self._servers = servers
        self._announced = announced
        self._request: SignInRequest | None = None
        self._asked = self._told = ANY
        self._is_hosting = False
        self._failure: dict[Field | None, str] = {}
        again.on_try = self._try_again
        view.on_sign_in = self.sign_in
        view.on_cancel = self.cancel
        view.on_host = self.host
        bus.subscribe(SignedIn, self._signed_in)
        bus.subscribe(SignInFailed, self._failed)

    def begin(self, form: SignInForm, reason: str = "") -> None:
        """Fill in the form, focus the first field to type in, and say why."""
        self._view.show_form(form, first_to_type(form))
        if reason:
            self._view.show_problems({None: reason})

    def sign_in(self, form: SignInForm) -> None:
        """Try to sign in with what was typed, or print what is wrong with it."""
        try:
            request = validate(form)
        except InvalidForm as error:
            self._view.show_problems(error.problems)
            return
        self._is_hosting = False
        known = self._servers.demand(request.host, request.port).fingerprint
        if known and not request.demand.accepts(known):
            go_on = partial(self._go_as_invited, request, known)
            self._window.compare(invited_anew(request, known, go_on))
            return
        self._sign_in(request)

    def resume(self, request: SignInRequest) -> None:
        """Try to sign in where one was before, with what is known of it."""
        form = SignInForm(request.host, str(request.port), request.username)
        self.begin(form)
        self._sign_in(request)

    @property
    def certificate(self) -> Path | None:
        """One's own certificate, to be shown to the server."""
        return certificate_file(self._account.certificate)

    def known_account(self) -> AccountForm:
        """Give the account that was named for what stands in the fields, if any was."""
        if self.account is not None:
            return self.account
        try:
            return self.standing.account_of(validate(self._view.form()))
        except InvalidForm:
            return AccountForm()

    def sign_in_with_form(self) -> None:
        """Try to sign in with what stands in the fields."""
        self.sign_in(self._view.form())

    def host(self, *, as_before: bool = False) -> None:
        """Sign in to a chat on this computer; one that runs takes one `as_before`."""
        problems: dict[Field | None, str] = {}
        username = validate_username(self._view.form().username, problems)
        if problems:
            self._view.show_problems(problems)
            return
        started = self._hosting.started
        if started and self._hosting.serves:
            form = SignInForm(LOOPBACK, str(started.port), username)
            self._view.show_form(form, Field.USERNAME)
            self._view.show_notice(ALREADY_HOSTED)
            return
        self._is_hosting = True
        self._view.show_problems({})
        self._view.show_progress(_("Starting a chat on this computer…"))
        self._hosting.start(
            username,
            on_ready=lambda port: self._come_home(port, username),
            on_running=lambda it: self._come_home(
                it.port, (as_before and it.username) or username
            ),
            on_failed=self._hosting_failed,
        )

    def cancel(self) -> None:
        """Give up what is under way and go back to the form."""
        self._network.cancel()
        self.give_up()
        self._request = None
        self._view.show_progress(None)
        self._view.show_problems(self._failure)

    def give_up(self) -> None:
        """Try no more, and end what was started for that."""
        if self._is_hosting:
            self._hosting.stop()
            self._is_hosting = False
        self._again.stop()

    def _sign_in(self, request: SignInRequest) -> None:
        """Add what is known of the server: how safe it is, and one's account there."""
        self._asked = request.demand
        self._told = self._announced(request.host, request.port)
        is_home = self._hosting.is_at(request.host, request.port)
        home = self._hosting.demand if is_home else ANY
        demand = self._asked.and_also(self._told).and_also(home)
        request = replace(request, demand=demand)
        self._account = AccountForm()
        if request.account is None:
            self._account = self.account or self.standing.account_of(request)
            request = with_account(request, self._account)
        self._connect(request)

    def _connect(self, request: SignInRequest) -> None:
        self._request = request
        self._failure = {}
        self._view.show_problems({})
        self._view.show_progress(_("Connecting to {host}…").format(host=request.host))
        self._dial(request)

    def _try_again(self) -> None:
        if self._request:
            self._view.show_progress(
                _("Connecting to {host} again…").format(host=self._request.host)
            )
            self._dial(self._request)

    def _dial(self, request: SignInRequest) -> None:
        self._network.connect(
            request.host,
            request.port,
            request.username,
            request.password,
            request.demand,
            request.account,
        )

    def _come_home(self, port: int, username: str) -> None:
        """Sign in to the chat on this computer."""
        self._connect(
            SignInRequest(LOOPBACK, port, username, demand=self._hosting.demand)
        )

    def _hosting_failed(self, sentence: str) -> None:
        self._view.show_progress(None)
        self._view.show_problems({None: sentence})

    def _signed_in(self, event: SignedIn) -> None:
        request = self._request
        if event.again or request is None:
            return
        self._again.stop()
        self._is_hosting = False
        host, port = self._network.host, self._network.port
        if not self._hosting.is_at(host, port):
            self.standing.remember(request, self._network, self._account)
        if request.channel:
            self._network.join(request.channel)

    def _failed(self, event: SignInFailed) -> None:
        request = self._request
        if request is None:
            return
        sentence = self._describe(event, request)
        self._failure = {FIELD_OF_PROBLEM.get(event.problem): sentence}
        if event.problem in MAY_PASS and self._has_worked_before(request):
            self._again.wait(
                lambda left: self._view.show_progress(trying_again(sentence, left))
            )
            return
        self._again.stop()
        self._view.show_progress(None)
        if event.problem in ASK_PASSWORD:
            self._view.show_password(visible=True)
        self._view.show_problems(self._failure)
        if event.problem is Problem.CERTIFICATE_CHANGED and event.detail:
            self._warn_of_another(request, Fingerprint.parse(event.detail))

    def _describe(self, event: SignInFailed, request: SignInRequest) -> str:
        host, port = request.host, request.port
        if event.problem is Problem.NO_TLS and self._account.name:
            account = self._account.name
            return NEEDS_TLS.format(host=host, port=port, account=account)
        return describe(event.problem, host, port, request.username, event.detail)

    def _warn_of_another(self, request: SignInRequest, found: Fingerprint) -> None:
        """Show which server was known here and which answers; staying away is easy."""
        host, port = request.host, request.port
        remembered = self._servers.demand(host, port)
        expected = Expectations(self._asked, self._told, remembered).warn(host, port)
        trust = partial(self._trust, request, found, expected.meant)
        self._window.compare(expected.beside(found, trust))

    def _go_as_invited(self, request: SignInRequest, known: Fingerprint) -> None:
        if request.demand.fingerprint:
            self._network.expecting.say_same(request.demand.fingerprint, known)
        self._sign_in(request)

    def _trust(
        self, request: SignInRequest, found: Fingerprint, known: Fingerprint | None
    ) -> None:
        """Take the other server for the right one, because somebody says so."""
        self._network.expecting.say_same(found, known)
        self._servers.trust(request.host, request.port, found)
        self._connect(replace(request, demand=Demand(Need.REQUIRED, found)))

    def _has_worked_before(self, request: SignInRequest) -> bool:
        is_elsewhere = not self._hosting.is_at(request.host, request.port)
        return is_elsewhere and self.standing.has_worked(request)
