"""Bitmaps that the ground of a Text's tag is drawn with, which Tk reads from files."""

import tkinter as tk
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_EDGE = 8
# How deep a wave is in each of eight columns.
_THIN, _THICK = (0, 1, 2, 1, 0, 1, 2, 1), (0, 1, 2, 3, 3, 2, 1, 0)


def has_stipples(widget: tk.Misc) -> bool:
    """Tell whether Tk draws grounds with bitmaps here, line by line from their top."""
    return str(widget.tk.call("tk", "windowingsystem")) == "x11"


def wave(height: int, *, thick: bool) -> list[int]:
    """Draw a wave at the foot of a line that is so many pixels high.

    Args:
        height: that of the line.
        thick: whether the wave is two pixels thick, and twice as long.

    Returns:
        The rows, from the top; a row has eight pixels, the lowest bit is the first.
    """
    depths, lines = (_THICK, 2) if thick else (_THIN, 1)
    top = height - max(depths) - lines
    return [
        sum(1 << x for x, depth in enumerate(depths) if 0 <= y - top - depth < lines)
        for y in range(height)
    ]


SOLID = [0xFF]
"""A bitmap that leaves nothing out."""


@contextmanager
def bitmap_files() -> Iterator[Callable[[Sequence[int]], str]]:
    """Give what names a bitmap for Tk; once Tk has it, its file may go, and does.

    Raises:
        OSError: it cannot be written.
    """
    with TemporaryDirectory(prefix="chatapp-") as folder:

        def name(rows: Sequence[int]) -> str:
            path = Path(folder, f"{len(list(Path(folder).iterdir()))}.xbm")
            path.write_text(_xbm(rows), encoding="ascii")
            return f"@{path}"

        yield name


def _xbm(rows: Sequence[int]) -> str:
    """Write a bitmap as X does (https://www.x.org/releases/X11R7.7/doc/libX11/)."""
    bits = ", ".join(f"0x{row:02x}" for row in rows)
    return (
        f"#define b_width {_EDGE}\n#define b_height {len(rows)}\n"
        f"static unsigned char b_bits[] = {{ {bits} }};\n"
    )
