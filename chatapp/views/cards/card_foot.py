"""The foot of a card: its buttons in a line, or in several where it is narrow."""

from collections.abc import Sequence

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look

_BETWEEN, _BELOW = 10, 8

Line = Sequence[ttk.Button]


class CardFoot(ttk.Frame):
    """What answers the card stands at its right, what else can be done at its left.

    Where both find no room in a line, they have one each; where a line of them still
    finds none, every button has one, as wide as the card.
    """

    def __init__(self, card: ttk.Frame, look: Look) -> None:
        super().__init__(card, style="Page.TFrame")
        self._look = look
        self._answers: Line = ()
        self._others: Line = ()
        self._room = 0
        self._heard: set[ttk.Button] = set()
        self._left = ttk.Frame(self, style="Page.TFrame")
        self._right = ttk.Frame(self, style="Page.TFrame")
        self.columnconfigure(0, weight=1)

    def show(self, answers: Line, others: Line = ()) -> None:
        """Have these buttons, which were made in this frame, and no others."""
        for button in self.buttons:
            button.pack_forget()
        self._answers, self._others = answers, others
        for button in self.buttons:
            if button not in self._heard:
                self._heard.add(button)
                button.bind("<Configure>", lambda _event: self.fit(self._room), add="+")
        self.fit(self._room)

    @property
    def buttons(self) -> Line:
        """The buttons that it has."""
        return (*self._others, *self._answers)

    def fit(self, room: int) -> None:
        """Stand in so many pixels of width; 0 is as many as one likes."""
        self._room = room
        px, others, answers = self._look.px, self._others, self._answers
        is_one_line = not room or self._width(self.buttons) <= room
        is_stack = not is_one_line and max(map(self._width, (others, answers))) > room
        self._put(self._left, others, is_stack)
        self._put(self._right, answers, is_stack)
        sides = "ew" if is_stack else ""
        self._left.grid(row=0, column=0, sticky=sides or "w")
        self._right.grid(
            row=0 if is_one_line else 1,
            column=1 if is_one_line else 0,
            sticky=sides or "e",
            pady=(px(_BELOW) if others and not is_one_line else 0, 0),
        )

    def _width(self, line: Line) -> int:
        """Tell how wide buttons are side by side."""
        gaps = self._look.px(_BETWEEN) * max(0, len(line) - 1)
        return gaps + sum(button.winfo_reqwidth() for button in line)

    def _put(self, part: ttk.Frame, buttons: Line, is_stack: bool) -> None:
        """Have buttons side by side in their part, or each below the one before."""
        px = self._look.px
        if not buttons:
            part.configure(width=1, height=1)
        for place, button in enumerate(buttons):
            button.lift()  # over the part that it stands in
            if is_stack:
                gap = px(_BELOW) if place else 0
                button.pack(in_=part, side="top", fill="x", padx=0, pady=(gap, 0))
            else:
                gap = px(_BETWEEN) if place else 0
                button.pack(in_=part, side="left", fill="none", padx=(gap, 0), pady=0)
