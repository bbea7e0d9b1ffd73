"""The thread that records durable events before anybody hears of them."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Protocol

from server.world.events import Event

log = logging.getLogger(__name__)

MAX_EVENTS_AT_ONCE = 5000
SECONDS_BETWEEN_PROBES = 1.0

Commands = Sequence[Sequence[Event]]


class Journal(Protocol):
    """Where events are written; see server.storage.journal."""

    def record(self, commands: Commands) -> None:
        """Write all, or raise and write nothing."""

    def record_apart(self, commands: Commands) -> frozenset[int]:
        """Write what can be written, and give the numbers of the rest."""

    def forget(self, target: str, before: int) -> None:
        """Delete what was said to a target, up to a number."""

    def probe(self) -> bool:
        """Tell whether writing works."""

    def close(self) -> None:
        """Let the file go."""


@dataclass(slots=True)
class Recording:
    """One turn's durable events, by command, and which commands failed."""

    commands: Commands
    failed: frozenset[int] = frozenset()
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class _Forgetting:
    target: str
    before: int


class Recorder:
    """Records turns in their order; several that wait go into one transaction."""

    def __init__(self, journal: Journal) -> None:
        """Write to this journal."""
        self._journal = journal
        self._wake: Callable[[], None] = _nobody_waits
        self._waiting: SimpleQueue[Recording | _Forgetting | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self.is_failing = False

    def start(self, wake: Callable[[], None]) -> None:
        """Begin to record, and call `wake` whenever something is recorded."""
        self._wake = wake
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Record what waits, within so many seconds, and close the journal."""
        self._waiting.put(None)
        self._thread.join(seconds)

    def record(self, recording: Recording) -> None:
        """Record a turn, soon."""
        self._waiting.put(recording)

    def forget(self, target: str, before: int) -> None:
        """Delete, soon, what was said to a target before a number."""
        self._waiting.put(_Forgetting(target, before))

    def _run(self) -> None:
        is_stopping = False
        while not is_stopping:
            batch = self._collect()
            is_stopping = batch[-1:] == [None]
            self._record([each for each in batch if isinstance(each, Recording)])
            for each in batch:
                if isinstance(each, _Forgetting):
                    self._journal.forget(each.target, each.before)
        self._journal.close()

    def _collect(self) -> list[Recording | _Forgetting | None]:
        batch: list[Recording | _Forgetting | None] = []
        size = 0
        try:
            batch.append(
                self._waiting.get(
                    timeout=SECONDS_BETWEEN_PROBES if self.is_failing else None
                )
            )
            while batch[-1] is not None and size < MAX_EVENTS_AT_ONCE:
                following = self._waiting.get_nowait()
                batch.append(following)
                if isinstance(following, Recording):
                    size += len(following.commands)
        except Empty:
            if self.is_failing and not batch:
                self._probe()
        return batch

    def _record(self, recordings: list[Recording]) -> None:
        if not recordings:
            return
        try:
            commands = [command for each in recordings for command in each.commands]
            self._journal.record(commands)
            self._set_failing(False)
        except Exception as error:  # noqa: BLE001 - no turn may wait for ever
            log.warning("A turn was not recorded: %s", error)
            for each in recordings:
                self._record_apart(each)
        for each in recordings:
            each.is_done = True
        self._wake()

    def _record_apart(self, recording: Recording) -> None:
        """Record what can be; where nothing can be written, fail at once."""
        if not self.is_failing:
            self._set_failing(not self._journal.probe())
        if self.is_failing:
            recording.failed = frozenset(range(len(recording.commands)))
            return
        try:
            recording.failed = self._journal.record_apart(recording.commands)
        except Exception:
            log.exception("The journal has failed")
            recording.failed = frozenset(range(len(recording.commands)))

    def _probe(self) -> None:
        self._set_failing(not self._journal.probe())

    def _set_failing(self, is_failing: bool) -> None:
        if is_failing != self.is_failing:
            self.is_failing = is_failing
            log.warning("Recording %s", "fails" if is_failing else "works again")


def _nobody_waits() -> None:
    """Stand where nobody has asked to be woken."""
