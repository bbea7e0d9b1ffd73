"""Lets what somebody wants of a list wait until the list is there."""

from collections.abc import Callable


class Listing:
    """Knows whether what is wanted is in a list, and what is to be done then."""

    def __init__(self) -> None:
        self._is_there = True
        self._act: Callable[[], None] | None = None

    def expect(self) -> None:
        """Know that something is on its way to the list."""
        self._is_there = False

    def when_there(self, act: Callable[[], None]) -> None:
        """Call `act` once it is in the list: at once, if it is. The last one counts."""
        if self._is_there:
            act()
        else:
            self._act = act

    def arrived(self) -> None:
        """Know that it is in the list, or that there is nothing."""
        act, self._act, self._is_there = self._act, None, True
        if act:
            act()

    def forget(self) -> None:
        """Expect nothing, and do nothing about what was expected."""
        self._is_there, self._act = True, None
