"""The places in a history where messages may be missing."""

from collections.abc import Mapping, Sized


class Gaps:
    """Places, each that of the message behind it, from the oldest to the newest."""

    def __init__(self) -> None:
        self._places: list[int] = []

    @property
    def last(self) -> int:
        """Where the newest gap is; 0 where there is none."""
        return self._places[-1] if self._places else 0

    def __bool__(self) -> bool:
        return bool(self._places)

    def __contains__(self, place: int) -> bool:
        return place in self._places

    def before(self, end: int) -> list[int]:
        """List the gaps that have a message behind them."""
        return [place for place in self._places if place < end]

    def open_at_end(self, place: int) -> None:
        """Note that messages may be missing from a place on."""
        if place and place not in self._places:
            self._places.append(place)

    def open_at_front(self, place: int) -> None:
        """Note that messages may be missing before a place, older than all others."""
        if place and place not in self._places:
            self._places.insert(0, place)

    def close_last(self) -> None:
        """Note that nothing is missing any more where the newest gap was."""
        if self._places:
            self._places.pop()

    def close(self, place: int) -> None:
        """Note that nothing is to be filled at a place."""
        self._places = [gap for gap in self._places if gap != place]

    def make_room(self, runs: Mapping[int, Sized]) -> None:
        """Move on by what goes in before each place."""
        self._places = [place_with(gap, runs) for gap in self._places]

    def close_up(self, start: int, stop: int) -> None:
        """Move back by what has gone from one place to before another."""
        moved = [place_without(gap, start, stop) for gap in self._places]
        self._places = [gap for gap in moved if gap > 0]


def place_with(place: int, runs: Mapping[int, Sized], *, at_place: bool = False) -> int:
    """Give where a place is once each run has gone in before another place.

    With `at_place` also what goes in right there stands before it.
    """
    before = (
        len(run)
        for other, run in runs.items()
        if other < place or (at_place and other == place)
    )
    return place + sum(before)


def place_without(place: int, start: int, stop: int) -> int:
    """Give where a place is when what stands from start to stop has gone."""
    return place - max(0, min(place, stop) - start)
