"""The line above an answer that shows what it answers, and leads there."""

from PIL import Image

from chatapp.models.entities import Quote
from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.line import Line, Picture, Piece, Tags
from chatapp.views.transcript.rich_text import plain
from chatapp.views.transcript.run_pieces import RunPieces

ANSWERED = "answered"
_BAR = 3
_AIR = 9
_EMOJI = 14
_LEAST_WIDTH = 80


class AnsweredLine:
    """Knows what the quoted message looks like: a bar, a name and a few words."""

    def __init__(self, look: Look, run_pieces: RunPieces) -> None:
        self._look = look
        self._runs = run_pieces

    def line(self, quote: Quote, tags: Tags, lead: Picture | None, width: int) -> Line:
        """Give the line, cut to so many pixels; `lead` is the picture in front."""
        look, fonts = self._look, self._look.fonts
        name = f"{plain(quote.sender)}: " if quote.sender else ""
        left = width - look.px(_BAR + _AIR) - fonts.width(fonts.small_bold, name)
        room = max(look.px(_LEAST_WIDTH), left)
        words = fonts.fitted(plain(quote.text), fonts.small, room)
        pieces: list[Piece] = [Picture(self._bar)]
        if name:
            pieces.append((name, ("answered-name",)))
        pieces += self._runs.few_words(words, _EMOJI)
        tags = ("first" if lead else "body", *tags, ANSWERED)
        return Line(tags, pieces, lead, is_fitted=True)

    def _bar(self, ground: str) -> Photo:
        look = self._look
        height = look.fonts.line_height(look.fonts.small)
        color = look.palette.accent

        def draw() -> Image.Image:
            strip = Image.new("RGB", (look.px(_BAR + _AIR), height), ground)
            strip.paste(color, (0, 0, look.px(_BAR), height))
            return strip

        return look.pictures.picture(("answered", height, color, ground), draw)
