"""Builds the client's models, controllers and views, and joins them."""

import logging
import os
import random
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from chatapp.app_keys import chat_keys, window_keys
from chatapp.controllers.closing import ClosingController
from chatapp.controllers.composer import ComposerController
from chatapp.controllers.connection import ConnectionController
from chatapp.controllers.conversation import ConversationController
from chatapp.controllers.doctor import DoctorController, SignInDoctor
from chatapp.controllers.homecoming import HomecomingController
from chatapp.controllers.host_panel import HostPanelController
from chatapp.controllers.invitation import InvitationController
from chatapp.controllers.keeping import KeepingController
from chatapp.controllers.login import LoginController
from chatapp.controllers.neighbourhood import NeighbourhoodController
from chatapp.controllers.own_name import OwnNameController
from chatapp.controllers.rooms import RoomsController
from chatapp.controllers.roster import RosterController
from chatapp.controllers.sign_in_again import SignInAgain
from chatapp.controllers.slash_commands import SlashCommands
from chatapp.controllers.theme import ThemeController
from chatapp.controllers.trust import TrustController
from chatapp.controllers.typing import TypingController
from chatapp.models.connection import Connection
from chatapp.models.credentials import Credentials
from chatapp.models.discovery import DISCOVERY_VARIABLE, Discovery, Lookout, NoLookout
from chatapp.models.doctor.doctor import Doctor
from chatapp.models.entities import SignInForm
from chatapp.models.event_bus import EventBus
from chatapp.models.events import FrameEnded, Removed, ServerMet, SignedIn
from chatapp.models.folders import data_folder
from chatapp.models.hosting import Hosting
from chatapp.models.interfaces import list_interfaces
from chatapp.models.keyring_vault import open_keyring
from chatapp.models.known_servers import KnownServers
from chatapp.models.mailbox import Mailbox
from chatapp.models.network import Network
from chatapp.models.settings import Settings
from chatapp.models.storage.schema import open_database
from chatapp.models.storage.store import Store
from chatapp.models.transport_policies import TransportPolicies
from chatapp.models.worker import Worker
from chatapp.views.main_window import MainWindow

log = logging.getLogger(__name__)

APP_TITLE = "chatapp"
STOPPED = "The chat on this computer has ended."
HOSTED = "hosted"
DATABASE = "chatapp.db"
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
        self.mailbox = Mailbox(window, window)
        self._settings = settings
        self._theme = theme
        folder = data_folder(os.environ) / HOSTED
        self._hosting = Hosting(self.mailbox, folder, usual_port=hosting_port)
        self._damaged: Path | None = None
        self._keeping: KeepingController | None = None
        self._store = Store(
            data_folder(os.environ) / DATABASE,
            self.mailbox.post,
            partial(open_database, on_damaged=self._database_is_damaged),
        )
        self._servers = KnownServers.load(_now)
        self._lookout = _new_lookout(self.mailbox.post)
        self._around: NeighbourhoodController | None = None
        self._policies = TransportPolicies.load(_now)
        keys = Worker("chatapp-accounts", self.mailbox.post)
        self._credentials = Credentials(keys.do, open_keyring)
        self._proofs = Worker("chatapp-proofs", self.mailbox.post)
        doctor = Doctor(self.mailbox.post, self._servers.demand)
        self._doctor = DoctorController(window, doctor, _now, window.copy)
        self._bus, self.network = self._new_network()
        self._met: ServerMet | None = None
        self._form = SignInForm()
        self._composer: ComposerController | None = None
        self.mailbox.after_frame(lambda: self._bus.publish(FrameEnded()))
        self._end_now: Callable[[], None] = self.close
        window.on_close = self.close
        window.keys = window_keys(window, theme)
        theme.show_on(window)

    def open_sign_in(self, form: SignInForm, reason: str = "") -> LoginController:
        """Open the sign-in window, for a network of its own."""
        self._form = form
        self._keep_the_last()
        self._bus, self.network = self._new_network()
        view = self.window.open_sign_in()
        around = NeighbourhoodController(view, self._lookout, self._servers, self._bus)
        self._around = around
        login = LoginController(
            view,
            self.network,
            self._bus,
            self._settings,
            self._hosting,
            SignInAgain(self.window, _spread()),
            self.window,
            self._servers,
            around.demand,
        )
        SignInDoctor(view, self._doctor, self._bus)
        self._met = None
        self._bus.subscribe(ServerMet, self._note_met)
        self._bus.subscribe(SignedIn, self._signed_in)
        self._bus.subscribe(Removed, self._removed)
        self.window.show_title(APP_TITLE)
        login.begin(form, reason)
        around.begin()
        return login

    def close(self, farewell: str = "") -> None:
        """Say goodbye to the server, stop what was started, and end."""
        self._keep_the_last()
        if self._around:
            self._around.end()
        self.network.sign_out(farewell)
        self._store.close()
        self.mailbox.close()
        self.window.destroy()

    def end(self) -> None:
        """Close because the system asks for it, without a question."""
        self._end_now()

    def wait_until_ended(self) -> None:
        """After the last window closed: let the last words go out."""
        self.network.wait_until_ended(SECONDS_TO_SAY_GOODBYE)
        self._hosting.leave()  # only now, as the last words may go by its server
        self._hosting.wait_until_ended(SECONDS_TO_SAY_GOODBYE)
        self._store.wait_until_ended(SECONDS_TO_SAY_GOODBYE)

    def _keep_the_last(self) -> None:
        if self._composer:
            self._composer.keep()
            self._composer = None
        self.network.let_go()

    def _new_network(self) -> tuple[EventBus, Network]:
        bus = EventBus(self.mailbox.request_frame)
        network = Network(
            bus=bus,
            mailbox=self.mailbox,
            clock=_now,
            new_id=lambda: secrets.token_urlsafe(12),
            connect=Connection,
            scheduler=self.window,
            random=_spread(),
            jobs=self._store,
            servers=self._servers,
            accounts=self._credentials,
            work=self._proofs.do,
            policies=self._policies,
            lookout=self._lookout,
        )
        return bus, network

    def _tells_typing(self) -> bool:
        return self._settings.typing_notices

    def _note_met(self, event: ServerMet) -> None:
        self._met = event

    def _signed_in(self, event: SignedIn) -> None:
        if not event.again:
            self._open_chat()

    def _open_chat(self) -> None:
        view, bus, network = self.window.open_chat(), self._bus, self.network
        window = self.window
        rooms = RoomsController(view.rooms, view.header, window, network, bus)
        ConversationController(view.transcript, network, bus)
        view.transcript.on_link = window.open_link
        view.transcript.on_copy = window.copy
        closing = ClosingController(window, network, self._hosting, self.close)
        window.on_close = closing.close
        self._end_now = closing.end
        commands = SlashCommands(network, view.notices, closing.close)
        composer = ComposerController(view.composer, network, bus, commands)
        self._composer = composer
        view.transcript.on_edit = composer.edit
        self._keeping = KeepingController(view.notices, bus)
        self._tell_of_damage()
        RosterController(view.roster, network, bus, composer.mention)
        connection = ConnectionController(
            view.status,
            view.notices,
            network,
            bus,
            self.window,
            lambda: self._doctor.examine(network.host, network.port),
        )
        own_name = OwnNameController(
            view.notices, window, network, bus, self._hosting, window.copy
        )
        rooms.on_elsewhere = view.roster.on_elsewhere = own_name.use_elsewhere
        TypingController(view.typing, bus, window, network.same, self._tells_typing)
        network.typing.is_on = self._tells_typing
        HomecomingController(network, bus, self.window, _now)
        trust = TrustController(
            view.status, view.notices, window, network, bus, window.copy
        )
        InvitationController(view.notices, network, bus, self._hosting, window.copy)
        host_panel = HostPanelController(
            view.header,
            window,
            network,
            bus,
            self._hosting,
            window.copy,
            list_interfaces,
            self._stop_hosting,
        )
        view.status.on_palette = self._theme.roll
        view.status.on_identity = rooms.ask_for_nick
        window.bind_chat_keys(chat_keys(window, view, network, rooms, composer))
        connection.begin()
        host_panel.begin()
        own_name.begin()
        trust.begin(self._met)
        rooms.begin()

    def _stop_hosting(self) -> None:
        """End the chat that this computer hosts, and go back to the sign-in window."""
        self.network.sign_out()
        self._hosting.stop_for_all()
        self._removed(Removed(STOPPED))

    def _database_is_damaged(self, aside: Path) -> None:
        """Have it told; this is the store's thread."""

        def note() -> None:
            self._damaged = aside
            self._tell_of_damage()

        self.mailbox.post(note)

    def _tell_of_damage(self) -> None:
        """Tell it once, as soon as there is a chat to tell it in."""
        if self._keeping and self._damaged:
            self._keeping.tell_of_damage(self._damaged)
            self._damaged = None

    def _removed(self, event: Removed) -> None:
        self.window.on_close = self._end_now = self.close
        self._keep_the_last()
        self._keeping = None
        self.window.close_chat()
        self.open_sign_in(self._form, event.reason)


def _now() -> datetime:
    return datetime.now(UTC)


def _new_lookout(post: Callable[[Callable[[], None]], None]) -> Lookout:
    is_off = os.environ.get(DISCOVERY_VARIABLE) == "off"
    return NoLookout() if is_off else Discovery(post)


def _spread() -> random.Random:
    return random.Random()  # noqa: S311 - spreads reconnections, no secret
