"""Shows what Markdown will look like while one writes it, line by changed line."""

from collections.abc import Iterator
from itertools import islice

from chatapp.views.emoji.emoji_entry import EmojiEntry
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import link_places
from chatapp.views.transcript.run_pieces import style_tags
from chatapp.wire.markdown_blocks import Role, lines_with_roles, quote_length
from chatapp.wire.markdown_links import worded_links
from chatapp.wire.markdown_marks import parts

# A longer text is shown as it is.
_LONGEST = 20_000
# Tk is slow at lines with very many tags.
_MOST_SPANS = 100
_TAGS = ("bold", "italic", "bold-italic", "strike", "mono", "link", "mark")

_Line = tuple[str, Role]
_Span = tuple[int, int, str]


class EntryStyles:
    """The styles of what stands in an entry."""

    def __init__(self, entry: EmojiEntry, look: Look) -> None:
        self._entry = entry
        self._look = look
        self._lines: list[_Line] = []
        entry.on_filled = self._forget
        look.follow(entry, self._paint)

    def refresh(self) -> None:
        """Style what has changed since the last time."""
        written = self._entry.written()
        lines = list(lines_with_roles(written)) if len(written) <= _LONGEST else []
        first, old_last, last = _changed(self._lines, lines)
        if old_last > first or last > first:
            for tag in _TAGS:
                self._entry.tag_remove(tag, f"{first + 1}.0", f"{last + 1}.0 lineend")
        for number in range(first, last):
            self._style(number + 1, lines[number])
        self._lines = lines

    def _style(self, number: int, line: _Line) -> None:
        text, _role = line
        for start, stop, tag in islice(_spans(line), _MOST_SPANS):
            first, last = self._entry.columns(text, start, stop)
            self._entry.tag_add(tag, f"{number}.{first}", f"{number}.{last}")

    def _forget(self) -> None:
        """All has been written anew, and nothing of it has a style."""
        self._lines = []

    def _paint(self) -> None:
        fonts, palette = self._look.fonts, self._look.palette
        tag = self._entry.tag_configure
        tag("bold", font=fonts.bold)
        tag("italic", font=fonts.italic)
        tag("bold-italic", font=fonts.bold_italic)
        tag("strike", overstrike=True)
        tag("mono", font=fonts.mono)
        tag("link", foreground=palette.link, underline=True)
        tag("mark", foreground=palette.muted)
        self._entry.tag_raise("sel")


def _changed(old: list[_Line], new: list[_Line]) -> tuple[int, int, int]:
    """Tell which line is the first that differs, and before which ones that ends."""
    first = 0
    most = min(len(old), len(new))
    while first < most and old[first] == new[first]:
        first += 1
    same = 0
    while same < most - first and old[-1 - same] == new[-1 - same]:
        same += 1
    return first, len(old) - same, len(new) - same


def _spans(line: _Line) -> Iterator[_Span]:
    """Give the parts of a line that do not look like the rest, with their tags."""
    text, role = line
    if role is not Role.TEXT:
        yield 0, len(text), "mono" if role is Role.CODE else "mark"
        return
    position = quote_length(text)
    yield 0, position, "mark"
    yield from _link_spans(text, position)
    for part in parts(text[position:]):
        stop = position + len(part.text)
        for tag in ["mark"] if part.is_mark else style_tags(part.style):
            yield position, stop, tag
        if not part.is_mark and not part.style.mono:
            for start, end in link_places(part.text):
                yield position + start, position + end, "link"
        position = stop


def _link_spans(text: str, begin: int) -> Iterator[_Span]:
    """Give the words of links, which look like links, and the marks around them."""
    for link in worded_links(text[begin:]):
        (start, stop), (first, last), (address, end) = (
            link.place,
            link.words,
            link.address,
        )
        yield begin + first, begin + last, "link"
        for opening, closing in ((start, first), (last, address), (end, stop)):
            yield begin + opening, begin + closing, "mark"
