"""Joins one chat's controllers with its views, area by area."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from chatapp.controllers.keeping import KeepingController
from chatapp.controllers.notifying.quiet_switch import QuietSwitch
from chatapp.controllers.people.typing import TypingController
from chatapp.controllers.reading.conversation import ConversationController
from chatapp.controllers.reading.inks import fit_ink
from chatapp.controllers.reading.plain_text import PlainTextController
from chatapp.controllers.rooms.keyed_joining import KeyedJoining
from chatapp.controllers.rooms.room_notices import RoomNotices
from chatapp.controllers.servers.chat_links import is_chat_link
from chatapp.controllers.servers.closing import ClosingController
from chatapp.controllers.servers.connection import ConnectionController
from chatapp.controllers.servers.homecoming import HomecomingController
from chatapp.controllers.servers.ways_out import WaysOut
from chatapp.controllers.settings.settings_notice import SettingsNotice
from chatapp.controllers.shortcuts import Action
from chatapp.controllers.sign_in.own_name import OwnNameController
from chatapp.controllers.sign_in.trust import TrustController
from chatapp.controllers.wire_log import wire_wording
from chatapp.controllers.wire_log.wire_log import WireLogController
from chatapp.controllers.writing.composer import ComposerController
from chatapp.controllers.writing.slash_commands import SlashCommands
from chatapp.models.entities import ChatMessage, Tone
from chatapp.models.events import ServerMet
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.settings.settings_table import COMINGS
from chatapp.parts.export import new_export
from chatapp.parts.hosting import HostingParts
from chatapp.parts.keys import chat_keys
from chatapp.parts.message import join_messages
from chatapp.parts.panel import PanelParts
from chatapp.parts.room import RoomParts
from chatapp.parts.shared import SharedParts, now
from chatapp.parts.switcher import join_switcher
from chatapp.parts.writing import join_writing

if TYPE_CHECKING:
    from chatapp.views.chat_view import ChatView


class ChatParts:
    """The controllers of one chat: a new one is one line in the method of its area."""

    def __init__(
        self,
        shared: SharedParts,
        view: "ChatView",
        network: Network,
        bus: EventBus,
        ways: WaysOut,
    ) -> None:
        """Join what is shared with a server, its events, its page, and the ways out."""
        self._shared = shared
        self._window = shared.window
        self._view = view
        self._network = network
        self._bus = bus
        self._ways = ways
        self.closing = ClosingController(
            shared.window, network, shared.hosting, ways.close
        )
        # For what is about the room in which it is said, and about what one does there.
        self._here = RoomNotices(view.notices, bus, shared.window)
        self._join_rooms()
        self._join_talk()
        talk = (self._conversation, self.composer, self._panel)
        self._end_mentions = join_messages(
            shared, view, network, bus, self._here, *talk
        )
        self._join_notices()
        self._join_people()
        self._join_safety()
        self._hosting = HostingParts(shared, view, network, bus, ways.stop_hosting)
        self._join_own_choices()

    def begin(self, met: ServerMet | None) -> None:
        """Show what there is; `met` tells with whom one speaks for the first time."""
        self._connection.begin()
        self._hosting.begin()
        self._own_name.begin()
        self._trust.begin(met)
        self._rooms.begin()

    def ask_to_stop(self) -> None:
        """Ask whether the chat is to end that this computer hosts."""
        self._hosting.ask_to_stop()

    def end(self) -> None:
        """Keep what is written, and follow the settings no longer."""
        self.composer.keep()
        self._quiet.end()
        self._settings_notice.end()
        self._hosting.end()
        self._end_folding()
        self._end_help()
        self._end_mentions()

    def open_room(self, name: str) -> None:
        """Show a room."""
        self._rooms.rooms.select(name)

    def lead_to(self, line: ChatMessage) -> None:
        """Show a message of this server."""
        self._panel.leading.go_to(line)

    def name_account(self, name: str, change: Callable[[], None]) -> None:
        """Have it said where an account is not proved that one has named."""
        self._own_name.named_account = name
        self._own_name.on_account = change

    def _is_looked_at(self) -> bool:
        return self._ways.is_shown() and self._window.task_bar.has_focus()

    def look(self) -> None:
        """Take in that somebody looks at the window again."""
        self._rooms.header.draw()
        self._conversation.read()

    def look_away(self) -> None:
        """Take in that nobody looks at it any more."""
        self._conversation.look_away()

    def _join_rooms(self) -> None:
        """The rails, the header, and what can be done about rooms and people."""
        view, network, here = self._view, self._network, self._here
        export = new_export(self._window, view, network)
        self._plain_text = plain_text = PlainTextController(
            self._window.beside.new_plain_window,
            network,
            self._bus,
            self._shared.emoji_names.spell,
        )
        self._rooms = RoomParts(
            self._window, view, network, self._bus, here, export.open, plain_text.read
        )

    def _join_talk(self) -> None:
        """The transcript and the composer: what is said, and what one says."""
        view, network, bus = self._view, self._network, self._bus
        transcript = view.transcript
        settings = self._shared.settings
        self._conversation = ConversationController(
            transcript,
            network,
            bus,
            lambda: settings[COMINGS],
            self._is_looked_at,
        )
        self._end_folding = settings.watch(self._conversation.setting_changed)
        self._panel = PanelParts(
            self._shared,
            view,
            network,
            bus,
            self._rooms.rooms,
            self._conversation,
            self._here,
            self._rooms.passing,
            self._ways.searched,
        )
        transcript.on_link = self._open_link
        transcript.on_copy = self._window.copy
        self._window.look.fit_ink = fit_ink
        self._window.look.spell_emoji = self._shared.emoji_names.spell
        self.composer = ComposerController(
            view.composer, network, bus, self._new_commands()
        )
        view.composer.on_emoji = self._pick_emoji
        self.composer.on_said = self._conversation.jump_to_end
        self._end_help = join_writing(
            self._shared, view, network, bus, self._here, self.composer
        )

    def _new_commands(self) -> SlashCommands:
        """What can be typed instead of clicked."""
        doors = replace(
            self._rooms.doors,
            search=self._panel.search_for,
            join_by_key=KeyedJoining(self._network, self._bus, self._here).join,
            open_server=self._ways.open_link,
        )
        return SlashCommands(self._network, self._here, self._ways.ask_to_close, doors)

    def _join_notices(self) -> None:
        """The banners, the status line and the quiet lines: how it all stands."""
        view, network, bus = self._view, self._network, self._bus
        self.keeping = KeepingController(view.notices, bus)
        self._connection = ConnectionController(
            view.status,
            view.notices,
            self._here,
            network,
            bus,
            self._window,
            self._examine,
            self._ways.compare,
        )
        HomecomingController(network, bus, self._window, now)
        self._quiet = QuietSwitch(view.status, self._shared.settings)

    def _join_people(self) -> None:
        """The people rail, who is writing, and one's own name."""
        view, window, network, bus = self._view, self._window, self._network, self._bus
        self._rooms.open_links_by(self._ways.open_link)
        self._rooms.mention_by(self.composer.mention)
        hosting, tells_typing = self._shared.hosting, self._shared.tells_typing
        self._own_name = OwnNameController(
            view.notices, window, network, bus, hosting, window.copy
        )
        self._rooms.use_elsewhere_by(self._own_name.use_elsewhere)
        TypingController(view.typing, bus, window, network.same, tells_typing)
        network.typing.is_on = tells_typing

    def _join_safety(self) -> None:
        """With whom one speaks, and whether it is encrypted."""
        view, window = self._view, self._window
        self._trust = TrustController(
            view.status, view.notices, window, self._network, self._bus, window.copy
        )

    def _join_own_choices(self) -> None:
        """The keys, the colours and whatever else one chooses for oneself."""
        view, rooms = self._view, self._rooms.rooms
        view.status.on_palette = self._shared.theme.roll
        open_settings = self._shared.settings_card.open
        self._settings_notice = SettingsNotice(
            view.notices,
            self._shared.settings,
            self._shared.settings_card.open_page,
        )
        self._settings_notice.begin()
        view.status.on_settings = open_settings
        view.status.on_palette_menu = self._shared.palette_menu.offer
        view.status.on_identity = self._rooms.questions.ask_for_nick
        wire_log = WireLogController(
            partial(self._window.beside.new_wire_window, *wire_wording.WINDOW),
            self._network.wire_log,
            self._window,
        )
        view.status.on_wire = wire_log.open
        openers = {
            Action.PICK_EMOJI: self._pick_emoji,
            Action.BROWSE_ROOMS: self._rooms.browser.open,
            Action.SEARCH_HERE: self._panel.search_here,
            Action.SEARCH_EVERYWHERE: self._panel.search_everywhere,
            Action.WIRE_LOG: wire_log.open,
            Action.PLAIN_TEXT: self._plain_text.open,
            Action.SWITCH: self._join_switcher(),
        }
        self.keys = chat_keys(view, rooms, openers)

    def _join_switcher(self) -> Callable[[], None]:
        return join_switcher(
            self._window,
            self._network,
            self._bus,
            self.open_room,
            self.composer.begin_command,
            self._ways.others,
            self._open_link,
        )

    def _pick_emoji(self) -> None:
        """Have an emoji picked, to write it in the box."""
        self._shared.emoji_picker.pick(self._view.composer.insert)

    def _open_link(self, link: str) -> None:
        """Go where a link leads: to a chat, or into the browser."""
        if not is_chat_link(link):
            self._window.open_link(link)
            return
        problem = self._ways.open_link(link)
        if problem:
            self._here.show("link", problem, Tone.WARNING)

    def _examine(self) -> None:
        self._shared.doctor.examine(self._network.host, self._network.port)
