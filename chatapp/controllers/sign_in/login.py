"""The sign-in window's decisions: check the form, try, say what is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from chatapp.controllers.sign_in.again import SignInAgain
from chatapp.controllers.sign_in.chat_here import ChatHere
from chatapp.controllers.sign_in.failure import SignInFailure, sentence_of
from chatapp.controllers.sign_in.first_form import first_to_type
from chatapp.controllers.sign_in.other_server import Expectations, invited_anew
from chatapp.controllers.sign_in.problems import MAY_PASS
from chatapp.controllers.sign_in.sign_in_wording import trying_again
from chatapp.controllers.sign_in.standing_requests import StandingRequests, with_account
from chatapp.controllers.validation import InvalidForm, SignInRequest, validate
from chatapp.controllers.window import ComparingWindow
from chatapp.language import gettext as _
from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.connection.own_certificate import certificate_file
from chatapp.models.entities import AccountForm, Field, SignInForm
from chatapp.models.events import Problem, SignedIn, SignInFailed
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import KeptOpened
from chatapp.models.servers.known_servers import KnownServers
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.this_computer import LOOPBACK


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
        self._chat_here = ChatHere(view, hosting, self._come_home)
        self._channel = ""
        self._is_expected = False  # with what is kept before one, by now
        self.failure = SignInFailure(view)
        again.on_try = self._try_again
        view.on_sign_in = self.sign_in
        view.on_cancel = self.cancel
        view.on_host = self.host
        bus.subscribe(SignedIn, self._signed_in)
        bus.subscribe(KeptOpened, self._kept_opened)
        bus.subscribe(SignInFailed, self._failed)

    def begin(
        self, form: SignInForm, reason: str = "", problem: Problem | None = None
    ) -> None:
        """Fill in the form, focus the first field to type in, and say why.

        A problem says at which field that is to be said.
        """
        self._view.show_form(form, first_to_type(form))
        if reason:
            self.failure.note(problem, reason)
            self.failure.show(problem)

    def sign_in(self, form: SignInForm) -> None:
        """Try to sign in with what was typed, or print what is wrong with it."""
        try:
            request = validate(form)
        except InvalidForm as error:
            self._view.show_problems(error.problems)
            return
        self._chat_here.leave_it()
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
        self._chat_here.start(as_before=as_before)

    def cancel(self) -> None:
        """Give up what is under way and go back to the form."""
        self._network.cancel()
        self.give_up()
        self._request = None
        self._view.show_progress(None)
        self.failure.show()

    def give_up(self) -> None:
        """Try no more, and end what was started for that."""
        self._chat_here.give_up()
        self._wait_no_longer()

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
        self._request, self._channel = request, request.channel
        self.failure.forget()
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
        if self._has_worked_before(request):
            self._network.opening_kept.open_if_late()

    def _come_home(self, port: int, username: str) -> None:
        """Sign in to the chat on this computer."""
        self._connect(
            SignInRequest(LOOPBACK, port, username, demand=self._hosting.demand)
        )

    def _kept_opened(self, _event: KeptOpened) -> None:
        self._came_in()
        self._is_expected = True

    def _signed_in(self, event: SignedIn) -> None:
        if self._is_expected or not event.again:
            self._is_expected = False
            self._came_in()
        channel, self._channel = self._channel, ""
        if channel:
            self._network.join(channel)

    def _wait_no_longer(self) -> None:
        self._network.opening_kept.cancel()
        self._again.stop()

    def _came_in(self) -> None:
        """Remember where one is, on which the chat is shown now."""
        if self._request is None:
            return
        self._wait_no_longer()
        self._chat_here.leave_it()
        if self._hosting.is_at(self._network.host, self._network.port):
            self.standing.remember_host(self._request.username)
            return
        self.standing.remember(self._request, self._network, self._account)

    def _failed(self, event: SignInFailed) -> None:
        request = self._request
        if request is None:
            return
        sentence = sentence_of(event, request, self._account.name)
        self.failure.note(event.problem, sentence)
        if event.problem in MAY_PASS and self._has_worked_before(request):
            self._again.wait(
                lambda left: self._view.show_progress(trying_again(sentence, left))
            )
            self._network.opening_kept.open(event.problem, event.detail)
            return
        self._wait_no_longer()
        self._view.show_progress(None)
        self.failure.show(event.problem)
        if event.problem is Problem.CERTIFICATE_CHANGED and event.detail:
            self._warn_of_another(request, Fingerprint.parse(event.detail))

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
