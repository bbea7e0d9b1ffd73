"""The one thread that owns the world: read, decide, record, send."""

import logging
import selectors
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import cast

from server.dispatch import Dispatcher
from server.network.allowance import allowance_for
from server.network.backlogs import Backlogs
from server.network.calls import Calls
from server.network.clients import Clients
from server.network.coded_connection import connection_of
from server.network.company import Company
from server.network.connection import Connection
from server.network.door_limits import DoorLimits
from server.network.ending import Ending
from server.network.errands import Errands
from server.network.fan_out import FanOut
from server.network.later import Later
from server.network.newcomer import Newcomer
from server.network.patience import Patience
from server.network.serving import Serving
from server.network.turns import Turns
from server.network.turnstile import Turnstile
from server.network.usher import Watched
from server.network.workers import Workers
from server.recorder import Recorder
from server.settings.settings import Settings
from server.step import Job, Step, render_line
from server.timings import Timings

log = logging.getLogger(__name__)

DISK_SECONDS = 0.25


class Reactor:
    """Serves all clients on one thread, so that the server's rules need no locks."""

    def __init__(
        self,
        calls: Calls,
        dispatcher: Dispatcher,
        recorder: Recorder,
        workers: Workers,
        limits: DoorLimits,
        settings: Settings,
        monotonic: Callable[[], float] = time.monotonic,
        new_selector: Callable[[], selectors.BaseSelector] = selectors.DefaultSelector,
    ) -> None:
        """Join the parts; `start` begins to serve."""
        self._calls = calls
        self._dispatcher = dispatcher
        self._later = Later(workers)
        self._settings = settings
        self._monotonic = monotonic
        self._selector, self._calls_only = new_selector(), new_selector()
        for selector in (self._selector, self._calls_only):
            selector.register(calls, selectors.EVENT_READ)
        self.clients = clients = Clients(self._selector, limits)
        serving = Serving(
            dispatcher, clients, self._later, settings, self.lose, monotonic
        )
        self._serving, self._move = serving, serving.move
        self.slowed = serving.slowed
        most_bytes = settings.limits.all_sendq_bytes
        self.backlogs = Backlogs(clients.everybody, most_bytes)
        self.fan_out = FanOut(self.backlogs.behind)
        self.turns = Turns(recorder, self.fan_out.flush, self._take_back, self._finish)
        ping = render_line("", f"PING :{settings.server.name}")
        self.patience = Patience(settings.timeouts, ping, serving.end)
        self.errands = Errands(calls, dispatcher, self.take)
        come, go = serving.move, serving.bury
        self.turnstile = Turnstile(calls, clients, come, go, self._deafen, monotonic)
        self._company = Company()
        self.turn_times = Timings()
        self._now = serving.now = monotonic()
        self._ending = Ending()
        self._thread = threading.Thread(target=self._run, name="reactor", daemon=True)
        self.has_failed = threading.Event()

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self, reason: str, seconds: float) -> None:
        """Tell everybody, within so many seconds, and end."""
        self._calls.add(partial(self._begin_to_end, reason))
        self._thread.join(seconds)

    def adopt(self, newcomer: Newcomer) -> None:
        """Serve a connection from now on; any thread may ask."""
        if not self._calls.add_newcomer(partial(self._adopt, newcomer)):
            newcomer.socket.close()

    def watch_door(self, watched: Watched) -> bool:
        """Let people in there as well; any thread may ask. False: all has ended."""
        return self._calls.add(partial(watched.begin, self._selector, self._calls))

    def take(self, step: Step) -> None:
        """Let what was decided apart from all clients be part of this turn."""
        self._serving.steps.append(step)

    def take_settings(self, settings: Settings) -> None:
        """Go by other settings from now on; who is here keeps his allowance."""
        self._settings = self._serving.settings = settings
        self.patience.timeouts = settings.timeouts
        self.backlogs.most_bytes = settings.limits.all_sendq_bytes

    def release_recorded(self) -> None:
        """Send what has been recorded."""
        self.turns.release_recorded(self._serving.steps)

    def watch(self, connection: Connection) -> None:
        """Wait for what a connection wants to do next."""
        self.clients.watch(connection)

    def lose(self, connection: Connection, reason: str) -> None:
        """Take a connection out, when this turn is done, that cannot go on."""
        self.clients.ignore(connection)
        self.turnstile.lose(connection, reason)

    def _deafen(self, lost: Iterable[Connection]) -> None:
        self._dispatcher.deafen(each.session for each in lost if not each.is_closed)

    def _run(self) -> None:
        try:
            while not self._ending.has_come(self._now, is_all_done=self.turns.is_empty):
                if self.turns.is_full:
                    self._wait_for_the_disk()
                else:
                    self._turn()
            self._say_goodbye()
        except Exception:
            log.exception("The server has failed")
            self.has_failed.set()

    def _turn(self) -> None:
        serving = self._serving
        events = self._selector.select(self._seconds_to_wait())
        self._now = serving.now = self._monotonic()
        for key, mask in events:
            if (connection := key.data) is None:
                cast(Calls | Watched, key.fileobj).run()
            elif connection.is_counted_out:
                self._move(connection, mask)
            else:
                self.turnstile.note(connection, mask)
        serving.go_on()
        if self._now >= self.patience.next_look:
            everybody = self.clients.everybody()
            self.patience.look(everybody, self._now, self.turns.oldest)
        said = serving.steps or self.turns.oldest or self.fan_out.owes_words
        self.turnstile.turn(are_others_waiting=bool(said))
        steps, serving.steps = serving.steps, []
        if steps:
            self.turns.submit(steps)
            self.turn_times.note(self._monotonic() - self._now)
            self._company.wait(self.fan_out.take_send_seconds(), len(events))
        self.fan_out.catch_up()

    def _wait_for_the_disk(self) -> None:
        """Take nothing more until the disk has less to do: it bounds the memory."""
        self._calls_only.select(0 if self.fan_out.is_behind else DISK_SECONDS)
        self._now = self._serving.now = self._monotonic()
        self._calls.run()
        self.fan_out.catch_up()

    def _adopt(self, newcomer: Newcomer) -> None:
        limit = self._settings.limits.sendq_bytes
        allowance = allowance_for(self._settings.flood, self._now)
        connection = connection_of(newcomer, limit, self, allowance, self._now)
        step = self._dispatcher.connect(connection, newcomer)
        connection.session = step.session
        self.clients.add(connection)
        self._serving.steps.append(step)
        connection.take(newcomer.data)
        self._serving.work(connection)

    def _finish(self, step: Step) -> None:
        """Do what a step asks for once its deliveries are on their way."""
        if step.job is not None:
            go_on = partial(self._hand_back, step, step.job)
            self._later.begin(step.job, self.clients.of(step.session), go_on)
        for session in step.closing:
            connection = self.clients.of(session)
            if connection is not None:
                self._serving.begin_to_close(connection)

    def _hand_back(self, step: Step, job: Job, result: object) -> None:
        self._calls.add(partial(self._resume, step, job, result))

    def _resume(self, step: Step, job: Job, result: object) -> None:
        connection = self.clients.of(step.session)
        if connection is not None:
            connection.is_waiting = False
        if not step.session.is_open:
            return
        answer = self._dispatcher.resume(step, job, result)
        self._serving.steps.append(answer)
        if connection is not None:
            connection.is_waiting = answer.job is not None
            self._serving.work(connection)

    def _take_back(self, step: Step) -> Step:
        connection = self.clients.of(step.session)
        if step.job is not None and connection is not None:
            connection.is_waiting = False
            self._serving.ready[connection] = None
        answer = self._dispatcher.unrecorded(step)
        if (correction := self._dispatcher.correct(step)) is not None:
            self._serving.steps.append(correction)
        return answer

    def _seconds_to_wait(self) -> float:
        if self._serving.ready or self._serving.steps or self.fan_out.is_behind:
            return 0.0
        due = min(self.patience.next_look, self.slowed.next_due, self._ending.ends_at)
        come = self.turnstile.next_due(are_others_waiting=not self.turns.is_empty)
        return max(0.0, min(due, come) - self._monotonic())

    def _begin_to_end(self, reason: str) -> None:
        self._ending.begin(reason, self._now)

    def _say_goodbye(self) -> None:
        self._calls.close()  # who has just come shall hear it too
        self.fan_out.catch_up(everybody=True)
        self.clients.close_all(self._dispatcher.farewell(self._ending.reason))
        self._selector.close()
        self._calls_only.close()
