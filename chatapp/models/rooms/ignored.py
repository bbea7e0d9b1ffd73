"""Whom one wants to hear nothing of, by the names that a server takes for one."""

from collections.abc import Callable, Container, Iterable


class Ignored(Container[str]):
    """The people one ignores, in the order in which one began to."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._nicks: dict[str, str] = {}

    def __contains__(self, nick: object) -> bool:
        return bool(self._nicks) and self._fold(str(nick)) in self._nicks

    @property
    def nicks(self) -> list[str]:
        """Their nicks, as they were written."""
        return list(self._nicks.values())

    def fill(self, nicks: Iterable[str]) -> None:
        """Ignore these people, and nobody else."""
        self._nicks = {self._fold(nick): nick for nick in nicks}

    def add(self, nick: str) -> None:
        """Ignore somebody."""
        self._nicks[self._fold(nick)] = nick

    def discard(self, nick: str) -> None:
        """Hear of somebody again."""
        self._nicks.pop(self._fold(nick), None)
