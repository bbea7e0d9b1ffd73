"""Draws people's faces and emoji for a page that is to need no other file."""

import io
from collections.abc import Iterator

from PIL import Image

from chatapp.views.emoji.emoji import EmojiArtist
from chatapp.views.look import drawing
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import EMOJI

# Twice as large as they are shown, so that they are sharp on paper as well.
_FACE = 80
_EMOJI = 48
_COLOURS = 128


class ExportPictures:
    """Draws as the window does, on whichever thread asks, and keeps nothing."""

    def __init__(self, look: Look) -> None:
        """Take the colours of the window as they are now."""
        self._fill, self._ink = look.avatar_fill, look.palette.on_avatar
        self._artist = EmojiArtist()

    def face(self, nick: str) -> bytes:
        """Draw a person's square with initials, as PNG."""
        letters = drawing.initials(nick)
        return _png(drawing.avatar(letters, _FACE, self._fill(nick), self._ink))

    def parts(self, text: str) -> Iterator[str]:
        """Part a text so that every second part is an emoji, beginning with none."""
        done = 0
        for match in EMOJI.finditer(text):
            yield text[done : match.start()]
            yield match.group()
            done = match.end()
        yield text[done:]

    def emoji(self, sequence: str) -> bytes | None:
        """Draw an emoji as PNG; None if there is no font that has it."""
        drawn = self._artist.draw(sequence, _EMOJI)
        return None if drawn is None else _png(drawing.centred(drawn, _EMOJI, ""))


def _png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    few = picture.convert("RGBA").quantize(_COLOURS, Image.Quantize.FASTOCTREE)
    few.save(written, "PNG", optimize=True)
    return written.getvalue()
