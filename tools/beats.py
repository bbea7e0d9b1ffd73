"""Measures how late a main loop is for its beats, and how much it works at once."""

import time
import tkinter as tk

BEAT_MILLISECONDS = 5


class Beats:
    """Beats from now on until it is stopped."""

    def __init__(self, widget: tk.Misc) -> None:
        self._widget = widget
        self._is_over = False
        self._last_beat = time.monotonic()
        self._gaps: list[float] = []
        self._last_work = time.thread_time()
        self._works: list[float] = []
        self._beat()

    def stop(self) -> None:
        """Beat no more."""
        self._is_over = True

    def result(self) -> dict[str, float]:
        """Give how late the main loop was for its beats, in milliseconds.

        `most_work` is the longest that it worked from one beat to the next: a machine
        that is busy with other things makes beats late, but no more work.
        """
        # Not before: the memory of who is measured is to hold as little as can be.
        from statistics import quantiles  # noqa: PLC0415

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
        if not self._is_over:
            self._widget.after(BEAT_MILLISECONDS, self._beat)
