"""What the reactor waits with, without a system below."""

import selectors
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Wait = Callable[["SimulatedSelector", float | None], None]


class SimulatedWaker:
    """Wakes the reactor, and is ready to be waited for."""

    def __init__(self, note: Callable[[], None]) -> None:
        self._note = note
        self.is_readable = False
        self.is_writable = False

    def fileno(self) -> int:
        return 1

    def wake(self) -> None:
        self.is_readable = True

    def clear(self) -> None:
        self._note()
        self.is_readable = False

    def close(self) -> None:
        self.is_readable = False


class SimulatedSelector(selectors.BaseSelector):
    """Asks the simulation to let time pass until something is ready."""

    def __init__(self, wait: Wait, end_of: Callable[[Any], Any]) -> None:
        self._wait = wait
        self._end_of = end_of
        self._keys: dict[Any, selectors.SelectorKey] = {}

    def register(
        self, fileobj: Any, events: int, data: Any = None
    ) -> selectors.SelectorKey:
        assert events
        assert fileobj not in self._keys, "It is watched already."
        number = fileobj.fileno()
        assert number >= 0, "A closed socket cannot be watched."
        self._keys[fileobj] = selectors.SelectorKey(fileobj, number, events, data)
        return self._keys[fileobj]

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        return self._keys.pop(fileobj)

    def modify(
        self, fileobj: Any, events: int, data: Any = None
    ) -> selectors.SelectorKey:
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def select(
        self, timeout: float | None = None
    ) -> list[tuple[selectors.SelectorKey, int]]:
        self._wait(self, timeout)
        return list(self.ready())

    def ready(self) -> Iterator[tuple[selectors.SelectorKey, int]]:
        """Give what can be read or written now, and was asked for."""
        for fileobj, key in self._keys.items():
            assert fileobj.fileno() == key.fd, "A watched socket was closed."
            end = self._end_of(fileobj)
            mask = selectors.EVENT_READ if end.is_readable else 0
            mask |= selectors.EVENT_WRITE if end.is_writable else 0
            if mask & key.events:
                yield key, mask & key.events

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        return self._keys

    def close(self) -> None:
        self._keys.clear()
