"""Chooses the window's fonts, and on X11 brings Inter along and bars colour emoji.

Older X11 libraries kill every Tk program that shows a colour emoji, and newer ones are
slow at it. So fontconfig gets a file of our own, made of the system's and two rules.
"""

import os
import sys
import tkinter as tk
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from tkinter import font

from chatapp.views.masks import inter_file

_FILE = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">{system}</include>
  <dir>{inter}</dir>
  <selectfont>
    <rejectfont>
      <pattern><patelt name="color"><bool>true</bool></patelt></pattern>
    </rejectfont>
  </selectfont>
</fontconfig>
"""
_SYSTEM_FILES = ("/etc/fonts/fonts.conf", "/usr/local/etc/fonts/fonts.conf")
_VARIABLE = "FONTCONFIG_FILE"
_FAMILIES = {"win32": "Segoe UI", "darwin": ".AppleSystemUIFont"}
_MONO_FAMILIES = ("JetBrains Mono", "Cascadia Mono", "SF Mono", "Menlo", "Consolas")


@contextmanager
def own_fontconfig(directory: Path) -> Iterator[None]:
    """Let what is started meanwhile read our fontconfig file, kept in `directory`.

    It is for Tk alone: a browser started later needs its colour emoji.
    """
    if sys.platform in ("win32", "darwin"):
        yield
        return
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(_written(directory))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before


def _written(directory: Path) -> Path:
    directory.mkdir(parents=True, exist_ok=True)
    file = directory / "fonts.conf"
    text = _FILE.format(
        system=escape(_system_file()), inter=escape(str(inter_file().parent))
    )
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)
    return file


def _system_file() -> str:
    if _VARIABLE in os.environ:
        return os.environ[_VARIABLE]
    folders = os.environ.get("FONTCONFIG_PATH", "").split(":")
    candidates = [*(f"{folder}/fonts.conf" for folder in folders if folder)]
    for candidate in (*candidates, *_SYSTEM_FILES):
        if Path(candidate).exists():
            return candidate
    return _SYSTEM_FILES[0]


class Fonts:
    """The named fonts of the window; a negative size is one in pixels."""

    def __init__(self, root: tk.Tk, scale: float) -> None:
        available = set(font.families(root))
        default = font.nametofont("TkDefaultFont", root).actual("family")
        wanted = _FAMILIES.get(sys.platform, "Inter")
        self.family = wanted if wanted in available else default
        fixed = font.nametofont("TkFixedFont", root).actual("family")
        self.mono_family = next(
            (name for name in _MONO_FAMILIES if name in available), fixed
        )

        def make(pixels: float, weight: str = "normal", slant: str = "roman") -> str:
            name = f"Chat{pixels:g}{weight.title()}{slant.title()}"
            self._made[name] = font.Font(
                root,
                name=name,
                family=self.family,
                size=-round(pixels * scale),
                weight="bold" if weight == "bold" else "normal",
                slant="italic" if slant == "italic" else "roman",
            )
            return name

        self._made: dict[str, font.Font] = {}
        self.body = make(15)
        self.bold = make(15, "bold")
        self.italic = make(15, slant="italic")
        self.bold_italic = make(15, "bold", "italic")
        self.small = make(12)
        self.small_bold = make(12, "bold")
        self.label = make(13, "bold")
        self.note = make(13)
        self.heading = make(17, "bold")
        self.title = make(24, "bold")
        self.mono = "ChatMono"
        self._made[self.mono] = font.Font(
            root, name=self.mono, family=self.mono_family, size=-round(14 * scale)
        )
        for name in ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont"):
            font.nametofont(name, root).configure(
                family=self.family, size=-round(14 * scale)
            )

    def line_height(self, name: str) -> int:
        """Tell how tall a line of this font is, in pixels."""
        return self._made[name].metrics("linespace")

    def width(self, name: str, text: str) -> int:
        """Tell how wide a text in this font is, in pixels."""
        return self._made[name].measure(text)
