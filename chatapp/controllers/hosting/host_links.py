"""The links by which a host invites: the one that is shown, and all that hold."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from chatapp.controllers.hosting.host_wording import (
    LENGTHS,
    LINKS_TITLE,
    NO_LINKS,
    OVER,
    PEOPLE,
    lets_in,
    row_of,
)
from chatapp.models.entities import Connectedness, LinkRow
from chatapp.models.events import ConnectionChanged
from chatapp.models.hosting.kept_invitation import InvitationKeeper
from chatapp.models.hosting.operator_events import (
    BecameOperator,
    Invitation,
    InvitationMade,
    InvitationRevoked,
    InvitationsListed,
    InvitedOnly,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus


class LinksView(Protocol):
    """The card in which links are made, and taken back."""

    on_make: Callable[[int, int], None]
    on_take_back: Callable[[int], None]
    on_back: Callable[[], None]

    def show_links(self, rows: Sequence[LinkRow], words: str) -> None:
        """List the links that hold; where there are none, say these words."""


class LinksWindow(Protocol):
    """The window, as far as links are concerned."""

    def new_links(
        self, title: str, people: Sequence[str], lengths: Sequence[str]
    ) -> LinksView:
        """Open a card with the choices for a new link; the last ones are chosen."""


class HostLinks:
    """Shows the newest invitation that stands, and makes none that nobody asked for."""

    def __init__(
        self,
        window: LinksWindow,
        network: Network,
        bus: EventBus,
        keeper: InvitationKeeper,
        clock: Callable[[], datetime],
    ) -> None:
        self.only = False
        self.on_changed: Callable[[], None] = lambda: None
        self.on_closed: Callable[[], None] = lambda: None
        self._window = window
        self._network = network
        self._keeper = keeper
        self._clock = clock
        self._view: LinksView | None = None
        self._is_operator = False
        self._needs_one = False
        self._holding: dict[int, Invitation] = {}
        bus.subscribe(ConnectionChanged, self._connection_changed)
        bus.subscribe(BecameOperator, self._became_operator)
        bus.subscribe(InvitationsListed, self._listed)
        bus.subscribe(InvitedOnly, self._told_who_may_join)
        bus.subscribe(InvitationMade, self._made)
        bus.subscribe(InvitationRevoked, self._revoked)

    @property
    def token(self) -> str:
        """What lets others in by the link that is shown; "": nothing is needed."""
        shown = self._shown()
        return self._keeper.all()[shown.number] if self.only and shown else ""

    @property
    def works(self) -> bool:
        """Whether somebody else comes in by the link that is shown."""
        shown = self._shown()
        return not self.only or (shown is not None and not shown.is_used_up)

    @property
    def words(self) -> str:
        """Say whom the link that is shown lets in; "" where everybody may join."""
        if not self.only:
            return ""
        shown = self._shown()
        return OVER if shown is None else lets_in(shown, self._clock())

    def let_in_only_invited(self, only: bool) -> None:
        """Let in only who is invited, by a link that is made if there is none."""
        self._needs_one = only
        self._network.operating.let_in_only_invited(only)

    def look(self) -> None:
        """Have the server tell anew which invitations hold, and who came by them."""
        if self._is_operator:
            self._network.operating.ask()

    def open(self) -> None:
        """Show the card with all links."""
        people = [words for words, _ in PEOPLE]
        view = self._window.new_links(LINKS_TITLE, people, [it for it, _ in LENGTHS])
        self._view = view
        view.on_make = self._make
        view.on_take_back = self._network.operating.revoke
        view.on_back = self._close
        self._show()

    def _shown(self) -> Invitation | None:
        """Give the newest whose token is known; first those that let somebody in."""
        kept = self._keeper.all()
        known = [it for it in self._holding.values() if it.number in kept]
        return max(known, key=lambda it: (not it.is_used_up, it.number), default=None)

    def _make(self, people: int, length: int) -> None:
        self._network.operating.invite(PEOPLE[people][1], LENGTHS[length][1])
        self._close()

    def _close(self) -> None:
        self._view = None
        self.on_closed()

    def _connection_changed(self, event: ConnectionChanged) -> None:
        if event.state is not Connectedness.ONLINE:
            self._is_operator = self._needs_one = False

    def _became_operator(self, _event: BecameOperator) -> None:
        self._is_operator = True
        self._network.operating.ask()

    def _listed(self, event: InvitationsListed) -> None:
        self._holding = {each.number: each for each in event.invitations}
        self._keeper.refresh(self._show)
        self._show()

    def _told_who_may_join(self, event: InvitedOnly) -> None:
        """Take it in; what the server told before it was asked is no answer yet."""
        self.only = event.only
        if self._needs_one and self.only:
            self._needs_one = False
            if self._is_operator and not self.works:
                self._network.operating.invite()
        self._show()

    def _made(self, event: InvitationMade) -> None:
        made = event.invitation
        self._holding[made.number] = made
        self._keeper.keep(made.number, event.token)
        self._show()

    def _revoked(self, event: InvitationRevoked) -> None:
        self._holding.pop(event.number, None)
        self._keeper.forget(event.number)
        self._show()

    def _show(self) -> None:
        self.on_changed()
        if self._view:
            now = self._clock()
            holding = sorted(self._holding.values(), key=lambda it: -it.number)
            rows = [LinkRow(each.number, row_of(each, now)) for each in holding]
            self._view.show_links(rows, NO_LINKS)
