"""Scrolls a transcript as fast as it can follow, and measures how it stalls."""

import time
import tkinter as tk
from collections.abc import Callable
from statistics import quantiles

from chatapp.views.transcript import Transcript

BEAT_MILLISECONDS = 5
TURN_MILLISECONDS = 12
PATIENCE_TURNS = 400


class Scrolling:
    """One way through a transcript: with the wheel or by pages, to an end or so far."""

    def __init__(
        self, transcript: Transcript, event: str, turns: int, until: str = ""
    ) -> None:
        """Begin to scroll.

        Args:
            transcript: what to scroll.
            event: what a person does for it, such as "<Prior>".
            turns: how often, at the most.
            until: words of the message at which it ends.
        """
        self._transcript = transcript
        self._text = transcript.text
        self._event = event
        self._left = turns
        self._until = until
        self._same = 0
        self._place = ("", "")
        self._last_beat = time.monotonic()
        self._gaps: list[float] = []
        self._last_work = time.thread_time()
        self._works: list[float] = []
        self.seen: list[str] = []
        self.done = False
        self._beat()
        self._turn()

    def result(self) -> dict[str, float]:
        """Give how late the main loop was for its beats, in milliseconds.

        `most_work` is the longest that it worked from one beat to the next: a machine
        that is busy with other things makes beats late, but no more work.
        """
        late = [max(0.0, gap * 1000 - BEAT_MILLISECONDS) for gap in self._gaps]
        return {
            "longest": max(late),
            "p99": quantiles(late, n=100)[98],
            "most_work": max(self._works) * 1000,
            "over_50": float(sum(each > 50 for each in late)),
        }

    def _beat(self) -> None:
        now = time.monotonic()
        self._gaps.append(now - self._last_beat)
        self._last_beat = now
        work = time.thread_time()
        self._works.append(work - self._last_work)
        self._last_work = work
        if not self.done:
            self._text.after(BEAT_MILLISECONDS, self._beat)

    def _turn(self) -> None:
        shown = self._transcript.messages()
        place = (shown[0].key if shown else "", self._text.index("@0,0"))
        self._same = self._same + 1 if place == self._place else 0
        self._place = place
        top = self._transcript.rows.at("@0,0")
        if top:
            self.seen.append(top.message.text)
        is_there = bool(self._until) and self._until in self.seen[-1:]
        self._left -= 1
        if is_there or not self._left or self._same > PATIENCE_TURNS:
            self.done = True
            return
        self._text.event_generate(self._event)
        self._text.after(TURN_MILLISECONDS, self._turn)


def milliseconds_to_draw(widget: tk.Misc, change: Callable[[], None]) -> float:
    """Give how long it takes to make a change and to draw all of it."""
    began = time.perf_counter()
    change()
    widget.update_idletasks()
    return (time.perf_counter() - began) * 1000
