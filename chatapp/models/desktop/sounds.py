"""Plays a soft sound, where the library playsound3 is installed, or has Tk ring."""

import logging
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from chatapp.models.program.failures import log_failure

log = logging.getLogger(__name__)

FILE_NAME = "message.wav"
LIBRARY = "playsound3"

Player = Callable[[Path], None]
Do = Callable[[Callable[[], bool], Callable[[bool], None]], None]


class Sounds:
    """One sound at a time: who is told already needs not be told again."""

    def __init__(
        self,
        folder: Path,
        do: Do,
        ring: Callable[[], None],
        load: Callable[[], Player | None] | None = None,
    ) -> None:
        """Keep the sound in `folder`; `do` works on a thread, `ring` rings instead."""
        self._file = folder / FILE_NAME
        self._do = do
        self._ring = ring
        self._load = load or load_player
        self._player: Player | None = None
        self._is_playing = False
        self._is_of_no_use = False

    def play(self) -> None:
        """Let it be heard, unless it is just heard."""
        if self._is_playing:
            return
        if self._is_of_no_use:
            self._ring()
            return
        self._is_playing = True
        self._do(self._play, self._played)

    def _play(self) -> bool:
        """Play it to its end; this is the worker's thread."""
        try:
            self._player = self._player or self._load()
            if self._player is None:
                return False
            if not self._file.exists():
                self._file.parent.mkdir(parents=True, exist_ok=True)
                from chatapp.models.desktop.chime import chime  # noqa: PLC0415 - made once

                self._file.write_bytes(chime())
            self._player(self._file)
        except Exception as error:  # noqa: BLE001 - any error of any backend
            log_failure(log, "The sound cannot be played", error)
            return False
        return True

    def _played(self, is_heard: bool) -> None:
        self._is_playing = False
        if not is_heard:
            self._is_of_no_use = True
            self._ring()


def is_installed() -> bool:
    """Tell whether the library is there; it is not loaded for that."""
    return find_spec(LIBRARY) is not None


def load_player() -> Player | None:
    """Load the library; None where it is not installed, or finds nothing to play with.

    That takes its time, so only a thread of its own may call this.
    """
    logging.getLogger("playsound3").setLevel(logging.CRITICAL)
    try:
        import playsound3  # noqa: PLC0415 - it need not be installed
    except ImportError:
        return None
    if playsound3.DEFAULT_BACKEND is None:
        return None

    def play(file: Path) -> None:
        playsound3.playsound(file, block=True)

    return play
