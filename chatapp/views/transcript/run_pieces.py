"""Gives the parts of a text their tags and pictures, as the transcript shows them."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.line import SOFT, Picture, Piece, Tags
from chatapp.views.transcript.rich_text import Run, RunKind, runs
from chatapp.wire.formatting import Style
from chatapp.wire.links import hidden_host

EMOJI_SIZE = 18
LARGE_EMOJI_SIZE = 40
_BESIDE_EMOJI = 2


class RunPieces:
    """Knows how a part of a text looks."""

    def __init__(self, look: Look, ink_tag: Callable[[Style], str]) -> None:
        self._look = look
        self._ink_tag = ink_tag

    def of(self, run: Run, size: int = EMOJI_SIZE) -> Iterable[Piece]:
        """Give what shows a run; its emoji are drawn in this size."""
        look, pixels = self._look, self._look.px(size)
        if run.kind is RunKind.EMOJI and look.emoji.has(run.text, pixels):
            yield Picture(lambda ground: self._emoji(run.text, size, ground), run.text)
        elif run.text:
            yield self._letters(run), self._tags(run)
            host = hidden_host(run.text) if run.kind is RunKind.LINK else ""
            if host:
                yield f" [{host}]", ("host", SOFT)

    def few_words(self, words: str, size: int, tags: Tags = ()) -> Iterable[Piece]:
        """Give what shows words that have no styles and links, such as a topic."""
        for run in runs(words):
            if run.kind is not RunKind.EMOJI:
                yield run.text, tags
                continue
            for piece in self.of(run, size):
                if isinstance(piece, Picture):
                    yield replace(piece, tags=tags)
                else:
                    yield self._letters(run), tags

    def width(self, run: Run) -> int:
        """Tell how wide a run is shown, in pixels."""
        look = self._look
        size = look.px(EMOJI_SIZE)
        if run.kind is RunKind.EMOJI and look.emoji.has(run.text, size):
            return size + look.px(_BESIDE_EMOJI)
        tag = next(iter(style_tags(run.style)), "")
        fonts = look.fonts
        font = {
            "mono": fonts.mono,
            "bold": fonts.bold,
            "italic": fonts.italic,
            "bold-italic": fonts.bold_italic,
        }.get(tag, fonts.body)
        return fonts.width(
            fonts.bold if run.kind is RunKind.MENTION else font, self._letters(run)
        )

    def _letters(self, run: Run) -> str:
        """Give what is written of it: of an emoji that nobody can draw, its name."""
        is_emoji = run.kind is RunKind.EMOJI
        return self._look.spell_emoji(run.text) if is_emoji else run.text

    def _emoji(self, sequence: str, size: int, ground: str) -> Photo:
        look = self._look
        return look.emoji.photo(sequence, look.px(size), ground, look.palette.muted)

    def _tags(self, run: Run) -> Tags:
        tags = style_tags(run.style)
        if run.kind is RunKind.LINK:
            tags.append("link")
        elif run.kind is RunKind.MENTION:
            tags.append("address")
        ink = self._ink_tag(run.style)
        return (*tags, ink) if ink else tuple(tags)


def style_tags(style: Style) -> list[str]:
    """Give the tags that set a text in a style, apart from its colours."""
    tags = []
    if style.mono:
        tags.append("mono")
    elif style.bold and style.italic:
        tags.append("bold-italic")
    elif style.bold or style.italic:
        tags.append("bold" if style.bold else "italic")
    if style.underline:
        tags.append("underline")
    if style.strike:
        tags.append("strike")
    return tags
