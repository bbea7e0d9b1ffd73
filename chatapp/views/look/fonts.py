"""Chooses the window's fonts, and on X11 brings Inter along and bars colour emoji.

Older X11 libraries kill every Tk program that shows a colour emoji, and newer ones are
slow at it. So fontconfig gets a file of our own, made of the system's and two rules.
"""

import logging
import os
import sys
import tkinter as tk
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from tkinter import font
from typing import Literal

from chatapp.views.look.masks import inter_file
from chatapp.views.look.variable import variable

log = logging.getLogger(__name__)

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
# Python's html would bring all names of characters along.
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VARIABLE = "FONTCONFIG_FILE"
_FAMILIES = {"win32": "Segoe UI", "darwin": ".AppleSystemUIFont"}
_STANDARD_FONTS = ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont")
_LONGEST_LABEL = 300
_MONO_FAMILIES = ("JetBrains Mono", "Cascadia Mono", "SF Mono", "Menlo", "Consolas")


@contextmanager
def own_fontconfig(directory: Path) -> Iterator[None]:
    """Let what is started meanwhile read our fontconfig file, kept in `directory`.

    It is for Tk alone: a browser started later needs its colour emoji.
    """
    if sys.platform in ("win32", "darwin"):
        yield
        return
    with ExitStack() as stack:
        file = _written_where_possible(directory, stack)
        if file is not None:
            stack.enter_context(variable(_VARIABLE, str(file)))
        yield


def _written_where_possible(directory: Path, stack: ExitStack) -> Path | None:
    """Write it for as long as it is needed where it cannot be kept, or not at all."""
    try:
        return _written(directory)
    except OSError as error:
        log.warning("No file for the fonts can be kept: %s", error.strerror)
    try:
        own = TemporaryDirectory(prefix="chatapp-", ignore_cleanup_errors=True)
        return _written(Path(stack.enter_context(own)))
    except OSError as error:
        log.warning("No file for the fonts can be written: %s", error.strerror)
        return None


def _written(directory: Path) -> Path:
    directory.mkdir(parents=True, exist_ok=True)
    file = directory / "fonts.conf"
    text = _FILE.format(
        system=_system_file().translate(_ESCAPED),
        inter=str(inter_file().parent).translate(_ESCAPED),
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
        self._root = root
        self._scale = scale
        self._made: dict[str, tuple[font.Font, int]] = {}
        wanted = _FAMILIES.get(sys.platform, "Inter")
        self.family = wanted if self._is_there(wanted) else self._standard("Default")
        self.body = self._make("ChatBody", 15)
        self.bold = self._make("ChatBold", 15, weight="bold")
        self.italic = self._make("ChatItalic", 15, slant="italic")
        self.bold_italic = self._make("ChatBoth", 15, weight="bold", slant="italic")
        self.small = self._make("ChatSmall", 12)
        self.small_bold = self._make("ChatSmallBold", 12, weight="bold")
        self.note = self._make("ChatNote", 13)
        self.label = self._make("ChatLabel", 13, weight="bold")
        self.heading = self._make("ChatHeading", 17, weight="bold")
        self.title = self._make("ChatTitle", 24, weight="bold")
        # For what is never written: a line that has to be there, but small.
        self.tiny = self._make("ChatTiny", 6)
        for name in _STANDARD_FONTS:
            standard = font.nametofont(name, root)
            standard.configure(family=self.family, size=-round(14 * scale))
            self._made[name] = (standard, 14)

    @cached_property
    def mono(self) -> str:
        """The font of code: looked for when it is needed, as that takes its time."""
        available = set(font.families(self._root))
        family = next((name for name in _MONO_FAMILIES if name in available), "")
        return self._make("ChatMono", 14, family=family or self._standard("Fixed"))

    def resize(self, scale: float) -> None:
        """Give all fonts other sizes: so many times those of an ordinary screen."""
        self._scale = scale
        for made, pixels in self._made.values():
            made.configure(size=-round(pixels * scale))

    def line_height(self, name: str) -> int:
        """Tell how tall a line of this font is, in pixels."""
        return self._made[name][0].metrics("linespace")

    def width(self, name: str, text: str) -> int:
        """Tell how wide a text in this font is, in pixels."""
        return self._made[name][0].measure(text)

    def fitted(self, text: str, name: str, width: int) -> str:
        """Give as much of a text as fits a width, with dots for what is left out."""
        measure = self._made[name][0].measure
        text = text[:_LONGEST_LABEL]
        if measure(text) <= width:
            return text
        fits, wide = 0, len(text)
        while wide - fits > 1:
            middle = (fits + wide) // 2
            if measure(text[:middle] + "…") <= width:
                fits = middle
            else:
                wide = middle
        return text[:fits].rstrip() + "…"

    def _make(
        self,
        name: str,
        pixels: int,
        *,
        family: str = "",
        weight: Literal["normal", "bold"] = "normal",
        slant: Literal["roman", "italic"] = "roman",
    ) -> str:
        made = font.Font(
            self._root,
            name=name,
            family=family or self.family,
            size=-round(pixels * self._scale),
            weight=weight,
            slant=slant,
        )
        self._made[name] = (made, pixels)
        return name

    def _is_there(self, family: str) -> bool:
        """Ask for one font only: to list them all takes several times as long."""
        found = str(font.Font(self._root, family=family).actual("family"))
        return found.casefold() == family.casefold()

    def _standard(self, which: str) -> str:
        """Give the family of Tk's own font for text, or for code."""
        return str(font.nametofont(f"Tk{which}Font", self._root).actual("family"))
