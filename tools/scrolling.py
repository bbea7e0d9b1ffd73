"""Scrolls a transcript as fast as it can follow, and measures how it stalls."""

import time
import tkinter as tk
from collections.abc import Callable

from chatapp.views.transcript.transcript import Transcript
from tools.beats import Beats

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
        self.seen: list[str] = []
        self.done = False
        self._beats = Beats(self._text)
        self._turn()

    def result(self) -> dict[str, float]:
        """Give how late the main loop was meanwhile, as Beats tells it."""
        return self._beats.result()

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
            self._beats.stop()
            return
        self._text.event_generate(self._event)
        self._text.after(TURN_MILLISECONDS, self._turn)


def milliseconds_to_draw(widget: tk.Misc, change: Callable[[], object]) -> float:
    """Give how long it takes to make a change and to draw all of it."""
    began = time.perf_counter()
    change()
    widget.update_idletasks()
    return (time.perf_counter() - began) * 1000
