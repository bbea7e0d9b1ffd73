"""The thread that records durable events before anybody hears of them."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from queue import Empty

from server.held_notes import HeldNotes
from server.recorder_inbox import Inbox
from server.recording import Journal, Pruning, Recording
from server.timings import Timings
from server.world.notes import Note

log = logging.getLogger(__name__)

MAX_EVENTS_AT_ONCE = 5000
SECONDS_BETWEEN_PROBES = 1.0
SECONDS_TO_HOLD_NOTES = 0.5
"""So long notes wait for company: each transaction is a wait for the disk."""


@dataclass(slots=True)
class _Batch:
    """What was taken out of the queue at once."""

    recordings: list[Recording] = field(default_factory=list)
    calls: list[Callable[[], None]] = field(default_factory=list)
    is_last: bool = False

    @property
    def may_wait(self) -> bool:
        """Whether there is nothing in it but notes."""
        is_awaited = any(each.is_awaited for each in self.recordings)
        return not (is_awaited or self.calls or self.is_last)


class Recorder:
    """Records turns in their order; several that wait go into one transaction."""

    def __init__(
        self,
        journal: Journal,
        pruning: Pruning,
        monotonic: Callable[[], float] = time.monotonic,
        let_go: Callable[[], None] = lambda: None,
    ) -> None:
        """Write to this journal, and prune in between.

        Args:
            journal: where turns are written.
            pruning: what is done between turns.
            monotonic: the clock.
            let_go: is called when the journal is closed, however late that is.
        """
        self._let_go = let_go
        self._journal = journal
        self._pruning = pruning
        self._monotonic = monotonic
        self._wake: Callable[[], None] = _nobody_waits
        self._tell: Callable[[bool], None] = _nobody_asks
        self._waiting: Inbox[Recording | Callable[[], None] | None] = Inbox()
        self._held = HeldNotes()
        self._write_held_at = 0.0
        self._prune_at = 0.0
        self._probe_at = 0.0
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self.times = Timings()
        self.is_failing = False
        self.has_failed = threading.Event()

    def start(
        self,
        wake: Callable[[], None],
        tell: Callable[[bool], None] | None = None,
    ) -> None:
        """Begin to record.

        Args:
            wake: is called whenever something is recorded.
            tell: is told when recording begins to fail, and when it works again.
        """
        self._wake = wake
        self._tell = tell or _nobody_asks
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Record what waits, within so many seconds, and close the journal."""
        self._waiting.put(None)
        self._thread.join(seconds)

    def record(self, recording: Recording) -> None:
        """Record a turn: soon, or some time later if nobody waits for it."""
        self._waiting.put_quietly(recording)
        # Where notes are held, the thread looks again before long.
        if recording.is_awaited or not self._held.size:
            self._waiting.wake()

    def note(self, notes: Sequence[Note]) -> None:
        """Write, some time soon, what nobody waits for."""
        self.record(Recording([notes], is_awaited=False))

    def after(self, call: Callable[[], None]) -> None:
        """Call, on the recorder's thread, when everything before is written."""
        self._waiting.put(call)

    def forget(self, target: str, before: int) -> None:
        """Delete, when there is time, what was said to a target before a number."""
        self.after(lambda: self._forget(target, before))

    def _run(self) -> None:
        try:
            while not self._serve():
                pass
        except Exception:
            log.exception("The recorder has failed")
            self.has_failed.set()
        self._held.end()
        self._journal.close()
        self._let_go()

    def _serve(self) -> bool:
        """Take what waits, do what is due, and tell whether this was the end."""
        batch = self._collect()
        if batch.may_wait:
            self._hold(batch.recordings)
        else:
            self._record(self._held.take() + batch.recordings)
            for call in batch.calls:
                call()
        if not batch.is_last:
            self._do_what_is_due()
        return batch.is_last

    def _collect(self) -> _Batch:
        batch, size = _Batch(), 0
        try:
            item = self._waiting.get(timeout=self._seconds_to_wait())
            while item is not None:
                if isinstance(item, Recording):
                    batch.recordings.append(item)
                    size += item.size
                else:
                    batch.calls.append(item)
                if size >= MAX_EVENTS_AT_ONCE:
                    return batch
                item = self._waiting.get_nowait()
            batch.is_last = True
        except Empty:
            pass
        return batch

    def _seconds_to_wait(self) -> float:
        due = self._probe_at if self.is_failing else self._prune_at
        if self._held.size and not self.is_failing:
            due = min(due, self._write_held_at)
        return max(0.0, due - self._monotonic())

    def _hold(self, notes: list[Recording]) -> None:
        """Keep notes until others go to the disk, but neither too long nor too many."""
        now = self._monotonic()
        if notes and not self._held.size:
            self._write_held_at = now + SECONDS_TO_HOLD_NOTES
        for each in notes:
            self._held.add(each)
        is_due = now >= self._write_held_at or self._held.size >= MAX_EVENTS_AT_ONCE
        if self._held.size and is_due and not self.is_failing:
            self._record(self._held.take())

    def _do_what_is_due(self) -> None:
        now = self._monotonic()
        if self.is_failing:
            if now >= self._probe_at:
                self._set_failing(not self._journal.probe())
                self._probe_at = now + SECONDS_BETWEEN_PROBES
        elif now >= self._prune_at:
            self._prune_at = now + self._pruning.work()

    def _forget(self, target: str, before: int) -> None:
        self._pruning.forget(target, before)
        self._prune_at = self._monotonic()

    def _record(self, recordings: list[Recording]) -> None:
        if not recordings:
            return
        began = self._monotonic()
        try:
            commands = [command for each in recordings for command in each.commands]
            self._journal.record(commands)
            self.times.note(self._monotonic() - began)
            self._set_failing(False)
            self._held.tell_loss()
            self._prune_at = min(
                self._prune_at, self._monotonic() + self._pruning.recorded()
            )
        except Exception as error:  # noqa: BLE001 - no turn may wait for ever
            log.warning("A turn was not recorded: %s", error)
            for each in recordings:
                self._record_apart(each)
        for each in recordings:
            each.is_done = True
        if any(each.is_awaited for each in recordings):
            self._wake()

    def _record_apart(self, recording: Recording) -> None:
        """Record what can be; where nothing can be written, fail at once."""
        if not self.is_failing:
            self._set_failing(not self._journal.probe())
        if self.is_failing:
            recording.failed = frozenset(range(len(recording.commands)))
            self._hold_notes_of(recording)
            return
        try:
            recording.failed = self._journal.record_apart(recording.commands)
        except Exception:
            log.exception("The journal has failed")
            recording.failed = frozenset(range(len(recording.commands)))

    def _hold_notes_of(self, recording: Recording) -> None:
        """Keep, for when the disk works again, what nobody was refused."""
        notes = recording.commands_of_notes
        if notes:
            self._hold([Recording(notes, is_awaited=False)])

    def _set_failing(self, is_failing: bool) -> None:
        if is_failing != self.is_failing:
            self.is_failing = is_failing
            self._probe_at = self._monotonic() + SECONDS_BETWEEN_PROBES
            log.warning("Recording %s", "fails" if is_failing else "works again")
            self._tell(is_failing)


def _nobody_waits() -> None:
    """Stand where nobody has asked to be woken."""


def _nobody_asks(_is_failing: bool) -> None:
    """Stand where nobody wants to know whether recording works."""
