"""Writes messages as rows into the transcript's Text widget."""

import tkinter as tk
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from chatapp.models.entities import ChatMessage
from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.calling_marks import mark_word
from chatapp.views.transcript.ink_tags import InkTags
from chatapp.views.transcript.layout import Layout
from chatapp.views.transcript.line import Line, Picture, Tags, look_alike
from chatapp.views.transcript.message_body import weight
from chatapp.views.transcript.pieces import HASTY, RowComposer
from chatapp.views.transcript.tags import color_tags

# Of messages that are more work than this, so much is done at a time.
_LIGHT, _MOST_WEIGHT = 8, 300
# So many parts of what was expanded are written at a time; a picture counts as several.
_MOST_PARTS, _PARTS_OF_PICTURE = 500, 5


@dataclass(slots=True)
class _Shown:
    """A picture as it stands in a line of a row, kept alive from here."""

    name: str
    make: Callable[[str], Photo]
    photo: Photo
    line: int


@dataclass(slots=True, eq=False)
class Row:
    """A message as it stands in the widget, all of it under the tag `tag`.

    `expanded` counts how often more of it was wanted; `is_fitted` tells that it is to
    be written anew for another width, and `is_hasty` that it is to be soon. `written`
    of its lines are there, for this `width`, and `rest` are the others, if any is left.
    """

    tag: str
    message: ChatMessage
    layout: Layout
    expanded: int
    is_fitted: bool = False
    is_hasty: bool = False
    width: int = 0
    written: int = 0
    rest: Iterator[Line] | None = None
    pictures: list[_Shown] = field(default_factory=list)


class RowWriter:
    """Makes rows of messages, and keeps what their pictures stand for."""

    def __init__(self, text: tk.Text, look: Look) -> None:
        self.inks = InkTags(text, look)
        self.composer = RowComposer(look, self.inks.tag)
        self.meanings: dict[str, str] = {}
        self._text = text
        self._look = look
        self.calling: Sequence[str] = ()
        self._count = 0
        self._waiting: list[str | Tags] = []
        self._ranges: dict[str, list[str]] = {}
        self._leads: list[tuple[str, Row, int, Picture]] = []

    def row(self, message: ChatMessage, layout: Layout, expanded: int = 0) -> Row:
        """Begin a row for a message."""
        self._count += 1
        return Row(f"row{self._count}", message, layout, expanded)

    def write(self, mark: str, rows: Sequence[Row]) -> None:
        """Write rows at a mark that stands at a line's begin, and moves on.

        What was expanded is only begun, if it has very many parts; see `go_on`.
        """
        number = self._begin(mark)
        weight_left = _MOST_WEIGHT
        for row in rows:
            weight_left -= self._weigh(row, weight_left)
            row.rest, row.width = self._lines(row), self.composer.width
            number = self._write_some(mark, row, number)
        self._end(mark, rows)

    def go_on(self, mark: str, row: Row) -> None:
        """Write more of a row that is only begun; the mark is set there, and moves."""
        self._text.mark_set(mark, self._text.tag_ranges(row.tag)[-1])
        self._write_more(mark, row)

    def expand(self, mark: str, row: Row) -> None:
        """Write a row anew with more of its message, from where that makes it another.

        What is before that stays; `go_on` writes what is not written at once.
        """
        shown = self._lines(row)
        row.expanded, row.is_hasty = row.expanded + 1, False
        wanted = self._lines(row)
        same, line = 0, next(wanted, None)
        most = row.written if row.width == self.composer.width else 0
        for old in islice(shown, most):
            if line is None or not look_alike(old, line):
                break
            same, line = same + 1, next(wanted, None)
        row.rest = wanted if line is None else chain((line,), wanted)
        row.written, row.width = same, self.composer.width
        start, stop = map(str, self._text.tag_ranges(row.tag))
        self._text.mark_set(mark, f"{start} + {same} lines")
        self._text.delete(mark, stop)
        for picture in row.pictures:
            if picture.line >= same:
                del self.meanings[picture.name]
        row.pictures = [each for each in row.pictures if each.line < same]
        self._write_more(mark, row)

    def _write_more(self, mark: str, row: Row) -> None:
        self._write_some(mark, row, self._begin(mark))
        self._end(mark, [row])

    def _lines(self, row: Row) -> Iterator[Line]:
        self.inks.begin(row.tag)
        expanded = HASTY if row.is_hasty else row.expanded
        return iter(self.composer.lines(row.message, row.layout, expanded))

    def _begin(self, mark: str) -> int:
        """Begin to write at a mark; give the number of its line."""
        self._ranges, self._leads = {}, []
        self._look.emoji.begin()
        return int(self._text.index(mark).partition(".")[0])

    def _write_some(self, mark: str, row: Row, number: int) -> int:
        """Write lines that are left of a row; give the number of the line after."""
        start, parts = number, 0
        self.inks.begin(row.tag)
        for line in row.rest or ():
            self._write_line(mark, row, line)
            for tag in line.tags:
                self._cover(tag, number, number + 1)
            if line.lead:
                self._leads.append((f"{number}.0", row, row.written, line.lead))
            number += 1
            row.written += 1
            pictures = sum(isinstance(piece, Picture) for piece in line.pieces)
            parts += len(line.pieces) + pictures * (_PARTS_OF_PICTURE - 1)
            if row.expanded and parts >= _MOST_PARTS:
                break
        else:
            row.rest = None
        self._cover(row.tag, start, number)
        return number

    def _end(self, mark: str, rows: Iterable[Row]) -> None:
        self._flush(mark)
        for place, row, line, lead in self._leads:
            self._put_picture(place, row, line, lead, "top")
        # In the end, so that what holds for a whole line holds for its pictures too.
        for tag, places in self._ranges.items():
            self._text.tag_add(tag, *places)
        self._mark_what_calls(rows)

    def _mark_what_calls(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if row.message.mentions_me:
                start, stop = map(str, self._text.tag_ranges(row.tag))
                for word in self.calling:
                    mark_word(self._text, start, stop, word)

    def _weigh(self, row: Row, left: int) -> int:
        """Tell how much work a row is; too much has to wait until there is time."""
        wanted = weight(row.message.text)
        if wanted <= _LIGHT:
            return 0
        row.is_hasty = wanted > left < _MOST_WEIGHT
        return 0 if row.is_hasty else wanted

    def forget(self, rows: Iterable[Row]) -> None:
        """Let go of what belongs to rows that are no longer shown."""
        tags = []
        for row in rows:
            tags.append(row.tag)
            self.inks.forget(row.tag)
            for picture in row.pictures:
                self.meanings.pop(picture.name, None)
        if tags:
            self._text.tag_delete(*tags)

    def redraw(self, row: Row, ground: str = "") -> None:
        """Draw a row's pictures again, for other colours or on another ground."""
        ground = ground or self.composer.ground(row.message)
        for shown in row.pictures:
            photo = shown.make(ground)
            if photo is not shown.photo:
                self._text.image_configure(shown.name, image=str(photo))
                shown.photo = photo

    def paint(self) -> None:
        """Take the palette's colours for all that is written."""
        color_tags(self._text, self._look)
        self.inks.paint()

    def _write_line(self, mark: str, row: Row, line: Line) -> None:
        for piece in line.pieces:
            if isinstance(piece, Picture):
                self._flush(mark)
                self._put_picture(mark, row, row.written, piece, "center")
            else:
                self._waiting += piece
        self._waiting += ("\n", line.end)
        row.is_fitted = row.is_fitted or line.is_fitted

    def _flush(self, mark: str) -> None:
        """Insert the text that has come together, in one go."""
        if self._waiting:
            self._text.insert(mark, *self._waiting)  # type: ignore[arg-type]  # pairs
            self._waiting.clear()

    def _put_picture(
        self, place: str, row: Row, line: int, picture: Picture, align: str
    ) -> None:
        photo = picture.make(self.composer.ground(row.message))
        self._count += 1
        # Left to itself, Tk looks through all pictures for a name that is free.
        name = f"p{self._count}"
        text = self._text
        image = ("-image", str(photo), "-align", align, "-name", name)
        text.tk.call(str(text), "image", "create", place, *image)
        for tag in picture.tags:
            text.tag_add(tag, name)
        row.pictures.append(_Shown(name, picture.make, photo, line))
        self.meanings[name] = picture.text

    def _cover(self, tag: str, first: int, stop: int) -> None:
        """Note that a tag is to hold from one line to before another."""
        places = self._ranges.setdefault(tag, [])
        if places and places[-1] == f"{first}.0":
            places[-1] = f"{stop}.0"
        else:
            places += (f"{first}.0", f"{stop}.0")
