"""Keeps a question about a server until its page is there to be looked at."""

from collections.abc import Callable, Sequence
from functools import partial

from chatapp.controllers.window import ComparingWindow
from chatapp.wire.fingerprints import Fingerprint


class PatientWindow:
    """Asks at once while its page is shown, and else as soon as it is."""

    def __init__(self, window: ComparingWindow) -> None:
        self._window = window
        self._is_shown = False
        self._waiting: Callable[[], None] | None = None

    def show(self) -> None:
        """Be looked at from now on."""
        self._is_shown = True
        waiting, self._waiting = self._waiting, None
        if waiting:
            waiting()

    def hide(self) -> None:
        """Be out of sight from now on."""
        self._is_shown = False

    def compare(
        self,
        *,
        title: str,
        text: str,
        fingerprints: Sequence[tuple[str, Fingerprint]],
        yes: str,
        no: str,
        on_yes: Callable[[], None],
    ) -> None:
        """Show fingerprints, each under a caption, and ask; `no` changes nothing."""
        ask = partial(
            self._window.compare,
            title=title,
            text=text,
            fingerprints=fingerprints,
            yes=yes,
            no=no,
            on_yes=on_yes,
        )
        if self._is_shown:
            ask()
        else:
            self._waiting = ask
