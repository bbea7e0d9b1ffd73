"""The panel of who hosts a chat: who is on, how others join, who may, and its end."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.controllers.wording import plural
from chatapp.models.entities import Connectedness, RoomKind
from chatapp.models.event_bus import EventBus
from chatapp.models.events import ConnectionChanged, PeopleChanged, SignedIn
from chatapp.models.hosting import Hosting
from chatapp.models.interfaces import Interface, for_others
from chatapp.models.network import Network
from chatapp.models.operator_events import (
    BecameOperator,
    InvitationMade,
    InvitationRevoked,
    InvitedOnly,
)
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.short_code import ShortCode

TITLE = "Invite others"
STOP_TITLE = "Stop this chat?"
STOP, KEEP_ON = "Stop the chat", "Keep it going"
ENDS_FOR_ALL = (
    "The chat ends for everybody who is in it. What was said is kept on this computer,"
    " and is there again when you start the chat anew."
)
_MOST_NAMED = 4
_MOST_PLACES = 3


class HostPanelView(Protocol):
    """The card that stands in for a panel."""

    on_copy: Callable[[str], None]
    on_only: Callable[[bool], None]
    on_renew: Callable[[], None]
    on_keep: Callable[[bool], None]
    on_stop: Callable[[], None]

    def show_people(self, text: str) -> None:
        """Say who is on."""

    def show_places(self, text: str) -> None:
        """Say at which addresses others find this computer."""

    def show_invitation(self, link: str, code: str) -> None:
        """Show how others join, as link, as QR code and as short code ("": none)."""

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
        stop: Callable[[], None],
    ) -> None:
        """Build it; `stop` ends the chat and leaves it."""
        self._header = header
        self._window = window
        self._network = network
        self._hosting = hosting
        self._copy = copy
        self._interfaces = interfaces
        self._stop = stop
        self._view: HostPanelView | None = None
        self._is_operator = False
        self._only = False
        self._invitation: InvitationMade | None = None
        header.on_invite = self.open
        bus.subscribe(SignedIn, lambda _event: self.begin())
        bus.subscribe(ConnectionChanged, self._connection_changed)
        bus.subscribe(PeopleChanged, lambda _event: self._show_people())
        bus.subscribe(BecameOperator, self._became_operator)
        bus.subscribe(InvitedOnly, self._told_who_may_join)
        bus.subscribe(InvitationMade, self._made)
        bus.subscribe(InvitationRevoked, self._revoked)

    def begin(self) -> None:
        """Become the operator of one's own server, after each sign-in."""
        operator = self._hosting.operator if self._is_on_own_server() else None
        self._header.show_invite(operator is not None)
        if operator:
            self._network.operating.become(*operator)

    def open(self) -> None:
        """Show the panel."""
        view = self._view = self._window.new_host_panel(TITLE)
        view.on_copy = self._copy
        view.on_only = self._network.operating.let_in_only_invited
        view.on_renew = self._renew
        view.on_keep = self._keep
        view.on_stop = self._ask_to_stop
        view.show_places(self._places())
        view.show_only(self._only)
        view.show_keep(self._hosting.keeps_going)
        self._show_people()
        self._show_invitation()

    def _is_on_own_server(self) -> bool:
        """Tell whether one speaks with the very server: no other gets its password."""
        started, encryption = self._hosting.started, self._network.encryption
        if started is None or encryption is None:
            return False
        return encryption.fingerprint == started.fingerprint

    def _connection_changed(self, event: ConnectionChanged) -> None:
        if event.state is not Connectedness.ONLINE:
            self._is_operator = False

    def _became_operator(self, _event: BecameOperator) -> None:
        self._is_operator = True
        self._network.operating.ask()

    def _told_who_may_join(self, event: InvitedOnly) -> None:
        self._only = event.only
        if self._view:
            self._view.show_only(self._only)
        if self._only and self._is_operator and self._invitation is None:
            self._network.operating.invite()
        self._show_invitation()

    def _made(self, event: InvitationMade) -> None:
        self._invitation = event
        self._show_invitation()

    def _revoked(self, event: InvitationRevoked) -> None:
        if self._invitation and self._invitation.number == event.number:
            self._invitation = None
            self._show_invitation()

    def _renew(self) -> None:
        """Take the invitation back, and make another one."""
        if self._invitation:
            self._network.operating.revoke(self._invitation.number)
        self._network.operating.invite()

    def _keep(self, keep: bool) -> None:
        self._hosting.keeps_going = keep
        if self._view:
            self._view.show_keep(keep)

    def _ask_to_stop(self) -> None:
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

    def _show_invitation(self) -> None:
        started = self._hosting.started
        if self._view is None or started is None:
            return
        is_needed = self._only and self._invitation is not None
        link = InviteLink(
            self._hosting.address,
            started.port,
            fingerprint=started.fingerprint,
            token=self._invitation.token if is_needed and self._invitation else "",
        )
        code = ShortCode.of(link)
        self._view.show_invitation(link.render(), code.render() if code else "")

    def _people(self) -> str:
        """Name some of those who are on, oneself last."""
        network = self._network
        channels = [it for it in network.rooms() if it.kind is RoomKind.CHANNEL]
        found = {
            person.nick: person.is_me
            for room in channels
            for person in network.people(room.name)
        }
        others = sorted(nick for nick, is_me in found.items() if not is_me)
        if not others:
            return "Nobody but you is here yet."
        named = others[:_MOST_NAMED]
        more = len(others) - len(named)
        told = ", ".join([*named, *([f"{more} more"] if more else [])])
        return f"{plural(len(others), 'person is', 'people are')} here with you: {told}"

    def _places(self) -> str:
        """Tell where others find this computer."""
        started = self._hosting.started
        port = started.port if started else self._network.port
        found = [str(it.address.ip) for it in for_others(self._interfaces())]
        if not found:
            return "This computer is in no network, so nobody else can join."
        told = ", ".join(found[:_MOST_PLACES])
        return f"Others find this computer at {told}, port {port}."
