"""How one stands with a server, and what was told of that last."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from chatapp.models.entities import Connectedness
from chatapp.models.events import ConnectionChanged


class Standing:
    """Tells everybody, and whoever comes later as well."""

    def __init__(
        self,
        publish: Callable[[ConnectionChanged], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._publish = publish
        self._clock = clock
        self._last = ConnectionChanged(Connectedness.OFFLINE)
        self._told_at = clock()

    @property
    def state(self) -> Connectedness:
        """How one stands with the server."""
        return self._last.state

    def enter(self, change: ConnectionChanged) -> None:
        """Stand in another way from now on, and tell of it."""
        self._last, self._told_at = change, self._clock()
        self._publish(change)

    def now(self) -> ConnectionChanged:
        """Give what was told last, with the seconds left until the next try."""
        last = self._last
        if last.retry_in is None:
            return last
        passed = (self._clock() - self._told_at).total_seconds()
        return replace(last, retry_in=max(0.0, last.retry_in - passed))
