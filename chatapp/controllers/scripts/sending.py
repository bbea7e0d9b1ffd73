"""Says in a room what a script hands over, and ends once the server has it all."""

from collections.abc import Callable, Sequence

from chatapp.controllers.scripts.visit import EXIT_UNAVAILABLE, Visit
from chatapp.language import gettext as _
from chatapp.models.entities import ChatMessage, Delivery
from chatapp.models.events import FrameEnded, MessageAdded
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer

PATIENCE_SECONDS = 60.0


class SendingController:
    """Says the lines in their order; one that is refused is told."""

    def __init__(
        self,
        lines: Sequence[str],
        visit: Visit,
        network: Network,
        bus: EventBus,
        scheduler: Scheduler,
    ) -> None:
        self.is_done = False
        self._lines = lines
        self._visit = visit
        self._network = network
        self._scheduler = scheduler
        self._written = self._shown = self._left = 0
        self._deadline: Timer | None = None
        visit.on_entered = self._say
        bus.subscribe(MessageAdded, self._added)
        bus.subscribe(FrameEnded, self._look)

    def begin(self) -> None:
        """Go to the room."""
        self._wait_on()
        self._visit.begin()

    def _say(self) -> None:
        room = self._visit.room
        for line in self._lines:
            self._written += self._network.count_messages(room, line)
            self._network.say(room, line)

    def _added(self, event: MessageAdded) -> None:
        if event.message.delivery is not Delivery.CONFIRMED:
            self._shown += 1

    def _look(self, _event: FrameEnded) -> None:
        """See how far what was said has come, once all of it is in the outbox."""
        if self.is_done or not 0 < self._written <= self._shown:
            return
        pending = self._network.history(self._visit.room).pending()
        failed = [line for line in pending if line.delivery is Delivery.FAILED]
        if len(failed) == len(pending):
            self._finish(failed)
        elif len(pending) != self._left:
            self._left = len(pending)
            self._wait_on()

    def _finish(self, failed: Sequence[ChatMessage]) -> None:
        self.is_done = True
        self._stop_waiting()
        if failed:
            problem = failed[0].problem
            self._wait_on(lambda: self._visit.fail(problem))
            self._visit.not_reached(problem)
        else:
            self._visit.leave()

    def _wait_on(self, otherwise: Callable[[], None] | None = None) -> None:
        """Give what comes next so much time; otherwise it is given up."""
        self._stop_waiting()
        self._deadline = self._scheduler.call_later(
            PATIENCE_SECONDS, otherwise or self._give_up
        )

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()

    def _give_up(self) -> None:
        self._visit.fail(
            _(
                "The server did not confirm everything in time, so look in the room"
                " what has arrived before you send it again."
            ),
            EXIT_UNAVAILABLE,
        )
