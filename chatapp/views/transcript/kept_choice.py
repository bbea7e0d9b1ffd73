"""Keeps a message chosen while the keyboard is in a card, a menu or another window."""

import tkinter as tk

from chatapp.views.transcript.transcript import Transcript


class KeptChoice:
    """The message is given up once the keyboard is elsewhere on the same page."""

    def __init__(self, page: tk.Misc, transcript: Transcript) -> None:
        """Watch where the focus goes on `page`, on which the transcript stands."""
        self._page = page
        self._transcript = transcript
        # Tk tells the page only of what comes to it from elsewhere, as from a card.
        page.bind("<FocusIn>", lambda _event: self._look(), add="+")
        transcript.text.bind("<FocusOut>", lambda _event: self._look(), add="+")

    def _look(self) -> None:
        # By its name only: Tk's menus have some that tkinter does not know.
        focus = str(self._page.tk.call("focus"))
        messages = str(self._transcript.text)
        is_on_page = focus.startswith(f"{self._page}.")
        if is_on_page and not f"{focus}.".startswith(f"{messages}."):
            self._transcript.pointer.choose(None)
