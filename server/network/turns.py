"""Holds back what turns let be heard until it is recorded, and lets it go in order."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from server.recorder import Recorder
from server.recording import Command, Recording
from server.step import Delivery, Step

MOST_WAITING_STEPS = 20_000
"""When so many commands wait for the disk, no more are taken."""

Flush = Callable[[Sequence[Delivery]], None]


@dataclass(slots=True)
class _Turn:
    steps: list[Step]
    recording: Recording | None


class Turns:
    """One queue, first in, first out, for the whole server.

    A turn with nothing to record goes at once if none waits before it.
    """

    def __init__(
        self,
        recorder: Recorder,
        flush: Flush,
        take_back: Callable[[Step], Step],
        finish: Callable[[Step], None],
    ) -> None:
        """Release turns to these.

        Args:
            recorder: records durable events.
            flush: sends deliveries.
            take_back: turns a step that could not be recorded into one that says so.
            finish: is told each step whose deliveries have been sent.
        """
        self._recorder = recorder
        self._flush = flush
        self._take_back = take_back
        self._finish = finish
        self._waiting: deque[_Turn] = deque()
        self.waiting_steps = 0
        self.is_settling = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits to be recorded."""
        return not self._waiting

    @property
    def oldest(self) -> object:
        """What waits first, to be told from others; None when nothing does."""
        return self._waiting[0] if self._waiting else None

    @property
    def is_full(self) -> bool:
        """Whether nothing more may be decided before the disk has done something."""
        return self.is_settling or self.waiting_steps >= MOST_WAITING_STEPS

    def submit(self, steps: list[Step]) -> None:
        """Take the steps of one turn."""
        recording = Recording(_commands_of(steps))
        recording.is_awaited = any(step.durable for step in steps)
        if recording.commands:
            self._recorder.record(recording)
        for step in steps:
            for conversation, number in step.forgotten:
                self._recorder.forget(conversation, number)
        if recording.is_awaited:
            self._wait(_Turn(steps, recording))
        elif self._waiting:
            self._wait(_Turn(steps, None))
        else:
            self._release(steps)

    def release_recorded(self, decided: list[Step] | None = None) -> None:
        """Let those go that are recorded, together with what waited behind them.

        When something has failed, all that was decided since is waited for, as it may
        be built on that; meanwhile nothing more is decided.

        Args:
            decided: what is in no turn yet; it is taken out of there if need be.
        """
        some = self._recorded()
        has_failed = any(turn.recording and turn.recording.failed for turn in some)
        if has_failed and decided:
            self.submit([*decided])
            decided.clear()
            some = self._recorded()
        self.is_settling = has_failed and len(some) < len(self._waiting)
        if some and not self.is_settling:
            self._release_together(some)

    def _recorded(self) -> list[_Turn]:
        """Give those in front that wait for nothing any more."""
        return list(takewhile(_is_recorded, self._waiting))

    def _release_together(self, some: list[_Turn]) -> None:
        for turn in some:
            self._waiting.popleft()
            self.waiting_steps -= len(turn.steps)
        # What failed is taken back from the newest on, so that each finds the world
        # as it left it.
        settled = [self._settle(turn) for turn in reversed(some)]
        self._release(step for each in reversed(settled) for step in each)

    def _wait(self, turn: _Turn) -> None:
        self._waiting.append(turn)
        self.waiting_steps += len(turn.steps)

    def _settle(self, turn: _Turn) -> list[Step]:
        if turn.recording is None or not turn.recording.failed:
            return turn.steps
        failed = turn.recording.failed
        recorded = [step for step in turn.steps if step.durable or step.notes]
        lost = {
            id(step)
            for number, step in enumerate(recorded)
            if number in failed and step.durable
        }
        settled = [
            self._take_back(step) if id(step) in lost else step
            for step in reversed(turn.steps)
        ]
        return settled[::-1]

    def _release(self, steps: Iterable[Step]) -> None:
        steps = list(steps)
        self._flush([each for step in steps for each in step.deliveries])
        for step in steps:
            self._finish(step)


def _is_recorded(turn: _Turn) -> bool:
    return turn.recording is None or turn.recording.is_done


def _commands_of(steps: Iterable[Step]) -> list[Command]:
    return [
        [*step.durable, *step.notes] if step.notes else step.durable
        for step in steps
        if step.durable or step.notes
    ]
