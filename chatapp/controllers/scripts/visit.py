"""Goes to one room for a script: signs in, enters, and tells what is in the way."""

from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.controllers.scripts.headless import EXIT_REMOVED, Terminal
from chatapp.controllers.scripts.script_wording import (
    A_ROOM,
    NO_ROOM,
    NOBODY_ELSE,
    OF_TERMINALS,
)
from chatapp.controllers.sign_in.sign_in_wording import describe, only_a_guest
from chatapp.controllers.validation import SignInRequest
from chatapp.language import gettext as _
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.events import (
    Removed,
    RequestRefused,
    RoomClosed,
    RoomOpened,
    SignedIn,
    SignInFailed,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import PeopleListed, RoomLookedFor
from chatapp.wire.names import is_channel
from chatapp.wire.this_computer import is_here

if TYPE_CHECKING:
    from collections.abc import Callable

EXIT_REFUSED = 1
EXIT_NO_ROOM = 67
EXIT_UNAVAILABLE = 69

_NO_LONGER = {
    (False, False): _("You are no longer in {room}."),
    (True, False): _("You are no longer in {room}. {by} removed you."),
    (True, True): _("You are no longer in {room}. {by} removed you: {reason}"),
}


def meets_nobody_new(request: SignInRequest) -> SignInRequest:
    """Have a script speak with servers only that are known, named, or vouched for.

    Nobody looks at what it would meet for the first time. On this computer nobody is
    between; and who asks for a plain connection gets one.
    """
    if is_here(request.host) or request.demand.need is Need.PLAIN:
        return request
    demand = request.demand.and_also(Demand(Need.VERIFIED))
    return replace(request, demand=demand)


class Visit:
    """One stay in one room, from the sign-in to the program's end."""

    def __init__(
        self,
        request: SignInRequest,
        room: str,
        network: Network,
        bus: EventBus,
        terminal: Terminal,
        *,
        creates: bool = False,
    ) -> None:
        """Plan it.

        Args:
            request: where to go, and as whom.
            room: the room, or the person.
            network: the server, once one is there.
            bus: what happens comes by it.
            terminal: what has to be told is told there.
            creates: whether the room is made where there is none.
        """
        self.room = room
        self.on_entered: Callable[[], None] = lambda: None
        self.has_entered = False
        self._request = request
        self._network = network
        self._terminal = terminal
        self._creates = creates
        self._complaint = ""
        self._has_looked_around = False
        bus.subscribe(SignedIn, self._signed_in)
        bus.subscribe(SignInFailed, self._failed)
        bus.subscribe(RoomLookedFor, self._looked_for)
        bus.subscribe(RoomOpened, self._opened)
        bus.subscribe(PeopleListed, self._look_around)
        bus.subscribe(RoomClosed, self._closed)
        bus.subscribe(RequestRefused, self._refused)
        bus.subscribe(Removed, self._removed)

    def begin(self) -> None:
        """Go to the server."""
        it = self._request
        self._network.connect(
            it.host, it.port, it.username, it.password, it.demand, it.account
        )

    def fail(self, sentence: str, code: int = EXIT_REFUSED) -> None:
        """Tell why it did not come about, and end."""
        self._terminal.complain(sentence)
        self._terminal.end(code)

    def not_reached(self, sentence: str) -> None:
        """Tell why it did not come about; where a room has that name, this too."""
        self._complaint = sentence
        room = f"#{self.room}"
        if is_channel(self.room) or not self._network.directory.look_for(room):
            self.fail(sentence)

    def leave(self) -> None:
        """End, with all done that was to be done."""
        self._terminal.end(0)

    def _signed_in(self, event: SignedIn) -> None:
        if event.again:
            return
        failed = self._network.own_name.failure
        if failed:
            sentence = only_a_guest(failed.account, failed.problem, event.nick)
            self._terminal.complain(sentence)
        if not is_channel(self.room):
            self._network.open_direct(self.room)
        elif self._creates:
            self._network.join(self.room)
        else:
            self._network.directory.look_for(self.room)

    def _looked_for(self, event: RoomLookedFor) -> None:
        """Come into a room that is there: JOIN would make one by a misspelt name."""
        if self._complaint:
            hint = A_ROOM.format(room=event.room) if event.is_there else ""
            self.fail(f"{self._complaint} {hint}".rstrip())
        elif event.is_there:
            self._network.join(self.room)
        else:
            self.fail(NO_ROOM.format(room=self.room), EXIT_NO_ROOM)

    def _opened(self, event: RoomOpened) -> None:
        if not self.has_entered and self._network.same(event.room, self.room):
            self.has_entered = True
            self.on_entered()

    def _look_around(self, event: PeopleListed) -> None:
        """Tell of a room that is empty: it may be new, by a name that is misspelt."""
        is_here = self._network.same(event.room, self.room)
        if self._has_looked_around or not is_here:
            return
        self._has_looked_around = True
        if all(person.is_me for person in self._network.people(self.room)):
            self._terminal.complain(NOBODY_ELSE.format(room=self.room))

    def _closed(self, event: RoomClosed) -> None:
        if self.has_entered and self._network.same(event.room, self.room):
            sentence = _NO_LONGER[bool(event.by), bool(event.by and event.reason)]
            self.fail(sentence.format(room=self.room, by=event.by, reason=event.reason))

    def _refused(self, event: RequestRefused) -> None:
        if not self.has_entered:
            self.fail(event.text)

    def _failed(self, event: SignInFailed) -> None:
        it = self._request
        sentence = describe(event.problem, it.host, it.port, it.username, event.detail)
        if event.problem in OF_TERMINALS:
            sentence = OF_TERMINALS[event.problem].format(
                host=it.host, port=it.port, nick=it.username, why=event.detail
            )
        self.fail(sentence, EXIT_UNAVAILABLE)

    def _removed(self, event: Removed) -> None:
        self.fail(event.reason, EXIT_REMOVED)
