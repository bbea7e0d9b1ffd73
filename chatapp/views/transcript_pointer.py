"""What mouse and keys do in the transcript: hover, links, names, menus and copying."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.views.keys import RIGHT_CLICK, sequences
from chatapp.views.overlays import TimeStamp
from chatapp.views.rich_text import link_target
from chatapp.views.transcript_layout import clock
from chatapp.views.transcript_rows import Row, RowWriter

if TYPE_CHECKING:
    from chatapp.views.transcript import Transcript

_LINE = 48
_TIMED = (MessageKind.CHANGE, MessageKind.GAP)
_UNSAID = (MessageKind.CHANGE, MessageKind.LOCAL, MessageKind.GAP)
_PRESSABLE = frozenset(("link", "act", "gap"))


class TranscriptPointer:
    """Turns events of the transcript's text into its callbacks."""

    def __init__(self, view: "Transcript", writer: RowWriter) -> None:
        self._view = view
        self._text = view.text
        self._writer = writer
        self._hovered: Row | None = None
        self._stamp = TimeStamp(view.text, view.look)
        self._menu_shown: tk.Menu = ttk.Menu(view.text)
        bind = self._text.bind
        bind("<Motion>", self._moved)
        bind("<Leave>", lambda _event: self._hover(None))
        bind("<Button-1>", lambda _event: self._text.focus_set(), add="+")
        bind("<ButtonRelease-1>", self._clicked)
        bind(RIGHT_CLICK, self._menu)
        bind("<<Copy>>", self._copied)
        bind("<Up>", lambda _event: self._scroll(-_LINE))
        bind("<Down>", lambda _event: self._scroll(_LINE))
        bind("<Prior>", lambda _event: self._page(-1))
        bind("<Next>", lambda _event: self._page(1))
        bind("<Home>", lambda _event: self._go(0.0))
        bind("<End>", lambda _event: self._go(1.0))
        for sequence in sequences("Mod-a"):
            bind(sequence, self._select_all)

    # -- keys ---------------------------------------------------------------------

    def _scroll(self, pixels: int) -> str:
        self._text.yview_scroll(pixels, "pixels")
        return "break"

    def _page(self, pages: int) -> str:
        self._text.yview_scroll(pages, "pages")
        return "break"

    def _go(self, share: float) -> str:
        self._text.yview_moveto(share)
        return "break"

    def _select_all(self, _event: "tk.Event[tk.Misc]") -> str:
        self._text.tag_add("sel", "1.0", "end-1c")
        return "break"

    # -- mouse --------------------------------------------------------------------

    def _moved(self, event: "tk.Event[tk.Misc]") -> None:
        index = self._text.index(f"@{event.x},{event.y}")
        tags = self._text.tag_names(index)
        over = not _PRESSABLE.isdisjoint(tags) or _is_person(index, tags)
        over = over and self._is_on(index, event)
        cursor = "hand2" if over else "arrow"
        if str(self._text.cget("cursor")) != cursor:
            self._text.configure(cursor=cursor)
        if self._hovered is None or self._hovered.tag not in tags:
            self._hover(self._view.rows.at(index))

    def _is_on(self, index: str, event: "tk.Event[tk.Misc]") -> bool:
        """Tell whether the pointer is on the character, not beside the line's end."""
        box = self._text.bbox(index)
        return box is not None and box[0] <= event.x <= box[0] + box[2]

    def _hover(self, row: Row | None) -> None:
        old, self._hovered = self._hovered, row
        if old is row:
            return
        self._stamp.hide()
        if old:
            self._text.tag_remove("hover", "1.0", "end")
            self._redraw(old, "")
        if row and not row.message.mentions_me:
            start, stop = self._words_of(row)
            self._text.tag_add("hover", start, stop)
            self._redraw(row, self._view.look.palette.hover)
            if not row.layout.head and row.message.kind not in _TIMED:
                self._stamp.show(clock(row.message), start)

    def scrolled(self) -> None:
        """Take away what would no longer stand beside its message."""
        self._stamp.hide()

    def _words_of(self, row: Row) -> tuple[str, str]:
        """Tell where a row is, without the lines that stand above its message."""
        start, stop = (str(index) for index in self._text.tag_ranges(row.tag)[:2])
        for rule in ("day", "unread"):
            lines = self._text.tag_nextrange(rule, start, stop)
            start = lines[1] if lines else start
        return start, stop

    def _redraw(self, row: Row, ground: str) -> None:
        if self._text.tag_ranges(row.tag):
            self._writer.redraw(row, ground)

    def _clicked(self, event: "tk.Event[tk.Misc]") -> None:
        if self._text.tag_ranges("sel"):
            return
        index = self._text.index(f"@{event.x},{event.y}")
        row = self._view.rows.at(index)
        if row and self._is_on(index, event):
            self._act(row, index, self._text.tag_names(index))

    def _act(self, row: Row, index: str, tags: tuple[str, ...]) -> None:
        if "retry" in tags:
            self._view.on_retry(row.message.key)
        elif "drop" in tags:
            self._view.on_drop(row.message.key)
        elif "edit" in tags and self._view.on_edit:
            self._view.on_edit(row.message.key)
        elif "gap" in tags:
            self._view.on_gap(row.message.key)
        elif "more" in tags:
            self._view.expand(row)
        elif "link" in tags:
            self._view.on_link(self._link_at(index))
        elif _is_person(index, tags):
            self._view.on_person(row.message.sender)

    def _link_at(self, index: str) -> str:
        after = f"{index}+1c"
        return link_target(self._text.get(*self._text.tag_prevrange("link", after)))

    # -- copying ------------------------------------------------------------------

    def _menu(self, event: "tk.Event[tk.Misc]") -> str:
        index = self._text.index(f"@{event.x},{event.y}")
        row = self._view.rows.at(index)
        menu = self._menu_shown
        menu.delete(0, "end")
        if self._text.tag_ranges("sel"):
            menu.add_command(label="Copy what is selected", command=self._copy)
        if row:
            self._add_actions(menu, row, index)
        if menu.index("end") is not None:
            menu.tk_popup(event.x_root, event.y_root)
        return "break"

    def _add_actions(self, menu: tk.Menu, row: Row, index: str) -> None:
        view, message = self._view, row.message
        if "link" in self._text.tag_names(index):
            link = self._link_at(index)
            menu.add_command(label="Open the link", command=lambda: view.on_link(link))
            menu.add_command(label="Copy the link", command=lambda: view.on_copy(link))
        if message.text:
            menu.add_command(
                label="Copy the message", command=lambda: view.on_copy(message.text)
            )
        if message.sender and not message.mine:
            menu.add_command(
                label=f"Message {message.sender}",
                command=lambda: view.on_person(message.sender),
            )

    def _copied(self, _event: "tk.Event[tk.Misc]") -> str:
        self._copy()
        return "break"

    def _copy(self) -> None:
        text = self.selected()
        if text:
            self._view.on_copy(text)

    def selected(self) -> str:
        """Give what is selected: words as they stand, or whole messages as said."""
        ranges = self._text.tag_ranges("sel")
        if not ranges:
            return ""
        first, last = str(ranges[0]), str(ranges[-1])
        if self._text.compare(last, ">", "end-1c"):
            last = "end-1c"
        start, stop = self._view.rows.at(first), self._view.rows.at(f"{last}-1c")
        if start is stop or start is None or stop is None:
            return self._as_shown(first, last)
        number = self._view.rows.number
        rows = self._view.rows.all[number(start) : number(stop) + 1]
        return "\n".join(_as_said(row.message) for row in rows)

    def _as_shown(self, first: str, last: str) -> str:
        """Read the text with what its pictures stand for, which `get` leaves out."""
        parts = []
        for kind, value, _index in self._text.dump(first, last, text=True, image=True):
            parts.append(
                self._writer.meanings.get(value, "") if kind == "image" else value
            )
        return "".join(parts).strip()


def _is_person(index: str, tags: tuple[str, ...]) -> bool:
    """Tell whether a name stands at an index, or the avatar before it."""
    if any(tag.startswith("person") for tag in tags):
        return True
    return index.endswith(".0") and ("head" in tags or "first" in tags)


def _as_said(message: ChatMessage) -> str:
    if message.kind in _UNSAID:
        return f"[{clock(message)}] {message.text}"
    if message.kind is MessageKind.ACTION:
        return f"[{clock(message)}] * {message.sender} {message.text}"
    return f"[{clock(message)}] {message.sender}: {message.text}"
