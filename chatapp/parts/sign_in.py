"""Joins the controllers of one sign-in, whose page may come later, or never."""

from collections.abc import Callable

from chatapp.controllers.servers.patient_window import PatientWindow
from chatapp.controllers.servers.server_tiles import signing_in_tile, signing_in_title
from chatapp.controllers.sign_in.account import SignInAccount
from chatapp.controllers.sign_in.again import SignInAgain
from chatapp.controllers.sign_in.at_start_choice import AtStartChoice
from chatapp.controllers.sign_in.doctor import SignInDoctor
from chatapp.controllers.sign_in.login import LoginController
from chatapp.controllers.sign_in.neighbourhood import NeighbourhoodController
from chatapp.controllers.sign_in.own_chat import OwnChatNotice
from chatapp.controllers.sign_in.stage import SignInStage
from chatapp.controllers.sign_in.standing_requests import StandingRequests, request_for
from chatapp.controllers.sign_in.waiting_words import WaitingWordsNotice
from chatapp.models.entities import ServerTile, SignInForm
from chatapp.models.events import Problem
from chatapp.models.network import Network
from chatapp.models.outbox.waiting_words import WaitingWords
from chatapp.models.program.event_bus import EventBus
from chatapp.models.servers.saved_servers import SavedServer
from chatapp.parts.shared import SharedParts, spread
from chatapp.views.login_view import LoginView


class SignInParts:
    """The controllers of a sign-in, and the stage that they play on."""

    def __init__(
        self,
        shared: SharedParts,
        network: Network,
        bus: EventBus,
        standing: StandingRequests,
        go_back: Callable[[], None],
    ) -> None:
        """Join them; `go_back` leads back to where one signs in from."""
        self.stage = SignInStage()
        self._network = network
        self._asking = PatientWindow(shared.window)
        self._around = NeighbourhoodController(
            self.stage, shared.lookout, shared.servers, bus
        )
        self.login = LoginController(
            self.stage,
            network,
            bus,
            standing,
            shared.hosting,
            SignInAgain(shared.window, spread()),
            self._asking,
            shared.servers,
            self._around.demand,
        )
        self.account = SignInAccount(self.stage, self.login, shared.account_card)
        SignInDoctor(self.stage, shared.doctor, bus)
        self._waiting = WaitingWordsNotice(self.stage, WaitingWords(shared.store))
        self._at_start = AtStartChoice(self.stage, standing)
        self.stage.on_change = self._form_changed
        self.own_chat = OwnChatNotice(self.stage, shared.hosting)
        self.stage.on_back = go_back

    def begin(
        self, form: SignInForm, reason: str = "", problem: Problem | None = None
    ) -> None:
        """Begin to sign in with what is known; say why, and what the problem is."""
        self.login.begin(form, reason, problem)
        self.account.show()
        self._at_start.look()
        self._waiting.look(form)

    def _form_changed(self) -> None:
        self.login.failure.form_changed()
        self._at_start.look()

    def resume(self, server: SavedServer) -> None:
        """Sign in where one was before; nobody has to look at it."""
        self.login.resume(request_for(server))
        self.account.show()
        self._at_start.look()

    def attach(self, page: LoginView) -> None:
        """Have a page for it from now on."""
        self.stage.attach(page)
        self._around.begin()
        self.show()

    def show(self) -> None:
        """Be looked at from now on."""
        self._asking.show()

    def hide(self) -> None:
        """Be out of sight from now on."""
        self._asking.hide()

    def end(self) -> None:
        """Try no more, and look no more for chats."""
        self._around.end()
        self.login.give_up()

    def title(self) -> str:
        """Give what stands in the title bar meanwhile."""
        return signing_in_title(self.stage.form())

    def tile(self, key: str) -> ServerTile:
        """Sum it up for the strip of servers."""
        stage = self.stage
        return signing_in_tile(
            key,
            self._network,
            stage.form(),
            problem=stage.has_problem,
            trying=stage.is_trying,
        )
