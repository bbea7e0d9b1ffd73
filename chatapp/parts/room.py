"""Joins the controllers of rooms and people with their views."""

from typing import TYPE_CHECKING

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.passing_notice import PassingNotice
from chatapp.controllers.people.bans import BansController
from chatapp.controllers.people.becoming_operator import BecomingOperator
from chatapp.controllers.people.ignoring_notice import IgnoringNotice
from chatapp.controllers.people.nick_notice import NickNotice
from chatapp.controllers.people.person_card import PersonCardController
from chatapp.controllers.people.person_menu import PersonMenuController
from chatapp.controllers.people.roster import RosterController
from chatapp.controllers.rooms.invited import InvitedController
from chatapp.controllers.rooms.left_notice import LeftNotice
from chatapp.controllers.rooms.quiet_ends import QuietEndsController
from chatapp.controllers.rooms.room_browser import RoomBrowserController
from chatapp.controllers.rooms.room_header import HeaderController
from chatapp.controllers.rooms.room_making import RoomMakingController
from chatapp.controllers.rooms.room_menu import RoomMenuController
from chatapp.controllers.rooms.room_questions import RoomQuestions
from chatapp.controllers.rooms.rooms import RoomsController
from chatapp.controllers.writing.command_table import Doors
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.parts.shared import now
from chatapp.views.windows.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from chatapp.views.chat_view import ChatView


class RoomParts:
    """The rails, the header and the cards about rooms and people."""

    def __init__(
        self,
        window: MainWindow,
        view: "ChatView",
        network: Network,
        bus: EventBus,
        notices: NoticesView,
        export: "Callable[[str], None]",
        read: "Callable[[str], None]",
    ) -> None:
        """Join them; `export` writes a room into a file, `read` shows it as text."""
        self.rooms = rooms = RoomsController(view.rooms, network, bus)
        self.header = header = HeaderController(view.header, window, network, bus)
        self.questions = questions = RoomQuestions(window, network)
        self._bans = bans = BansController(window, network, bus)
        self.browser = browser = RoomBrowserController(
            window, network, bus, window, questions.join
        )
        browser.on_make = RoomMakingController(window, network, bus).open
        view.rooms.on_add = browser.open
        view.rooms.on_message = questions.ask_for_person
        header.on_topic = questions.ask_for_topic
        header.on_leave = rooms.close
        menu = RoomMenuController(view.rooms.rail, network, rooms.close, export, read)
        menu.on_bans, menu.on_copy = bans.open, window.copy
        QuietEndsController(network, bus, window, now)
        RosterController(view.roster, network, bus, window)
        PersonCardController(window, network, bus)
        self._operator = BecomingOperator(window, network, bus)
        self.passing = PassingNotice(notices)
        InvitedController(view.notices, self.passing, network, bus)
        LeftNotice(view.notices, network, bus, window)
        IgnoringNotice(notices, network, bus)
        self._nick_notice = NickNotice(notices, network, bus)
        self._people = PersonMenuController(view.roster, window, network, bus)
        self._people.on_who = network.whois
        self._people.on_unmute = bans.lift_mute_of

    def open_links_by(self, open_link: "Callable[[str], str]") -> None:
        """Have links to chats opened so."""
        self.questions.on_link = open_link

    @property
    def doors(self) -> Doors:
        """The cards that commands open."""
        bans = self._bans
        return Doors(
            self.browser.open,
            bans.open,
            bans.lift_of,
            bans.lift_mute_of,
            become_operator=self._operator.ask,
        )

    def begin(self) -> None:
        """Show the rooms there are, and open one."""
        self._nick_notice.begin()
        self.rooms.begin()
        self.header.draw()

    def mention_by(self, mention: "Callable[[str], None]") -> None:
        """Have people mentioned so."""
        self._people.on_mention = mention

    def use_elsewhere_by(self, use: "Callable[[], None]") -> None:
        """Have one's own name used on another computer so."""
        self._people.on_elsewhere = self.questions.on_elsewhere = use
