"""Draws emoji with Pillow from the system's colour font, as Tk cannot do it safely."""

import sys
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont, features
from PIL.Image import Resampling

_ZWJ = "\u200d"
_PLAIN = "\ufe0f"
_FILES = {
    "win32": ("C:/Windows/Fonts/seguiemj.ttf",),
    "darwin": ("/System/Library/Fonts/Apple Color Emoji.ttc",),
}
_NOTO = (
    "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf",
    "/usr/share/fonts/noto/NotoColorEmoji.ttf",
    "/usr/share/fonts/noto-emoji/NotoColorEmoji.ttf",
    "/usr/share/fonts/google-noto-emoji/NotoColorEmoji.ttf",
    "/usr/share/fonts/google-noto-color-emoji-fonts/NotoColorEmoji.ttf",
    "/usr/share/fonts/google-noto-emoji-fonts/NotoColorEmoji.ttf",
    "/usr/share/fonts/truetype/NotoColorEmoji.ttf",
    "/usr/share/fonts/TTF/NotoColorEmoji.ttf",
    "/usr/local/share/fonts/NotoColorEmoji.ttf",
    "/usr/local/share/fonts/noto/NotoColorEmoji.ttf",
    "/run/current-system/sw/share/X11/fonts/NotoColorEmoji.ttf",
)
_NOTO_FOLDERS = (".local/share/fonts", ".fonts")
# Fonts made of pictures have them in one size only: Noto's, then Apple's.
_SIZES = (109, 160, 96, 64)
_TRIAL = "\U0001f600"
_MISSING = "\U0010fffe"
_KEPT = 2048
# By how much a pixel's red, green and blue differ at least where there is colour.
_COLOUR = 24


def emoji_font_files() -> Iterable[Path]:
    """Tell where the colour font may lie on this system."""
    yield from map(Path, _FILES.get(sys.platform, _NOTO))
    for folder in _NOTO_FOLDERS:
        yield from sorted((Path.home() / folder).glob("**/NotoColorEmoji*.ttf"))


class EmojiArtist:
    """Draws emoji as pictures; `files` are fonts to try, the first that works is it."""

    def __init__(self, files: Iterable[Path] | None = None) -> None:
        self._files = files
        self._font: ImageFont.FreeTypeFont | None = None
        self._sought = False
        self._missing = b""
        self._drawn: OrderedDict[tuple[str, int], Image.Image | None] = OrderedDict()

    @property
    def has_font(self) -> bool:
        """Whether there is a font with emoji at all."""
        return self._found_font() is not None

    def has_drawn(self, sequence: str, size: int) -> bool:
        """Tell whether a sequence has been drawn already, so that it takes no time."""
        return (sequence, size) in self._drawn

    def draw(self, sequence: str, size: int) -> Image.Image | None:
        """Draw a sequence in this height; None if the font has not got it.

        What the font cannot draw as one picture is drawn as its parts, side by side;
        and so is what it has only a grey sign for, such as for families.
        """
        key = (sequence, size)
        if key not in self._drawn:
            self._drawn[key] = self._draw(sequence, size)
            if len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    def has_whole(self, sequence: str) -> bool:
        """Tell, without drawing it well, whether the font has it as one picture."""
        font = self._found_font()
        if font is None or not _is_one(font, sequence):
            return False
        mask = font.getmask(sequence)
        return bool(mask.getbbox()) and bytes(mask) != bytes(font.getmask(_MISSING))

    def _draw(self, sequence: str, size: int) -> Image.Image | None:
        font = self._found_font()
        if font is None:
            return None
        joined = (
            self._picture(font, sequence, size) if _is_one(font, sequence) else None
        )
        parts = _parts(sequence)
        if joined and (len(parts) < 2 or _has_colour(joined)):
            return joined
        pictures = [self._picture(font, part, size) for part in parts]
        found = [picture for picture in pictures if picture is not None]
        if not found or len(found) < len(pictures):
            return joined
        if joined and not all(map(_has_colour, found)):
            return joined
        return _side_by_side(found)

    def _found_font(self) -> ImageFont.FreeTypeFont | None:
        if not self._sought:
            self._sought = True
            files = emoji_font_files() if self._files is None else self._files
            self._font = next(filter(None, map(_load, files)), None)
            if self._font:
                self._missing = _raw(self._font, _MISSING).tobytes()
        return self._font

    def _picture(
        self, font: ImageFont.FreeTypeFont, part: str, size: int
    ) -> Image.Image | None:
        raw = _raw(font, part)
        box = raw.getbbox()
        if box is None or raw.tobytes() == self._missing:
            return None
        scale = size / max(box[2] - box[0], box[3] - box[1])
        width = max(1, round((box[2] - box[0]) * scale))
        height = max(1, round((box[3] - box[1]) * scale))
        return raw.resize((width, height), Resampling.LANCZOS, box, reducing_gap=2)


def _raw(font: ImageFont.FreeTypeFont, part: str) -> Image.Image:
    """Draw as large as the font is."""
    edge = round(font.size * 1.3)
    canvas = Image.new("RGBA", (edge, edge), (0, 0, 0, 0))
    ImageDraw.Draw(canvas).text((0, 0), part, font=font, embedded_color=True)
    return canvas


def _is_one(font: ImageFont.FreeTypeFont, sequence: str) -> bool:
    if len(sequence) == 1:
        return True
    return font.getlength(sequence) < 1.5 * font.getlength(_TRIAL)


def _load(file: Path) -> ImageFont.FreeTypeFont | None:
    """Open a colour font in the size it has, if it is there and draws anything."""
    if not file.is_file():
        return None
    layout = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC
    for size in _SIZES:
        try:
            font = ImageFont.truetype(file, size, layout_engine=layout)
        except OSError:
            continue
        if font.getmask(_TRIAL).getbbox():
            return font
    return None


def _parts(sequence: str) -> list[str]:
    parts = sequence.replace(_PLAIN, "").split(_ZWJ)
    return [part for part in parts if part]


def _has_colour(picture: Image.Image) -> bool:
    red, green, blue = picture.convert("RGB").split()
    differences = [ImageChops.difference(red, other) for other in (green, blue)]
    return any(any(it.histogram()[_COLOUR:]) for it in differences)


def _side_by_side(pictures: list[Image.Image]) -> Image.Image:
    width = sum(picture.width for picture in pictures)
    height = max(picture.height for picture in pictures)
    row = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    left = 0
    for picture in pictures:
        row.alpha_composite(picture, (left, (height - picture.height) // 2))
        left += picture.width
    return row
