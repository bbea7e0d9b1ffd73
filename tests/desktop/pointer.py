"""The mouse of a virtual screen, and what can be seen there."""

import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from PIL import Image, ImageChops, ImageGrab

SECONDS_TO_WAIT = 20.0
SECONDS_BETWEEN_LOOKS = 0.05
SECONDS_TO_DRAG = 60.0
SECONDS_TO_SHOW = 4.0
SECONDS_ALIKE = 1.0
STEPS = 20
BELOW_EDGE = 15

Place = tuple[int, int]
Part = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Moves windows and the mouse with xdotool."""

    environment: Mapping[str, str]

    def window(self, window_class: str) -> str:
        """Wait for a window of a class that can be seen; give its number."""
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while time.monotonic() < deadline:
            found = self._do("search", "--onlyvisible", "--class", window_class)
            if found:
                return found[-1]
            time.sleep(SECONDS_BETWEEN_LOOKS)
        raise AssertionError(f"no window of {window_class} is to be seen")

    def put(self, window: str, left: int, top: int, width: int, height: int) -> None:
        """Give a window a place and a size."""
        self._do("windowsize", "--sync", window, width, height)
        self._do("windowmove", "--sync", window, left, top)

    def drag(self, start: Place, stop: Place, until: Callable[[], bool]) -> None:
        """Drag something, and again where one of the programs was not quick enough."""
        deadline = time.monotonic() + SECONDS_TO_DRAG
        while time.monotonic() < deadline:
            self._drag_once(start, stop)
            given_up = time.monotonic() + SECONDS_TO_SHOW
            while time.monotonic() < given_up:
                if until():
                    return
                time.sleep(SECONDS_BETWEEN_LOOKS)
        raise AssertionError("what was dropped is not to be seen")

    def hold(self, start: Place, over: Place, until: Callable[[], bool]) -> None:
        """Begin to drag something, and hold it over a place until it is so."""
        deadline = time.monotonic() + SECONDS_TO_WAIT
        self._pull(start, over)
        while not until():
            assert time.monotonic() < deadline, "what is held is not noticed"
            self._pull(over, (over[0] + 1, over[1]), press=False)

    def give_up(self) -> None:
        """Drag no more what is held, without a drop."""
        self._do("key", "Escape", "mouseup", 1)

    def settled(self, part: Part, before: Image.Image | None = None) -> Image.Image:
        """Wait until a part of the screen stays as it is, and not as it was before."""
        deadline = time.monotonic() + SECONDS_TO_WAIT
        since, last = time.monotonic(), self._seen(part)
        while time.monotonic() < deadline:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            now = self._seen(part)
            if now != last or now == before:
                since, last = time.monotonic(), now
            elif time.monotonic() - since > SECONDS_ALIKE:
                return now
        raise AssertionError("nothing new is to be seen")

    def place_of_news(self, part: Part, before: Image.Image) -> Place:
        """Wait for something new in a part of the screen; give where it is."""
        changed = ImageChops.difference(before, self.settled(part, before))
        left, top, right, _ = cast(Part, changed.convert("L").getbbox())
        return part[0] + (left + right) // 2, part[1] + top + BELOW_EDGE

    def _seen(self, part: Part) -> Image.Image:
        return ImageGrab.grab(part, xdisplay=self.environment["DISPLAY"])

    def _drag_once(self, start: Place, stop: Place) -> None:
        self._pull(start, stop)
        self._do("mouseup", 1)

    def _pull(self, start: Place, stop: Place, *, press: bool = True) -> None:
        self._do("mousemove", *start)
        if press:
            self._do("mousedown", 1)
        for step in range(1, STEPS + 1):
            at = (a + (b - a) * step // STEPS for a, b in zip(start, stop, strict=True))
            self._do("mousemove", *at, "sleep", SECONDS_BETWEEN_LOOKS)

    def _do(self, *words: object) -> list[str]:
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS_TO_WAIT,
        )
        return done.stdout.split()
