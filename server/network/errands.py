"""What other threads than the reactor's want the dispatcher to do."""

from collections.abc import Callable

from chatapp.wire.message import Message
from server.dispatch import Dispatcher
from server.network.calls import Calls
from server.step import Step
from server.world.session import Outbox


class Errands:
    """Has things done on the reactor's thread; any thread may ask."""

    def __init__(
        self, calls: Calls, dispatcher: Dispatcher, take: Callable[[Step], None]
    ) -> None:
        """Ask this dispatcher through these calls; `take` is given each step."""
        self._calls = calls
        self._dispatcher = dispatcher
        self._take = take

    def order(self, outbox: Outbox, order: Message) -> None:
        """Do what somebody orders who looks after the server."""
        self._calls.add(lambda: self._take(self._dispatcher.order(outbox, order)))

    def tell_operators(self, sentence: str) -> None:
        """Tell something to the operators of the server."""
        self._calls.add(lambda: self._take(self._dispatcher.tell_operators(sentence)))

    def end_return_time(self) -> None:
        """Await nobody any more who was in a channel before the server's restart."""
        self._calls.add(lambda: self._take(self._dispatcher.end_return_time()))
