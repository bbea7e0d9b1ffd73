"""The chats that were announced around here, and which of them answer. No I/O."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from chatapp.models.connection.round_trip import MOST_AT_ONCE, Place
from chatapp.models.discovery.nearby import Interfaces, near
from chatapp.models.entities import FoundServer
from chatapp.wire.announcement import Announcement

MOST_HEARD = 200
MOST_SHOWN = 50
MOST_ADDRESSES = 4
SECONDS_BETWEEN_VISITS = 15.0
SECONDS_WHERE_SELDOM = 300.0
MOST_HURRIES = 3
"""So often between two visits another address is visited at once."""

MOST_SILENT = 2
"""A server that did not answer so often is not shown; it may just be busy before."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An announcement as it was heard: nothing of it is proved."""

    entry: str
    told: Announcement
    addresses: tuple[str, ...]
    port: int


@dataclass(slots=True)
class _Sighting:
    heard: Heard
    places: tuple[Place, ...]
    visited_at: float | None = None
    hurries: int = MOST_HURRIES
    answers: dict[Place, float] = field(default_factory=dict)
    silent: int = 0
    place: Place | None = None

    @property
    def computer(self) -> str:
        """The address by which one counts what one computer announces."""
        return self.places[0][0] if self.places else ""

    @property
    def is_there(self) -> bool:
        return self.place is not None and self.silent < MOST_SILENT


class Sightings:
    """Keeps so many announcements and no more, however many are forged."""

    def __init__(self) -> None:
        self._sightings: dict[str, _Sighting] = {}
        self._gone: dict[str, _Sighting] = {}

    def hear(self, heard: Heard, interfaces: Interfaces) -> None:
        """Take in what a server says of itself."""
        addresses = near(heard.addresses, interfaces)[:MOST_ADDRESSES]
        places = tuple((address, heard.port) for address in addresses)
        known = self._sightings.get(heard.entry)
        if known is not None and known.places == places:
            known.heard = heard
            return
        sighting = _Sighting(heard, places)
        before = known or self._gone.pop(heard.entry, None)
        if before:
            _hurry(sighting, before)
        if known is not None or self._make_room(sighting.computer):
            self._sightings[heard.entry] = sighting

    def lose(self, entry: str) -> None:
        """Forget a server that has said goodbye."""
        gone = self._sightings.pop(entry, None)
        if gone is not None:
            self._gone[entry] = gone  # who comes back at once is no newcomer
            if len(self._gone) > MOST_HEARD:
                del self._gone[next(iter(self._gone))]

    def forget_visits(self) -> None:
        """Have all of them visited again, for the ways to them are other ones."""
        for sighting in self._sightings.values():
            sighting.visited_at = None

    def due(self, now: float, *, seldom: bool = False) -> dict[Place, list[str]]:
        """Give the places to visit now, each with the entries that name it."""
        places: dict[Place, list[str]] = {}
        for entry, sighting in self._sightings.items():
            is_seldom = seldom and sighting.is_there
            pause = SECONDS_WHERE_SELDOM if is_seldom else SECONDS_BETWEEN_VISITS
            before = sighting.visited_at
            if before is not None and now - before < pause:
                continue
            if len(places) + len(sighting.places) > MOST_AT_ONCE:
                break
            if before is not None:
                sighting.hurries = MOST_HURRIES
            sighting.visited_at = now
            sighting.answers = {}
            for place in sighting.places:
                places.setdefault(place, []).append(entry)
        return places

    def answered(self, entry: str, place: Place, milliseconds: float) -> None:
        """Note that somebody answers where a server said it is."""
        sighting = self._sightings[entry]
        sighting.answers[place] = milliseconds
        sighting.silent = 0
        if sighting.place is None:
            sighting.place = place

    def visited(self, entries: Iterable[str]) -> None:
        """Note that all who could answer have done so."""
        for entry in set(entries):
            sighting = self._sightings[entry]
            if not sighting.answers:
                sighting.silent += 1
            elif sighting.place not in sighting.answers:
                sighting.place = next(iter(sighting.answers))

    def shown(self) -> tuple[FoundServer, ...]:
        """Give the servers that answer, in the order in which they were found."""
        there = [it for it in self._sightings.values() if it.is_there]
        return tuple(_describe(it) for it in _fairly(there, MOST_SHOWN))

    def _make_room(self, computer: str) -> bool:
        """Tell whether there is room for what this computer announces.

        If need be one goes that does not answer, or one of a computer that announces
        more than others do: so nobody can keep the others from being heard.
        """
        if len(self._sightings) < MOST_HEARD:
            return True
        leaving = _first_silent(self._sightings.items()) or self._of_most(computer)
        if leaving:
            del self._sightings[leaving]
        return bool(leaving)

    def _of_most(self, computer: str) -> str:
        """Give the latest entry of who announces most; "" where others do not more."""
        counted = Counter(it.computer for it in self._sightings.values())
        most, count = counted.most_common(1)[0]
        if count <= counted[computer] + 1:
            return ""
        entries = self._sightings.items()
        return next(entry for entry, it in reversed(entries) if it.computer == most)


def _fairly(sightings: Sequence[_Sighting], most: int) -> list[_Sighting]:
    """Choose so many: one of each computer before the second ones, and so on."""
    counted: Counter[str] = Counter()
    ranks = {}
    for number, sighting in enumerate(sightings):
        ranks[number] = counted[sighting.computer]
        counted[sighting.computer] += 1
    chosen = sorted(ranks, key=lambda number: (ranks[number], number))[:most]
    return [sightings[number] for number in sorted(chosen)]


def _hurry(sighting: _Sighting, before: _Sighting) -> None:
    """Have another address visited at once, or when it is time if that is too often."""
    sighting.hurries = before.hurries
    if before.visited_at is not None and before.hurries:
        sighting.hurries -= 1
    else:
        sighting.visited_at = before.visited_at


def _first_silent(sightings: Iterable[tuple[str, _Sighting]]) -> str:
    silent = (
        entry
        for entry, it in sightings
        if it.visited_at is not None and not it.is_there
    )
    return next(silent, "")


def _describe(sighting: _Sighting) -> FoundServer:
    heard, place = sighting.heard, sighting.place or ("", 0)
    milliseconds = min(_latest(sighting.answers, place), default=0.0)
    return FoundServer(
        heard.entry, heard.told, *place, round(milliseconds, 1), heard.addresses
    )


def _latest(answers: dict[Place, float], place: Place) -> Sequence[float]:
    return [answers[place]] if place in answers else list(answers.values())
