"""Builds the client's models, controllers and views, and joins them."""

from pathlib import Path

from chatapp.app_keys import window_keys
from chatapp.chat_parts import ChatParts
from chatapp.controllers.doctor import SignInDoctor
from chatapp.controllers.login import LoginController
from chatapp.controllers.neighbourhood import NeighbourhoodController
from chatapp.controllers.sign_in_again import SignInAgain
from chatapp.controllers.theme import ThemeController
from chatapp.models.entities import SignInForm
from chatapp.models.events import FrameEnded, Removed, ServerMet, SignedIn
from chatapp.models.settings import Settings
from chatapp.shared_parts import SharedParts, spread
from chatapp.views.main_window import MainWindow

APP_TITLE = "chatapp"
STOPPED = "The chat on this computer has ended."
SECONDS_TO_SAY_GOODBYE = 1.0


class ChatApp:
    """The program: one window, the network it is on, and what joins them."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        theme: ThemeController,
        hosting_port: int,
    ) -> None:
        self.window = window
        self._shared = SharedParts(
            window, settings, theme, hosting_port, self._database_is_damaged
        )
        self.mailbox = self._shared.mailbox
        self._damaged: Path | None = None
        self._around: NeighbourhoodController | None = None
        self._bus, self.network = self._shared.new_network()
        self._met: ServerMet | None = None
        self._form = SignInForm()
        self._chat: ChatParts | None = None
        self.mailbox.after_frame(lambda: self._bus.publish(FrameEnded()))
        window.on_close = self.ask_to_close
        window.keys = window_keys(window, theme, self._shared.settings_card.open)
        theme.show_on(window)

    def open_sign_in(self, form: SignInForm, reason: str = "") -> LoginController:
        """Open the sign-in window, for a network of its own."""
        self._form = form
        shared = self._shared
        self._keep_the_last()
        self._bus, self.network = shared.new_network()
        view = self.window.open_sign_in()
        around = NeighbourhoodController(
            view, shared.lookout, shared.servers, self._bus
        )
        self._around = around
        login = LoginController(
            view,
            self.network,
            self._bus,
            shared.settings,
            shared.hosting,
            SignInAgain(self.window, spread()),
            self.window,
            shared.servers,
            around.demand,
        )
        SignInDoctor(view, shared.doctor, self._bus)
        self._met = None
        self._bus.subscribe(ServerMet, self._note_met)
        self._bus.subscribe(SignedIn, self._signed_in)
        self._bus.subscribe(Removed, self._removed)
        self.window.show_title(APP_TITLE)
        login.begin(form, reason)
        around.begin()
        return login

    def ask_to_close(self) -> None:
        """Close, after asking where that ends the chat for others."""
        if self._chat:
            self._chat.closing.close()
        else:
            self.close()

    def close(self, farewell: str = "") -> None:
        """Say goodbye to the server, stop what was started, and end."""
        self._keep_the_last()
        if self._around:
            self._around.end()
        self.network.sign_out(farewell)
        self._shared.store.close()
        self.mailbox.close()
        self.window.destroy()

    def end(self) -> None:
        """Close because the system asks for it, without a question."""
        if self._chat:
            self._chat.closing.end()
        else:
            self.close()

    def wait_until_ended(self) -> None:
        """After the last window closed: let the last words go out."""
        self.network.wait_until_ended(SECONDS_TO_SAY_GOODBYE)
        self._shared.hosting.leave()  # only now, as the last words may go by its server
        self._shared.hosting.wait_until_ended(SECONDS_TO_SAY_GOODBYE)
        self._shared.store.wait_until_ended(SECONDS_TO_SAY_GOODBYE)

    def _keep_the_last(self) -> None:
        if self._chat:
            self._chat.composer.keep()
            self._chat = None
        self.network.let_go()

    def _note_met(self, event: ServerMet) -> None:
        self._met = event

    def _signed_in(self, event: SignedIn) -> None:
        if not event.again:
            self._open_chat()

    def _open_chat(self) -> None:
        chat = self._chat = ChatParts(
            self._shared,
            self.window.open_chat(),
            self.network,
            self._bus,
            self.close,
            self._stop_hosting,
        )
        self._tell_of_damage()
        chat.begin(self._met)

    def _stop_hosting(self) -> None:
        """End the chat that this computer hosts, and go back to the sign-in window."""
        self.network.sign_out()
        self._shared.hosting.stop_for_all()
        self._removed(Removed(STOPPED))

    def _database_is_damaged(self, aside: Path) -> None:
        self._damaged = aside
        self._tell_of_damage()

    def _tell_of_damage(self) -> None:
        """Tell it once, as soon as there is a chat to tell it in."""
        if self._chat and self._damaged:
            self._chat.keeping.tell_of_damage(self._damaged)
            self._damaged = None

    def _removed(self, event: Removed) -> None:
        self._keep_the_last()
        self.window.close_chat()
        self.open_sign_in(self._form, event.reason)
