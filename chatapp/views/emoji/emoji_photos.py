"""Pictures of emoji for Tk: blank at first where drawing them all would take long."""

import tkinter as tk
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol
from weakref import ref

from PIL import Image

from chatapp.views.emoji.emoji import EmojiArtist
from chatapp.views.look import drawing
from chatapp.views.look.pictures import Photo, Pictures

# For how many seconds at a time emoji may be drawn, and the pause after that.
_TURN = 0.006
_PAUSE_MS = 6


class Figure(Protocol):
    """A picture with an emoji in it; those that are equal look the same."""

    @property
    def sequence(self) -> str:
        """The emoji."""

    @property
    def size(self) -> int:
        """How high the emoji is."""

    def with_emoji(self, emoji: Image.Image | None) -> Image.Image:
        """Draw it; None: there is no picture of that emoji."""

    def blank(self) -> Image.Image:
        """Draw it as large as it will be, without the emoji."""

    def __hash__(self) -> int:
        """Tell it apart from others."""


@dataclass(frozen=True, slots=True)
class _Emoji:
    """An emoji in a size, on a ground; `ink` is for the sign of an unknown one."""

    sequence: str
    size: int
    ground: str
    ink: str

    def with_emoji(self, emoji: Image.Image | None) -> Image.Image:
        if emoji is None:
            return drawing.icon("question", self.size, self.ink, self.ground)
        return drawing.centred(emoji, self.size, self.ground)

    def blank(self) -> Image.Image:
        return drawing.canvas(self.size, self.size, self.ground)


class EmojiPhotos:
    """Gives a picture at once, and paints it later where there is no time now.

    A picture that is painted later keeps its place and mostly its size, so that Tk
    lays nothing out again.
    """

    def __init__(
        self,
        root: tk.Misc,
        pictures: Pictures,
        artist: EmojiArtist,
        now: Callable[[], float] = perf_counter,
    ) -> None:
        self._root = root
        self._now = now
        self._pictures = pictures
        self._artist = artist
        self._deadline = 0.0
        self._noted: list[Figure] = []
        self._blank: deque[tuple[Figure, ref[Photo]]] = deque()
        self._due: str | None = None

    @property
    def left(self) -> int:
        """How many pictures are blank, and still to be painted."""
        return len(self._noted) + len(self._blank)

    def begin(self) -> None:
        """Begin a turn, in which emoji that are new may be drawn for a short time."""
        self._deadline = self._now() + _TURN

    def has(self, sequence: str, size: int) -> bool:
        """Tell whether there is a picture of it; of what is not drawn yet, there is."""
        if not self._may_draw(sequence, size):
            return self._artist.has_font
        return self._artist.draw(sequence, size) is not None

    def has_whole(self, sequence: str) -> bool:
        """Tell whether there is a picture of all of it, whatever its size."""
        return self._artist.has_whole(sequence)

    def photo(self, sequence: str, size: int, ground: str, ink: str) -> Photo:
        """Give the picture of an emoji."""
        return self.show(_Emoji(sequence, size, ground, ink))

    def show(self, figure: Figure) -> Photo:
        """Give a picture with an emoji in it."""
        if self._may_draw(figure.sequence, figure.size):
            return self._pictures.picture(figure, lambda: self._drawn(figure))
        return self._pictures.picture(figure, lambda: self._left_blank(figure))

    def _may_draw(self, sequence: str, size: int) -> bool:
        if self._artist.has_drawn(sequence, size):
            return True
        return self._now() < self._deadline

    def _drawn(self, figure: Figure) -> Image.Image:
        return figure.with_emoji(self._artist.draw(figure.sequence, figure.size))

    def _left_blank(self, figure: Figure) -> Image.Image:
        # Its photo is there only when this returns.
        self._noted.append(figure)
        if self._due is None:
            self._due = self._root.after(_PAUSE_MS, self._paint_some)
        return figure.blank()

    def _paint_some(self) -> None:
        """Paint what is blank for one turn, leaving out what nobody shows any more."""
        self._due = None
        deadline = self._now() + _TURN
        for figure in self._noted:
            photo = self._pictures.known(figure)
            if photo is not None:
                self._blank.append((figure, ref(photo)))
        self._noted.clear()
        while self._blank and self._now() < deadline:
            figure, kept = self._blank.popleft()
            photo = kept()
            if photo is not None:
                self._paint(photo, self._drawn(figure))
        if self._blank:
            self._due = self._root.after(_PAUSE_MS, self._paint_some)

    def _paint(self, photo: Photo, picture: Image.Image) -> None:
        if (photo.width(), photo.height()) != picture.size:
            size = ("-width", picture.width, "-height", picture.height)
            self._root.tk.call(str(photo), "configure", *size)
        photo.paste(picture)
