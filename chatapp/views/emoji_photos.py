"""Pictures of emoji for Tk: blank at first where drawing them all would take long."""

import tkinter as tk
from collections import deque
from dataclasses import dataclass
from time import perf_counter
from weakref import ref

from PIL import Image

from chatapp.views import drawing
from chatapp.views.emoji import EmojiArtist
from chatapp.views.pictures import Photo, Pictures

# For how many seconds at a time emoji may be drawn, and the pause after that.
_TURN = 0.006
_PAUSE_MS = 6


@dataclass(frozen=True, slots=True)
class _Emoji:
    """An emoji in a size, on a ground; `ink` is for the sign of an unknown one."""

    sequence: str
    size: int
    ground: str
    ink: str


class EmojiPhotos:
    """Gives a picture at once, and paints it later where there is no time now.

    A picture that is painted later keeps its place and mostly its size, so that Tk
    lays nothing out again.
    """

    def __init__(self, root: tk.Misc, pictures: Pictures, artist: EmojiArtist) -> None:
        self._root = root
        self._pictures = pictures
        self._artist = artist
        self._deadline = 0.0
        self._blank: deque[tuple[_Emoji, ref[Photo]]] = deque()
        self._due: str | None = None

    def begin(self) -> None:
        """Begin a turn, in which emoji that are new may be drawn for a short time."""
        self._deadline = perf_counter() + _TURN

    def has(self, sequence: str, size: int) -> bool:
        """Tell whether there is a picture of it; of what is not drawn yet, there is."""
        if not self._may_draw(sequence, size):
            return True
        return self._artist.draw(sequence, size) is not None

    def photo(self, sequence: str, size: int, ground: str, ink: str) -> Photo:
        """Give the picture of an emoji."""
        emoji = _Emoji(sequence, size, ground, ink)
        if self._may_draw(sequence, size):
            return self._pictures.picture(emoji, lambda: self._drawn(emoji))
        return self._pictures.picture(emoji, lambda: self._left_blank(emoji))

    def _may_draw(self, sequence: str, size: int) -> bool:
        if self._artist.has_drawn(sequence, size):
            return True
        return perf_counter() < self._deadline

    def _drawn(self, emoji: _Emoji) -> Image.Image:
        drawn = self._artist.draw(emoji.sequence, emoji.size)
        if drawn is None:
            return drawing.icon("question", emoji.size, emoji.ink, emoji.ground)
        return drawing.centred(drawn, emoji.size, emoji.ground)

    def _left_blank(self, emoji: _Emoji) -> Image.Image:
        # Its photo is there only when this returns.
        self._root.after_idle(self._note, emoji)
        return drawing.canvas(emoji.size, emoji.size, emoji.ground)

    def _note(self, emoji: _Emoji) -> None:
        photo = self._pictures.known(emoji)
        if photo is not None:
            self._blank.append((emoji, ref(photo)))
            if self._due is None:
                self._due = self._root.after(_PAUSE_MS, self._paint_some)

    def _paint_some(self) -> None:
        """Paint what is blank for one turn, leaving out what nobody shows any more."""
        self._due = None
        deadline = perf_counter() + _TURN
        while self._blank and perf_counter() < deadline:
            emoji, kept = self._blank.popleft()
            photo = kept()
            if photo is not None:
                self._paint(photo, self._drawn(emoji))
        if self._blank:
            self._due = self._root.after(_PAUSE_MS, self._paint_some)

    def _paint(self, photo: Photo, picture: Image.Image) -> None:
        if (photo.width(), photo.height()) != picture.size:
            size = ("-width", picture.width, "-height", picture.height)
            self._root.tk.call(str(photo), "configure", *size)
        photo.paste(picture)
