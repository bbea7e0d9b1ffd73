"""What the mouse does in the transcript: hover, links, names and menus."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chatapp.language import gettext as _
from chatapp.views.transcript.beside import Beside
from chatapp.views.transcript.line import AIR_TAG
from chatapp.views.transcript.menu import TranscriptMenu
from chatapp.views.transcript.presses import Presses, is_pressable, where_it_leads
from chatapp.views.transcript.reaction_pills import pill_number
from chatapp.views.transcript.rows import Row, RowWriter
from chatapp.views.transcript.selection import Selection
from chatapp.views.transcript.states import ALARMING, EDITED, edited_when
from chatapp.views.windows.keys import MENU_CLICKS, bind_known

if TYPE_CHECKING:
    import tkinter as tk

    from chatapp.views.transcript.transcript import Transcript

# Lines of a row that stand above its message, and are none of it.
_ABOVE = ("day", *ALARMING, AIR_TAG)

# Which share of what one sees is above a message that one goes to.
_SHARE_ABOVE = 3


class TranscriptPointer:
    """Turns events of the transcript's text into its callbacks."""

    def __init__(self, view: "Transcript", writer: RowWriter) -> None:
        self._view = view
        self._text = view.text
        self._writer = writer
        self.marked: Row | None = None
        self._tag = "hover"
        self._due = ""
        self._presses = Presses(view)
        self.beside = Beside(view, self.do, self._show_more)
        self.menu = TranscriptMenu(view)
        self._selection = Selection(view, writer)
        bind = self._text.bind
        bind("<Motion>", self._moved)
        bind("<Leave>", lambda _event: self._left())
        bind("<Destroy>", lambda _event: self._forget_due(), add="+")
        bind("<Button-1>", lambda _event: self._text.focus_set(), add="+")
        bind("<ButtonRelease-1>", self._clicked)
        bind_known(self._text, MENU_CLICKS, self._menu)

    # -- mouse --------------------------------------------------------------------

    def _moved(self, event: "tk.Event[tk.Misc]") -> None:
        index = self._text.index(f"@{event.x},{event.y}")
        tags = self._text.tag_names(index)
        over = is_pressable(index, tags) and self._is_on(index, event)
        cursor = "hand2" if over else "arrow"
        if str(self._text.cget("cursor")) != cursor:
            self._text.configure(cursor=cursor)
        row = self._row_at(index)
        if row is None or row is not self.marked:
            self._hover(row)
        elif not self.beside.bar.is_shown:
            self.beside.show_bar(row, self._words_of(row)[0])
        self._explain(index if self._is_on(index, event) else "", tags)

    def _explain(self, index: str, tags: tuple[str, ...]) -> None:
        """Say who reacted, when somebody edited, or where a link leads."""
        number, row = pill_number(tags), self._view.rows.at(index) if index else None
        words = ""
        if row and number is not None:
            words = row.message.reactions[number].words
        elif row and EDITED in tags:
            words = edited_when(row.message, self._view.look.manner)
        elif row and "link" in tags and "more" not in tags:
            words = where_it_leads(self._presses.link_at(index))
        self.beside.explain(words, index)

    def _is_on(self, index: str, event: "tk.Event[tk.Misc]") -> bool:
        """Tell whether the pointer is on the character, not beside the line's end."""
        box = self._text.bbox(index)
        return box is not None and box[0] <= event.x <= box[0] + box[2]

    def _left(self) -> None:
        """Note that the pointer has gone, but not to the bar that lies over a row."""
        if self._tag == "hover" and not self.beside.bar.is_under_pointer():
            self._hover(None)

    def _hover(self, row: Row | None) -> None:
        if row is not self.marked:
            self._mark(row, "hover")

    def choose(self, row: Row | None) -> None:
        """Mark a message for the keyboard, so that one sees it on every ground."""
        self._mark(row, "chosen")

    @property
    def chosen(self) -> Row | None:
        """The message that the keyboard chose, and that is still there."""
        row = self.marked if self._tag == "chosen" else None
        return row if row in self._view.rows.all else None

    def _mark(self, row: Row | None, tag: str) -> None:
        old, self.marked, self._tag = self.marked, row, tag
        self.beside.hide()
        if old:
            for used in ("hover", "chosen"):
                self._text.tag_remove(used, "1.0", "end")
            self._redraw(old, "")
        if row:
            self.beside.show_bar(row, self._words_of(row)[0])
        if row and (tag == "chosen" or not row.message.mentions_me):
            start, stop = self._words_of(row)
            self._text.tag_add(tag, start, stop)
            self._redraw(row, self._ground)
            self.beside.show_time(row, start, self._ground)
        if row and tag == "chosen":
            mark = self._text.tag_nextrange(EDITED, *self._words_of(row))
            self._explain(mark[0] if mark else "", (EDITED,))

    def go_to(self, row: Row) -> None:
        """Show a row, as a whole before what is above it, and choose it."""
        text, (start, stop) = self._text, self._words_of(row)
        text.yview(start)
        line, high = text.dlineinfo(start), text.winfo_height()
        counted = text.tk.call(text, "count", "-ypixels", start, f"{stop} + 1 chars")
        above = min(high // _SHARE_ABOVE, max(0, high - int(counted)))
        # Near the end it is not at the top by now, and may have enough above it.
        lacking = above - (line[1] if line else 0)
        if lacking > 0:
            text.yview_scroll(-lacking, "pixels")
        text.focus_set()
        self.choose(row)

    def scrolled(self) -> None:
        """Take away what would no longer stand beside its message.

        The chosen one has it again where that is by then, as no pointer comes to it.
        """
        self.beside.hide()
        if self.chosen and not self._due:
            self._due = self._text.after_idle(self._show_beside_chosen)

    def _show_beside_chosen(self) -> None:
        self._due = ""
        row = self.chosen
        start = self._words_of(row)[0] if row else ""
        if row and self._text.dlineinfo(start):
            self.beside.show_bar(row, start)
            self.beside.show_time(row, start, self._ground)

    def _forget_due(self) -> None:
        if self._due:
            self._text.after_cancel(self._due)
            self._due = ""

    def rows_changed(self, old: Sequence[Row]) -> None:
        """Keep a message marked whose row was among those that are gone."""
        marked = self.marked
        if marked is not None and marked in old:
            self._mark(self._view.rows.of_message(marked.message.key), self._tag)

    def do(self, action: str) -> None:
        """Do something about the message that is marked."""
        if self.marked is not None:
            self._view.on_action(action, self.marked.message)

    @property
    def _ground(self) -> str:
        palette = self._view.look.palette
        return palette.found if self._tag == "chosen" else palette.hover

    def _show_more(self) -> None:
        """Open the menu of the message that is marked, at the pointer."""
        x, y = self._text.winfo_pointerx(), self._text.winfo_pointery()
        self.open_menu(self.marked, "", x, y)

    def _words_of(self, row: Row) -> tuple[str, str]:
        """Tell where a row is, without the lines that stand above its message."""
        start, stop = (str(index) for index in self._text.tag_ranges(row.tag)[:2])
        for above in _ABOVE:
            lines = self._text.tag_nextrange(above, start, stop)
            start = lines[1] if lines else start
        return start, stop

    def _row_at(self, index: str) -> Row | None:
        """Find the row whose message stands at an index, or none above its words."""
        is_above = any(tag in _ABOVE for tag in self._text.tag_names(index))
        return None if is_above else self._view.rows.at(index)

    def _redraw(self, row: Row, ground: str) -> None:
        if self._text.tag_ranges(row.tag):
            self._writer.redraw(row, ground)

    def _clicked(self, event: "tk.Event[tk.Misc]") -> None:
        if self._selection.is_any:
            return
        index = self._text.index(f"@{event.x},{event.y}")
        row = self._view.rows.at(index)
        if row and self._is_on(index, event):
            self._presses.press(row, index, self._text.tag_names(index))

    def _menu(self, event: "tk.Event[tk.Misc]") -> str:
        index = self._text.index(f"@{event.x},{event.y}")
        on_link = "link" in self._text.tag_names(index)
        link = self._presses.link_at(index) if on_link else ""
        self.open_menu(self._row_at(index), link, event.x_root, event.y_root)
        return "break"

    def open_menu(self, row: Row | None, link: str, x: int, y: int) -> None:
        """Offer what can be done about a message, or about what is selected."""
        self.menu.clear()
        if self._selection.is_any:
            self.menu.menu.add_command(
                label=_("Copy what is selected"), command=self._selection.copy
            )
        if row:
            self.menu.fill(row, link)
        self.menu.pop_up(x, y)
