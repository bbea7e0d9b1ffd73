"""Words that stand in a line to write in as long as nothing else does."""

import ttkbootstrap as ttk

from chatapp.views.look.palette import Look


class ExampleText(ttk.TkLabel):
    """Ends with dots where the line has no room for all of it."""

    def __init__(self, entry: ttk.Entry, look: Look, words: str, left: int) -> None:
        """Be shown nowhere yet.

        Args:
            entry: the line to write in; a click on the words gives it the keyboard.
            look: colours and sizes.
            words: what is to be said.
            left: how far from the line's edge they begin, in pixels at no zoom.
        """
        super().__init__(
            entry.master, autostyle=False, bd=0, cursor="xterm", font=look.fonts.body
        )
        self._look = look
        self._entry = entry
        self._words = words
        self._left = left
        self.bind("<Button-1>", lambda _event: entry.focus_set())
        entry.bind("<Configure>", lambda _event: self._fit(), add="+")

    def show(self, visible: bool) -> None:
        """Be there, or not."""
        if visible:
            self.place(
                in_=self._entry, x=self._look.px(self._left), rely=0.5, anchor="w"
            )
            self._fit()
        else:
            self.place_forget()

    def paint(self, ground: str) -> None:
        """Wear the colours of the moment."""
        self.configure(background=ground, foreground=self._look.palette.muted)

    def _fit(self) -> None:
        look, width = self._look, self._entry.winfo_width()
        room = width - 2 * look.px(self._left)
        fits = look.fonts.fitted(self._words, look.fonts.body, room)
        self.configure(text=fits if width > 1 else self._words)
