"""Measures how long texts that were made to do harm hold up the window."""

import json
import os
import subprocess
import sys
import tempfile
import time
import tkinter as tk
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import ttkbootstrap as ttk

from benchmarks.goals import under
from benchmarks.table import Row
from chatapp.controllers.look.palette_names import parse_name
from chatapp.controllers.look.palettes import make_palette
from chatapp.controllers.reading.inks import fit_ink
from chatapp.models.entities import ChatMessage
from chatapp.models.messages.emoji_names import read_library
from chatapp.views.transcript.transcript import Transcript
from chatapp.views.windows.main_window import MainWindow
from tools.own_folders import own_environment
from tools.virtual_screen import virtual_screen

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
AT_ONCE = 200
SECONDS_TO_FOLLOW = 1.0
# Tcl's flag for whatever is due, without waiting (TCL_DONT_WAIT).
WHAT_IS_DUE = 1 << 1
SIZES = {"one": 100_000, "many": 4_000}


def texts() -> Mapping[str, str]:
    """Give the texts, each of them as long as it can be."""
    return {
        "every emoji": "".join(emoji.text for emoji in read_library()) * 10,
        "joined emoji": "👩‍" * 40_000,
        "stacked marks": ("z" + "\u0301" * 40) * 3_000,
        "one word": "x" * 100_000,
        "links": "https://a.example/ " * 6_000,
        "names": "@abc " * 20_000,
        "styles": "\x02a\x1db\x1fc\x1ed\x11e" * 10_000,
        "colours": "".join(f"\x03{n % 99},{n * 7 % 99}x" for n in range(15_000)),
        "controls": "".join(map(chr, range(1, 32))) * 3_000,
        "overrides": "\u202e\u2066abc" * 20_000,
        "right to left": "שלום مرحبا " * 9_000,
        "quotes": "> " * 50_000,
        "lines": "> a\nb\n" * 16_000,
        "code": "```py\n" + "x = '🙂'\n" * 11_000,
        "fences": "```\na\n```\n" * 10_000,
    }


def measure_hostile_text(folder: Path) -> list[Row]:
    """Measure it with a window on a virtual screen, in a process of its own."""
    with virtual_screen() as display:
        environment = {
            **own_environment(os.environ, folder / "reader"),
            "DISPLAY": display,
        }
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.window.hostile_text"],
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
        )
    return [
        Row(name, value, unit, under(100))
        for name, value, unit in json.loads(done.stdout)
    ]


class Reader:
    """A transcript, and how long it was not there for its reader."""

    def __init__(self, window: MainWindow, follow: float = SECONDS_TO_FOLLOW) -> None:
        """Open it; look for so many seconds at what each change brings."""
        self._seconds = follow
        self._top: tk.Toplevel = ttk.Toplevel(size=(900, 800), position=(0, 0))
        self._view = Transcript(self._top, window.look)
        tk.Pack.pack_configure(self._view, fill="both", expand=True)
        self._top.update()

    def longest_stall(self, messages: list[ChatMessage]) -> float:
        """Show messages, then more of the last one, and clear them; in milliseconds."""
        view = self._view
        stalls = [_milliseconds(lambda: view.splice(0, 0, messages))]
        stalls += self._follow()
        stalls.append(_milliseconds(lambda: view.expand(view.rows.all[-1])))
        stalls += self._follow()
        stalls.append(_milliseconds(lambda: view.splice(0, len(messages), ())))
        return max(stalls + self._follow())

    def _follow(self) -> list[float]:
        """Let the window do what it has to, one thing after the other."""
        found = []
        until = time.monotonic() + self._seconds
        while time.monotonic() < until:
            found.append(_milliseconds(lambda: self._top.tk.dooneevent(WHAT_IS_DUE)))
            time.sleep(0.0005)
        return found


def _milliseconds(work: Callable[[], object]) -> float:
    """Tell how long it takes, whatever else the machine does meanwhile."""
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000


def messages_of(count: int, text: str, size: int) -> list[ChatMessage]:
    """Make so many messages of a text, of so many characters at most."""
    return [
        ChatMessage(
            key=str(number),
            room="#lobby",
            sender=f"person{number % 7}",
            text=text[:size],
            time=BEGIN + timedelta(minutes=number),
        )
        for number in range(count)
    ]


def _rows(reader: Reader) -> list[Row]:
    rows = []
    for name, text in texts().items():
        one = reader.longest_stall(messages_of(1, text, SIZES["one"]))
        many = reader.longest_stall(messages_of(AT_ONCE, text, SIZES["many"]))
        rows.append(Row(f"hostile text: {name}", one, "ms"))
        rows.append(Row(f"the same, {AT_ONCE} at once", many, "ms"))
    return rows


def new_window(fonts: Path) -> MainWindow:
    """Open the window as the program does, with its fonts in this folder."""
    window = MainWindow(make_palette(parse_name("teal-otter")), fonts)
    window.look.fit_ink = fit_ink
    return window


def main() -> int:
    """Measure, and print the rows as JSON."""
    with tempfile.TemporaryDirectory(prefix="chatapp-fonts-") as folder:
        rows = _rows(Reader(new_window(Path(folder))))
    print(json.dumps([(row.name, row.value, row.unit) for row in rows]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
