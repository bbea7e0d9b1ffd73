"""Writes messages as rows into the transcript's Text widget."""

import tkinter as tk
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from chatapp.models.entities import ChatMessage
from chatapp.views.palette import Look
from chatapp.views.pictures import Photo
from chatapp.views.transcript_layout import Layout
from chatapp.views.transcript_pieces import GUTTER, Picture, RowComposer, Tags


@dataclass(slots=True)
class _Shown:
    """A picture as it stands in the widget, kept alive from here."""

    name: str
    make: Callable[[str], Photo | None]
    photo: Photo


@dataclass(slots=True)
class Row:
    """A message as it stands in the widget, all of it under the tag `tag`."""

    tag: str
    message: ChatMessage
    layout: Layout
    expanded: bool
    pictures: list[_Shown] = field(default_factory=list)


class RowWriter:
    """Makes rows of messages, and keeps what their pictures stand for."""

    def __init__(self, text: tk.Text, look: Look) -> None:
        self.composer = RowComposer(look)
        self.meanings: dict[str, str] = {}
        self._text = text
        self._look = look
        self._count = 0

    def row(self, message: ChatMessage, layout: Layout, expanded: bool = False) -> Row:
        """Begin a row for a message."""
        self._count += 1
        return Row(f"row{self._count}", message, layout, expanded)

    def write(self, mark: str, rows: Iterable[Row]) -> None:
        """Write rows at a mark, which moves on behind them."""
        waiting: list[str | Tags] = []
        for row in rows:
            ground = self.composer.ground(row.message)
            for piece in self.composer.pieces(row.message, row.layout, row.expanded):
                if isinstance(piece, Picture):
                    self._insert(mark, waiting)
                    self._insert_picture(mark, row, piece, ground)
                else:
                    waiting += (piece[0], (*piece[1], row.tag))
        self._insert(mark, waiting)

    def forget(self, rows: Iterable[Row]) -> None:
        """Let go of what belongs to rows that are no longer shown."""
        tags = []
        for row in rows:
            tags.append(row.tag)
            for picture in row.pictures:
                self.meanings.pop(picture.name, None)
        if tags:
            self._text.tag_delete(*tags)

    def redraw(self, row: Row, ground: str = "") -> None:
        """Draw a row's pictures again, for other colours or on another ground."""
        ground = ground or self.composer.ground(row.message)
        for shown in row.pictures:
            photo = shown.make(ground)
            if photo is not None and photo is not shown.photo:
                self._text.image_configure(shown.name, image=str(photo))
                shown.photo = photo

    def _insert(self, mark: str, waiting: list[str | Tags]) -> None:
        if waiting:
            self._text.insert(mark, *waiting)  # type: ignore[arg-type]  # pairs
            waiting.clear()

    def _insert_picture(self, mark: str, row: Row, piece: Picture, ground: str) -> None:
        photo = piece.make(ground)
        if photo is None:
            return
        self._count += 1
        # Left to itself, Tk looks through all pictures for a name that is free.
        name = self._text.image_create(
            mark, image=str(photo), align=piece.align, name=f"p{self._count}"
        )
        for tag in (*piece.tags, row.tag):
            self._text.tag_add(tag, f"{mark}-1c")
        row.pictures.append(_Shown(name, piece.make, photo))
        self.meanings[name] = piece.text


def configure_tags(text: tk.Text, look: Look) -> None:
    """Give the transcript's tags their fonts, distances and colours."""
    palette, fonts, px = look.palette, look.fonts, look.px
    gutter, right = px(GUTTER), px(24)
    tag = text.tag_configure
    tag("hover", background=palette.hover)
    tag("hover", lmargincolor=palette.hover, rmargincolor=palette.hover)
    for name in ("head", "first", "body", "change"):
        tag(name, rmargin=right, font=fonts.body, foreground=palette.text)
    tag("head", spacing1=px(14), lmargin1=0, lmargin2=0)
    tag("first", lmargin1=0, lmargin2=gutter, spacing3=px(2))
    tag("body", lmargin1=gutter, lmargin2=gutter, spacing1=px(1), spacing3=px(2))
    tag("change", font=fonts.small, foreground=palette.muted, spacing1=px(5))
    tag("change", lmargin1=px(12), lmargin2=gutter, spacing3=px(3))
    tag("local", foreground=palette.muted)
    for name, color in (("day", palette.muted), ("unread", palette.danger_text)):
        tag(name, foreground=color, font=fonts.small_bold, justify="center")
        tag(name, spacing1=px(16), spacing3=px(4))
    tag("mention", background=palette.mention)
    tag("mention", lmargincolor=palette.mention, rmargincolor=palette.mention)
    tag("name", font=fonts.bold)
    for number, color in enumerate(palette.people):
        tag(f"person{number}", foreground=color)
    tag("time", font=fonts.small, foreground=palette.muted)
    tag("bold", font=fonts.bold)
    tag("italic", font=fonts.italic)
    tag("bold-italic", font=fonts.bold_italic)
    tag("mono", font=fonts.mono)
    tag("underline", underline=True)
    tag("strike", overstrike=True)
    tag("address", font=fonts.bold, foreground=palette.accent)
    tag("pending", foreground=palette.muted)
    tag("failed", foreground=palette.danger_text)
    tag("failure", font=fonts.small, foreground=palette.danger_text)
    tag("link", foreground=palette.link, underline=True)
    tag("sel", background=palette.selection, foreground=palette.on_selection)
    text.tag_lower("hover")
    text.tag_raise("sel")
