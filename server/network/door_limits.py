"""How many may come at once, in all and from where, and stand at the door."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from enum import Enum, auto
from math import inf

from server.network.standing import Standing
from server.open_files import room_for_connections
from server.settings.settings import Settings
from server.world.origin import origin_of

DOOR_PLACES = 512
"""How many connections may stand at the door, not yet handed to the reactor."""

SHARE_OF_ONE_ADDRESS = 2
"""One address, which may be a whole school, may have this part of the door: a half."""

SECONDS_BETWEEN_HURRIES = 0.1


class Admission(Enum):
    """Whether a connection that arrives is let in, or why not."""

    ADMITTED = auto()
    TOO_MANY_FROM_ADDRESS = auto()
    SERVER_IS_FULL = auto()
    SYSTEM_ALLOWS_NO_MORE = auto()
    BANNED = auto()


class DoorLimits:
    """Counts connections by address; the door's threads and the reactor share it.

    Limits by address hold until a client has signed in, and never for this machine. Of
    IPv6 a whole network counts as one; see server.world.origin. There are so many
    `connections` now, and of them so many stand `at_door`.
    """

    def __init__(
        self,
        max_connections: int,
        max_per_address: int,
        places: int = DOOR_PLACES,
        keeps_out: Callable[[str], bool] = lambda _: False,
        note: Callable[[Admission, str], None] = lambda *_: None,
        room: float = inf,
    ) -> None:
        """Let in so many in all, and so many of one address that have not signed in.

        Args:
            max_connections: in all.
            max_per_address: of one address, not signed in.
            places: how many may stand at the door.
            keeps_out: tells whether an address is banned; on any thread.
            note: is told of each that is not let in, and its address; on any thread.
            room: how many connections the system allows in all.
        """
        self._keeps_out = keeps_out
        self._note = note
        self._room = room
        self.turned_away = 0
        self.standing = Standing()
        self._max_connections = max_connections
        self._max_per_address = max_per_address
        self._places = places
        self._max_at_door = max(1, places // SHARE_OF_ONE_ADDRESS)
        self._changed = threading.Condition()
        self.connections = 0
        self.at_door = 0
        self._is_closed = False
        self._at_door_by_origin: Counter[str] = Counter()
        self._unknown_by_origin: Counter[str] = Counter()

    def take_settings(self, settings: Settings) -> None:
        """Let in as many as other settings say, from now on."""
        with self._changed:
            self._max_connections = settings.limits.max_connections
            self._max_per_address = settings.limits.max_connections_per_host

    @property
    def is_full(self) -> bool:
        """Whether no place at the door is free."""
        return self.at_door >= self._places

    @property
    def is_closed(self) -> bool:
        """Whether nobody is let in any more."""
        return self._is_closed

    def admit(self, address: str, patience: float, *, is_own: bool) -> Admission:
        """Count a connection that arrives, or say why it is not let in.

        Args:
            address: where it comes from.
            patience: seconds to wait while the door is full.
            is_own: whether it comes from this machine.
        """
        if not is_own and self._keeps_out(address):
            self.turn_away()
            return Admission.BANNED
        admission = self._admit(address, patience, is_own=is_own)
        if admission is not Admission.ADMITTED:
            self.turn_away()
            self._note(admission, address)
        return admission

    def _admit(self, address: str, patience: float, *, is_own: bool) -> Admission:
        origin = origin_of(address)
        with self._changed:
            if refusal := self._refusal(origin, is_own=is_own):
                return refusal
            self._wait_for_a_place(time.monotonic() + patience)
            if self.is_full or self._is_closed:
                return Admission.SERVER_IS_FULL
            # Others who waited from the same address may have been let in before.
            if refusal := self._refusal(origin, is_own=is_own):
                return refusal
            self.connections += 1
            self.at_door += 1
            self._at_door_by_origin[origin] += 1
            self._unknown_by_origin[origin] += 1
            return Admission.ADMITTED

    def _refusal(self, origin: str, *, is_own: bool) -> Admission | None:
        if not is_own and self._has_too_many(origin):
            return Admission.TOO_MANY_FROM_ADDRESS
        if self.connections >= self._room:
            return Admission.SYSTEM_ALLOWS_NO_MORE
        if self.connections >= self._max_connections:
            return Admission.SERVER_IS_FULL
        return None

    def turn_away(self) -> None:
        """Count a connection that was not let in."""
        with self._changed:
            self.turned_away += 1

    def close(self) -> None:
        """Let nobody in any more, and nobody wait for a place."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def leave_door(self, address: str) -> None:
        """Free the place at the door of a connection that was let in."""
        with self._changed:
            self.at_door -= 1
            _subtract(self._at_door_by_origin, origin_of(address))
            self._changed.notify()

    def signed_in(self, address: str) -> None:
        """Count a connection of this address no longer among those that are unknown."""
        with self._changed:
            _subtract(self._unknown_by_origin, origin_of(address))

    def closed(self, address: str, *, had_signed_in: bool) -> None:
        """Count a connection no longer that has ended."""
        with self._changed:
            self.connections -= 1
            if not had_signed_in:
                _subtract(self._unknown_by_origin, origin_of(address))

    def _wait_for_a_place(self, deadline: float) -> None:
        while self.is_full and not self._is_closed:
            left = deadline - time.monotonic()
            if left <= 0:
                return
            self.standing.hurry()
            self._changed.wait(min(left, SECONDS_BETWEEN_HURRIES))

    def _has_too_many(self, origin: str) -> bool:
        if self._at_door_by_origin[origin] >= self._max_at_door:
            return True
        return self._unknown_by_origin[origin] >= self._max_per_address


def limits_of_doors(
    settings: Settings,
    keeps_out: Callable[[str], bool],
    note: Callable[[Admission, str], None],
) -> DoorLimits:
    """Give the limits that the settings have; see DoorLimits for the rest."""
    most = settings.limits
    return DoorLimits(
        most.max_connections,
        most.max_connections_per_host,
        keeps_out=keeps_out,
        note=note,
        room=room_for_connections(),
    )


def _subtract(counter: Counter[str], key: str) -> None:
    counter[key] -= 1
    if counter[key] <= 0:
        del counter[key]
