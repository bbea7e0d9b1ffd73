"""The panel of who hosts a chat: who is on, how others join, who may, and its end."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.controllers.hosting.host_links import HostLinks
from chatapp.controllers.hosting.host_wording import (
    ENDS_FOR_ALL,
    KEEP_ON,
    STOP,
    STOP_TITLE,
    TITLE,
    found_at,
    people_here,
)
from chatapp.models.entities import RoomKind
from chatapp.models.events import PeopleChanged, SignedIn
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.system.interfaces import Interface, for_others
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.short_code import ShortCode

_MOST_PLACES = 3


class HostPanelView(Protocol):
    """The card that stands in for a panel."""

    on_copy: Callable[[str], None]
    on_only: Callable[[bool], None]
    on_links: Callable[[], None]
    on_keep: Callable[[bool], None]
    on_stop: Callable[[], None]

    def show_people(self, text: str) -> None:
        """Say who is on."""

    def show_places(self, text: str) -> None:
        """Say at which addresses others find this computer."""

    def show_invitation(self, link: str, code: str, words: str) -> None:
        """Show how others join, as link, as QR code and as short code ("": none).

        The words say whom the link lets in.
        """

    def show_only(self, only: bool) -> None:
        """Show who may join: only who is invited, or everybody."""

    def show_keep(self, keep: bool) -> None:
        """Show whether the chat goes on when this window closes."""


class HostWindow(Protocol):
    """The window, as far as hosting is concerned."""

    def new_host_panel(self, title: str) -> HostPanelView:
        """Open an empty panel."""

    def ask(
        self, *, title: str, text: str, yes: str, no: str, on_yes: Callable[[], None]
    ) -> None:
        """Ask a question; `no` changes nothing."""


class HeaderView(Protocol):
    """The line above the transcript, as far as hosting is concerned."""

    on_invite: Callable[[], None]

    def show_invite(self, visible: bool) -> None:
        """Offer to invite others, or do not."""


class HostPanelController:
    """Is the operator of the chat that this computer hosts, and shows its panel."""

    def __init__(
        self,
        header: HeaderView,
        window: HostWindow,
        network: Network,
        bus: EventBus,
        hosting: Hosting,
        copy: Callable[[str], None],
        interfaces: Callable[[], Sequence[Interface]],
        links: HostLinks,
        stop: Callable[[], None],
    ) -> None:
        """Build it; `stop` ends the chat and leaves it."""
        self._header = header
        self._window = window
        self._network = network
        self._hosting = hosting
        self._copy = copy
        self._interfaces = interfaces
        self._links = links
        self._stop = stop
        self._view: HostPanelView | None = None
        links.on_changed = self._show_links
        links.on_closed = self.open
        header.on_invite = self.open
        bus.subscribe(SignedIn, lambda _event: self.begin())
        bus.subscribe(PeopleChanged, lambda _event: self._show_people())

    def begin(self) -> None:
        """Become the operator of one's own server, after each sign-in."""
        is_host = self._is_on_own_server() and self._hosting.running
        self._header.show_invite(is_host)
        if is_host:
            self._hosting.seek_operator(self._become)

    def _become(self, name: str, password: str) -> None:
        if self._is_on_own_server():  # still, as the note had to be read
            self._network.operating.become(name, password)

    def open(self) -> None:
        """Show the panel."""
        view = self._view = self._window.new_host_panel(TITLE)
        view.on_copy = self._copy
        view.on_only = self._links.let_in_only_invited
        view.on_links = self._open_links
        view.on_keep = self._keep
        view.on_stop = self.ask_to_stop
        view.show_places(self._places())
        view.show_keep(self._hosting.keeps_going)
        self._show_people()
        self._show_links()
        self._links.look()

    def _is_on_own_server(self) -> bool:
        """Tell whether one speaks with the very server: no other gets its password."""
        started, encryption = self._hosting.started, self._network.encryption
        if started is None or encryption is None:
            return False
        return encryption.fingerprint == started.fingerprint

    def _open_links(self) -> None:
        self._view = None
        self._links.open()

    def _keep(self, keep: bool) -> None:
        self._hosting.keeps_going = keep
        if self._view:
            self._view.show_keep(keep)

    def ask_to_stop(self) -> None:
        """End the chat for everybody, if that is wanted."""
        self._view = None
        self._window.ask(
            title=STOP_TITLE,
            text=ENDS_FOR_ALL,
            yes=STOP,
            no=KEEP_ON,
            on_yes=self._stop,
        )

    def _show_people(self) -> None:
        if self._view:
            self._view.show_people(self._people())

    def _show_links(self) -> None:
        if self._view is None:
            return
        self._view.show_only(self._links.only)
        started, words = self._hosting.started, self._links.words
        if started is None or not self._links.works:
            self._view.show_invitation("", "", words)
            return
        link = InviteLink(
            self._hosting.address_for_others(self._network.host, started.fingerprint),
            started.port,
            fingerprint=started.fingerprint,
            token=self._links.token,
        )
        code = ShortCode.of(link)
        self._view.show_invitation(link.render(), code.render() if code else "", words)

    def _people(self) -> str:
        """Name some of those who are on besides oneself."""
        network = self._network
        channels = [it for it in network.rooms() if it.kind is RoomKind.CHANNEL]
        found = {
            person.nick
            for room in channels
            for person in network.people(room.name)
            if not person.is_me
        }
        return people_here(sorted(found))

    def _places(self) -> str:
        """Tell where others find this computer."""
        started = self._hosting.started
        port = started.port if started else self._network.port
        found = [str(it.address.ip) for it in for_others(self._interfaces())]
        return found_at(found[:_MOST_PLACES], port)
