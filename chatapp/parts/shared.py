"""Builds what everything in the program shares: the disk, the keys, the look-out."""

import os
import random
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from chatapp.controllers.keeping import Loss
from chatapp.controllers.look.appearance import CLOCKS, AppearanceController
from chatapp.controllers.look.palette_menu import PaletteMenu
from chatapp.controllers.look.taste import PaletteKeeping
from chatapp.controllers.settings import settings_wording
from chatapp.controllers.settings.missing_parts import MissingParts
from chatapp.controllers.settings.palette_rows import PaletteRows
from chatapp.controllers.settings.settings_card import SettingsController
from chatapp.controllers.settings.spelling_rows import SpellingRows
from chatapp.controllers.sign_in.account_card import AccountCard
from chatapp.controllers.sign_in.doctor import DoctorController
from chatapp.controllers.theme import ThemeController
from chatapp.controllers.writing import emoji_wording
from chatapp.controllers.writing.emoji_picker import EmojiPickerController
from chatapp.models.accounts.credentials import Credentials
from chatapp.models.accounts.keyring_vault import open_keyring
from chatapp.models.connection.connection import Connection, LinkEvent, Post
from chatapp.models.connection.encryption import Demand
from chatapp.models.connection.means import Means
from chatapp.models.connection.own_certificate import can_be_shown
from chatapp.models.desktop import desktop_notices, sounds
from chatapp.models.desktop.desktop_notices import DesktopNotices
from chatapp.models.desktop.sounds import Sounds
from chatapp.models.desktop.spelling import Spelling
from chatapp.models.discovery.discovery import (
    DISCOVERY_VARIABLE,
    Discovery,
    Lookout,
    NoLookout,
)
from chatapp.models.doctor.doctor import Doctor
from chatapp.models.hosting.hosting import SERVER_COMMAND, Hosting
from chatapp.models.hosting.kept_invitation import InvitationKeeper
from chatapp.models.hosting.running_server import HOSTED
from chatapp.models.messages.emoji_names import EmojiNames
from chatapp.models.network import Network
from chatapp.models.program.code_reading import CodeReading
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.folders import data_folder
from chatapp.models.program.mailbox import Mailbox
from chatapp.models.program.worker import Worker
from chatapp.models.servers.known_servers import KnownServers
from chatapp.models.servers.saved_servers import SavedServers
from chatapp.models.servers.transport_policies import TransportPolicies
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import (
    HIGHLIGHT_WORDS,
    NOTIFICATIONS,
    SKIN_TONE,
    SOUNDS,
    TIME_FORMAT,
    TYPING_NOTICES,
)
from chatapp.models.storage.schema import open_database
from chatapp.models.storage.store import Store
from chatapp.views.windows.main_window import MainWindow

DATABASE = "chatapp.db"


class SharedParts:
    """The window, and what there is once however many servers one is on."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        saved: SavedServers,
        theme: ThemeController,
        hosting_port: int,
        hosts_quietly: bool,
        on_damaged: Callable[[Path], None],
    ) -> None:
        """Build them; `on_damaged` hears where a broken database was put aside."""
        self.window = window
        self.settings = settings
        self.saved = saved
        self.theme = theme
        self.mailbox = Mailbox(window, window)
        folder = data_folder(os.environ)
        self._build_workers(self.mailbox.post)
        self.spelling = Spelling(folder, self._speller.do, os.environ)
        settings.write_by(self.settings_file.do)
        self._build_storage(folder, on_damaged)
        self._build_hosting(folder, hosting_port, hosts_quietly)
        self._build_cards()
        self._build_settings_card()
        self.notices = DesktopNotices(self.mailbox.post)
        self.sounds = Sounds(folder, self._player.do, window.root.bell)
        AppearanceController(window, settings)

    def _build_workers(self, post: Post) -> None:
        """Build the threads for what takes long."""
        self.settings_file = Worker("chatapp-settings", post)
        self.files = Worker("chatapp-files", post)
        self._proofs = Worker("chatapp-proofs", post)
        self._player = Worker("chatapp-sounds", post)
        self._speller = Worker("chatapp-spelling", post)
        accounts = Worker("chatapp-accounts", post)
        self._credentials = Credentials(accounts.do, open_keyring)
        self.code_reading = CodeReading(Worker("chatapp-code", post).do)

    def _build_storage(self, folder: Path, on_damaged: Callable[[Path], None]) -> None:
        """Open the database and the files that are kept."""
        post = self.mailbox.post
        self.store = Store(
            folder / DATABASE,
            post,
            partial(
                open_database,
                on_damaged=lambda aside: post(lambda: on_damaged(aside)),
            ),
        )
        self.servers = KnownServers.load(now)
        self._policies = TransportPolicies.load(now)
        for each in (self.servers, self.saved, self._policies):
            each.write_by(self.settings_file.do)

    def losses(self) -> list[tuple[Loss, Path]]:
        """List the files that made no sense, and where they lie."""
        asides = {
            Loss.KNOWN_SERVERS: self.servers.aside,
            Loss.SAVED_SERVERS: self.saved.aside,
            Loss.POLICIES: self._policies.aside,
        }
        return [(loss, aside) for loss, aside in asides.items() if aside]

    def _build_hosting(
        self, folder: Path, hosting_port: int, hosts_quietly: bool
    ) -> None:
        """Build what starts a chat on this computer, and what finds others."""
        self.invitations = InvitationKeeper(folder / HOSTED)
        self.invitations.write_by(self.settings_file.do)
        command = (*SERVER_COMMAND, *(["--no-announce"] if hosts_quietly else []))
        self.hosting = Hosting(self.mailbox, folder / HOSTED, command, hosting_port)
        self.lookout = _new_lookout(self.mailbox.post)

    def _build_cards(self) -> None:
        """Build what opens the cards that belong to no one server."""
        window = self.window
        self.account_card = AccountCard(window, can_be_shown)
        self.emoji_names = EmojiNames(
            tone=lambda: self.settings[SKIN_TONE].modifier,
            draws=window.look.emoji.has_whole,
        )
        self.emoji_picker = EmojiPickerController(
            partial(
                window.new_emoji_picker, emoji_wording.SEARCH, emoji_wording.NOTHING
            ),
            self.emoji_names,
            self.settings,
        )
        doctor = Doctor(self.mailbox.post, self.servers.demand)
        self.doctor = DoctorController(window, doctor, now, window.copy)

    def _build_settings_card(self) -> None:
        """Build the card with all settings, and the menu of palettes."""
        window, settings, theme = self.window, self.settings, self.theme
        palettes = PaletteKeeping(settings)
        self.palette_menu = PaletteMenu(palettes, theme)
        new_card = partial(
            window.new_settings,
            settings_wording.TITLE,
            settings_wording.CLOSE,
            settings_wording.RESET,
        )
        self.settings_card = SettingsController(
            new_card,
            settings,
            PaletteRows(settings, theme, palettes, self.palette_menu, window),
            SpellingRows(settings, self.spelling),
            {
                settings_wording.SMALLER: window.reduce,
                settings_wording.USUAL_SIZE: window.restore_size,
                settings_wording.LARGER: window.enlarge,
            },
            MissingParts(
                {
                    NOTIFICATIONS: desktop_notices.is_installed,
                    SOUNDS: sounds.is_installed,
                }
            ),
        )
        self.palette_menu.on_settings = self.settings_card.open

    def new_network(
        self, certificate: Callable[[], Path | None]
    ) -> tuple[EventBus, Network]:
        """Make a network that is on no server yet, and the bus of its events.

        `certificate` gives one's own, if the server is to be shown one.
        """
        bus = EventBus(self.mailbox.request_frame)

        def connect(
            host: str,
            port: int,
            post: Post,
            deliver: Callable[[LinkEvent], None],
            demand: Demand,
        ) -> Connection:
            shown = certificate()
            return Connection(host, port, post, deliver, demand, certificate=shown)

        means = Means(
            connect,
            self.mailbox.post,
            self.window,
            spread(),
            now,
            new_id=lambda: secrets.token_urlsafe(12),
            servers=self.servers,
            accounts=self._credentials,
            work=self._proofs.do,
            policies=self._policies,
            lookout=self.lookout,
            highlight_words=lambda: self.settings[HIGHLIGHT_WORDS],
        )
        return bus, Network(bus, means, self.store)

    def clock(self) -> str:
        """Give the format in which times are written."""
        return CLOCKS[self.settings[TIME_FORMAT]]

    def tells_typing(self) -> bool:
        """Tell whether others are told that one writes."""
        return self.settings[TYPING_NOTICES]


def now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


def spread() -> random.Random:
    """Give what spreads reconnections."""
    return random.Random()  # noqa: S311 - spreads reconnections, no secret


def _new_lookout(post: Callable[[Callable[[], None]], None]) -> Lookout:
    is_off = os.environ.get(DISCOVERY_VARIABLE) == "off"
    return NoLookout() if is_off else Discovery(post)
