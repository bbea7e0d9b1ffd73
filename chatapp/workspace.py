"""One server in the window: its network, and the page that stands for it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from chatapp.controllers.hosting.host_wording import HAS_ENDED
from chatapp.controllers.hosting.hosted_care import HostedCare
from chatapp.controllers.notifying.notifications import NotificationsController
from chatapp.controllers.servers.another_certificate import AnotherCertificate
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.controllers.servers.server_tiles import signed_in_tile
from chatapp.controllers.servers.waiting_count import WaitingCount
from chatapp.controllers.servers.ways_out import WaysOut
from chatapp.controllers.sign_in.standing_requests import StandingRequests
from chatapp.models.entities import AccountForm, ChatMessage, ServerTile
from chatapp.models.events import FrameEnded, Problem, Removed, ServerMet, SignedIn
from chatapp.models.rooms.room_events import KeptOpened
from chatapp.models.servers.saved_servers import Key, SavedServer
from chatapp.owner import Owner
from chatapp.parts.chat import ChatParts
from chatapp.parts.shared import SharedParts, now
from chatapp.parts.sign_in import SignInParts
from chatapp.views.login_view import LoginView
from chatapp.ways_in import WaysIn

if TYPE_CHECKING:
    from chatapp.views.chat_view import ChatView


class Workspace:
    """Signs in on a page of its own, and then has the chat on another.

    A page is made when it is to be seen for the first time, and drawn on only while it
    is: what happens meanwhile is in the network.
    """

    def __init__(self, shared: SharedParts, owner: Owner, key: str) -> None:
        self.key = key
        self.chat: ChatParts | None = None
        self._shared = shared
        self._owner = owner
        self.is_shown = False
        self.is_signed_in = False
        self._sign_in_page: LoginView | None = None
        self._chat_page: ChatView | None = None
        self.standing = StandingRequests(shared.settings, shared.saved)
        self._begin()

    def _begin(self) -> None:
        """Have a network of its own, on which nobody listens from before."""
        shared = self._shared
        self.bus, self.network = shared.new_network(self._certificate)
        self._met: ServerMet | None = None
        self._wanted: ChatMessage | None = None
        go_back = partial(self._owner.go_back, self)
        self.signing_in = SignInParts(
            shared, self.network, self.bus, self.standing, go_back
        )
        self.calls = NotificationsController(
            shared.window.task_bar,
            shared.notices,
            shared.sounds,
            self.network,
            self.bus,
            shared.settings,
            shared.window,
            now,
        )
        self.calls.is_shown = lambda: self.is_shown
        self._another = AnotherCertificate(
            shared.window, self.network, shared.servers, self.standing.expect
        )
        self._ways_in = WaysIn(self, self._owner, self._another)
        self.calls.on_click = self._ways_in.go_to
        self.waiting = WaitingCount(self.network, self.bus)
        self._care = HostedCare(self.network, self.bus, shared.hosting)
        self.bus.subscribe(ServerMet, self._note_met)
        self.bus.subscribe(SignedIn, self._signed_in)
        self.bus.subscribe(KeptOpened, lambda _event: self._came_in())
        self.bus.subscribe(Removed, self._removed)

    @property
    def is_asking(self) -> bool:
        """Whether it only asks where to sign in, and nothing is under way."""
        is_new = self.standing.server is None and not self.is_signed_in
        return is_new and not self.signing_in.stage.is_trying

    # -- what is to be seen --------------------------------------------------------

    def open_sign_in(self) -> None:
        """Open the sign-in window for it."""
        self.is_shown = True
        self._attach(self._shared.window.open_sign_in())

    def show(self) -> None:
        """Have its page in the chat window, on the screen."""
        self.is_shown = True
        window = self._shared.window
        if not self.is_signed_in:
            window.bind_chat_keys({})
            if self._sign_in_page:
                window.show_page(self._sign_in_page)
            else:
                self._attach(window.open_sign_in_page())
            window.show_title(self.signing_in.title())
            self.signing_in.show()
            return
        if self.chat is None or self._chat_page is None:
            chat, page = self._open_chat()
        else:
            chat, page = self.chat, self._chat_page
        window.show_page(page)
        page.escape()
        window.bind_chat_keys(chat.keys)
        self.draw()
        chat.look()

    def hide(self) -> None:
        """Have its page not on the screen any more."""
        self.is_shown = False
        self.signing_in.hide()
        if self.chat:
            self.chat.look_away()

    def draw(self) -> None:
        """Bring its page up to date, if that is to be seen."""
        if self.is_shown:
            self.bus.publish(FrameEnded())

    def look(self) -> None:
        """Take in that somebody looks at the window again."""
        self.calls.look()
        if self.chat and self.is_shown:
            self.chat.look()

    def look_away(self) -> None:
        """Take in that nobody looks at the window any more."""
        if self.chat and self.is_shown:
            self.chat.look_away()

    def tile(self) -> ServerTile:
        """Sum it up for the strip of servers."""
        if self.is_signed_in:
            return signed_in_tile(self.key, self.network)
        return self.signing_in.tile(self.key)

    def _attach(self, page: LoginView) -> None:
        self._sign_in_page = page
        self.signing_in.attach(page)

    def _open_chat(self) -> "tuple[ChatParts, ChatView]":
        page = self._chat_page = self._shared.window.open_chat()
        chat = self.chat = ChatParts(
            self._shared,
            page,
            self.network,
            self.bus,
            WaysOut(
                lambda: self.is_shown,
                self._owner.close,
                self._owner.ask_to_close,
                self._stop_hosting,
                lambda: self._owner.others(self),
                lambda: self._owner.searched(self),
                self._another.compare,
                self._owner.open_link,
            ),
        )
        if self.standing.server:
            chat.name_account(self.standing.server.account, self.change_account)
        page.rooms.on_servers = lambda: self._owner.menu(self)
        chat.begin(self._met)
        self._lead()
        return chat, page

    def door(self) -> ServerDoor:
        """Give what leads here from elsewhere in the window."""
        return self._ways_in.door()

    def lead_to(self, line: ChatMessage) -> None:
        """Show a message of this server: now, or once one has signed in."""
        self._wanted = line
        self._owner.bring_up(self)
        self._lead()

    def _lead(self) -> None:
        if self.chat and self._wanted:
            line, self._wanted = self._wanted, None
            self.chat.lead_to(line)

    # -- coming and going ----------------------------------------------------------

    def begin_again(self, reason: str, problem: Problem | None = None) -> None:
        """Be at the sign-in again, and say why."""
        form = self.signing_in.stage.form_without_secret()
        self.leave()
        self._drop_pages()
        self.is_signed_in = False
        self._begin()
        self.signing_in.begin(form, reason, problem)

    @property
    def saved_key(self) -> Key | None:
        """What names the server among those that are saved, if it is."""
        return self.standing.server.key if self.standing.server else None

    def resume(self, server: SavedServer) -> None:
        """Sign in where one was before; nobody has to look at it."""
        self.standing.server = server
        self.signing_in.resume(server)

    def change_account(self) -> None:
        """Ask for an account, and sign in anew with it."""
        server = self.standing.server
        if server is None or not self.is_signed_in:
            self.signing_in.account.ask()
            return
        known = AccountForm(server.account, "", server.certificate)
        self._shared.account_card.ask(known, partial(self._sign_in_anew, server))

    def _sign_in_anew(self, server: SavedServer, account: AccountForm) -> None:
        self.begin_again("")
        self.signing_in.login.account = account
        self.resume(server)
        if self.is_shown:
            self.show()

    def sign_out(self) -> None:
        """Leave the server; a chat that is hosted here ends, if that is wanted."""
        hosting, network = self._shared.hosting, self.network
        if self.chat and hosting.is_at(network.host, network.port):
            self.chat.ask_to_stop()
        else:
            self._owner.sign_out(self)

    def leave(self, farewell: str = "") -> None:
        """Leave the server, and keep what is to be kept."""
        self.let_go()
        self.signing_in.end()
        self.network.sign_out(farewell)

    def drop(self) -> None:
        """Leave, and have no page any more."""
        self.leave()
        self._drop_pages()

    def let_go(self) -> None:
        """Keep the last of what was written."""
        if self.chat:
            self.chat.end()
            self.chat = None
        self._care.end()
        self.network.let_go()

    def _drop_pages(self) -> None:
        for page in (self._sign_in_page, self._chat_page):
            if page is not None:
                self._shared.window.drop_page(page)
        self._sign_in_page = self._chat_page = None

    def _certificate(self) -> Path | None:
        return self.signing_in.login.certificate

    def _note_met(self, event: ServerMet) -> None:
        self._met = event

    def _signed_in(self, event: SignedIn) -> None:
        if not event.again:
            self._came_in()

    def _came_in(self) -> None:
        """Have the chat on its page: with the server, or with what is kept of it."""
        self.is_signed_in = True
        self.signing_in.stage.detach()
        if self._sign_in_page:
            self._shared.window.drop_page(self._sign_in_page)
            self._sign_in_page = None
        self._owner.signed_in(self)

    def _stop_hosting(self) -> None:
        """End the chat that this computer hosts, and be at the sign-in again."""
        self.network.sign_out()
        self._shared.hosting.stop_for_all()
        self._removed(Removed(HAS_ENDED))

    def _removed(self, event: Removed) -> None:
        self._owner.removed(self, event.reason, event.problem)
