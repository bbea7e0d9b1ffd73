"""Keeps a question about a server until its page is there to be looked at."""

from chatapp.controllers.window import ComparingWindow
from chatapp.models.entities import Comparison


class PatientWindow:
    """Asks at once while its page is shown, and else as soon as it is."""

    def __init__(self, window: ComparingWindow) -> None:
        self._window = window
        self._is_shown = False
        self._waiting: Comparison | None = None

    def show(self) -> None:
        """Be looked at from now on."""
        self._is_shown = True
        waiting, self._waiting = self._waiting, None
        if waiting:
            self._window.compare(waiting)

    def hide(self) -> None:
        """Be out of sight from now on."""
        self._is_shown = False

    def compare(self, comparison: Comparison) -> None:
        """Show fingerprints, and ask what to do."""
        if self._is_shown:
            self._window.compare(comparison)
        else:
            self._waiting = comparison
