"""Whose turn it is to be tried, where anybody can say that a server is anywhere."""

from collections.abc import Iterable, Sequence

Place = tuple[str, int]

MOST_OTHERS = 4
"""So many other places are tried in a round; the next round tries others."""

MOST_REMEMBERED = 1000


class Rounds:
    """Gives every computer its turn, however many places one of them announces.

    Who has waited longest comes first, so that nobody who announces himself anew all
    the time keeps others waiting. Of each computer the newest place comes first.
    """

    def __init__(self) -> None:
        self._announced: tuple[Place, ...] = ()
        self._avoided: dict[Place, None] = {}
        self._turns: dict[str, int] = {}
        self._turn = 0
        self._left = MOST_OTHERS
        self._tried: set[Place] = set()

    def hear(self, places: Sequence[Place]) -> list[Place]:
        """Take in where it is announced now; give those in the order of their turns."""
        there = set(places)
        before = [place for place in self._announced if place in there]
        self._announced = tuple(dict.fromkeys([*before, *places]))
        return self._in_turn(self._announced)

    def take(self, place: Place) -> None:
        """Note that it is this place's turn."""
        self._turn += 1
        self._tried.add(place)
        self._turns[place[0]] = self._turn
        if len(self._turns) > MOST_REMEMBERED:
            del self._turns[next(iter(self._turns))]

    def avoid(self, place: Place) -> None:
        """Try this place no more: somebody else is there."""
        self._avoided[place] = None
        if len(self._avoided) > MOST_REMEMBERED:
            del self._avoided[next(iter(self._avoided))]

    def begin(self) -> None:
        """Begin another round."""
        self._left = MOST_OTHERS
        self._tried.clear()

    def next(self, home: Place, met: Iterable[Place]) -> Place | None:
        """Give the next of the places announced and met; None: the round is over."""
        if not self._left:
            return None
        waiting = self._in_turn(dict.fromkeys([*self._announced, *met]))
        place = next((it for it in waiting if it not in {home, *self._tried}), None)
        if place is not None:
            self._left -= 1
            self.take(place)
        return place

    def _in_turn(self, places: Iterable[Place]) -> list[Place]:
        """Put one place of each computer before the second ones, and so on."""
        by_computer: dict[str, list[Place]] = {}
        for place in places:
            if place not in self._avoided:
                by_computer.setdefault(place[0], []).insert(0, place)
        ranked = [
            (rank, self._turns.get(computer, 0), place)
            for computer, own in by_computer.items()
            for rank, place in enumerate(own)
        ]
        return [place for _, _, place in sorted(ranked, key=lambda it: it[:2])]
