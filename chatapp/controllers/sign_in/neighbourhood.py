"""The chats around here, listed in the sign-in window as they are found."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from chatapp.controllers.sign_in.finding_words import OUTLOOKS, server_details
from chatapp.controllers.sign_in.first_form import leads_to
from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.discovery.discovery import Lookout
from chatapp.models.entities import (
    Field,
    FoundServer,
    Neighbourhood,
    ServerRow,
    SignInForm,
)
from chatapp.models.events import SignedIn
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import KeptOpened
from chatapp.wire.announcement import Needs
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.lookalikes import appearance


class ServersView(Protocol):
    """What the sign-in window shows of the chats around here, and calls back."""

    on_choose_server: Callable[[str], None]

    def show_servers(self, rows: Sequence[ServerRow], words: str) -> None:
        """List these servers; where there are none, say these words."""

    def form(self) -> SignInForm:
        """Return what stands in the fields."""

    def show_form(self, form: SignInForm, focus: Field) -> None:
        """Fill the fields and put the cursor into one."""

    def show_password(self, visible: bool) -> None:
        """Show or hide the password field."""

    def show_problems(self, problems: Mapping[Field | None, str]) -> None:
        """Print each sentence at its field; without a field, as a banner."""


class Acquaintances(Protocol):
    """Tells where servers were met before, as KnownServers does."""

    def demand(self, host: str, port: int) -> Demand:
        """Tell what a connection to a place must be, after what is known of it."""

    def places_of(self, fingerprint: Fingerprint) -> list[tuple[str, int]]:
        """List where the server with this certificate was met."""


class NeighbourhoodController:
    """Shows what is found until one has signed in, and fills in what is chosen."""

    def __init__(
        self,
        view: ServersView,
        lookout: Lookout,
        servers: Acquaintances,
        bus: EventBus,
    ) -> None:
        self._view = view
        self._lookout = lookout
        self._servers = servers
        self._found: tuple[FoundServer, ...] = ()
        view.on_choose_server = self.choose
        for event in (SignedIn, KeptOpened):
            bus.subscribe(event, lambda _event: self.end())

    def begin(self) -> None:
        """Look for chats from now on."""
        self._lookout.watch(self._show)

    def end(self) -> None:
        """Look no more."""
        self._lookout.unwatch(self._show)

    def choose(self, entry: str) -> None:
        """Fill in where a server is; the username is what is left to be typed.

        A link or a code into this very chat stays: it says more than its entry.
        """
        server = next((it for it in self._found if it.entry == entry), None)
        if server is None:
            return
        form = self._view.form()
        place = form
        if not leads_to(form.address, server):
            place = replace(form, address=server.host, port=str(server.port))
        self._view.show_problems({})  # they were about what stood there before
        self._view.show_form(place, Field.USERNAME)
        if server.told.needs is Needs.PASSWORD:
            self._view.show_password(visible=True)

    def demand(self, host: str, port: int) -> Demand:
        """Tell what a connection to a place must be, after what is announced of it.

        Anybody can announce anything. So it can make one more careful only: where a
        server is known already, what is known of it holds. Elsewhere TLS is demanded
        that was announced; and of a certificate that was met at another place, that it
        is this one.
        """
        told = [it.told for it in self._found if (it.host, it.port) == (host, port)]
        fingerprints = {each.fingerprint for each in told if each.fingerprint}
        if not fingerprints or self._servers.demand(host, port) != ANY:
            return ANY
        met = [it for it in fingerprints if self._servers.places_of(it)]
        return Demand(Need.REQUIRED, met[0] if met else None)

    def _show(self, found: Neighbourhood) -> None:
        self._found = found.servers
        names = Counter(map(_looks, found.servers))
        rows = [
            _row(server, is_one_of_many=names[_looks(server)] > 1)
            for server in found.servers
        ]
        self._view.show_servers(rows, OUTLOOKS[found.outlook])


def _name(server: FoundServer) -> str:
    return server.told.name or server.host


def _looks(server: FoundServer) -> str:
    """Give what people take for the same name."""
    return appearance(_name(server))


def _row(server: FoundServer, *, is_one_of_many: bool) -> ServerRow:
    return ServerRow(
        server.entry,
        _name(server),
        server_details(server, is_one_of_many=is_one_of_many),
        is_encrypted=server.told.fingerprint is not None,
    )
