"""The chat window's content: its parts side by side, folded where room is short."""

import tkinter as tk

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.views.cards.card import open_card
from chatapp.views.chat_header import ChatHeader
from chatapp.views.look.palette import Look
from chatapp.views.notices import Notices
from chatapp.views.rails.room_list import RoomList
from chatapp.views.rails.roster_list import RosterList
from chatapp.views.side_panel import SidePanel
from chatapp.views.status_line import StatusLine
from chatapp.views.transcript.kept_choice import KeptChoice
from chatapp.views.transcript.overlays import DropSign
from chatapp.views.transcript.transcript import Transcript
from chatapp.views.widgets.form_field import show
from chatapp.views.windows.dropping import DropTarget
from chatapp.views.writing.completion_card import CompletionCard
from chatapp.views.writing.composer_box import ComposerBox
from chatapp.views.writing.purpose_strip import PurposeStrip
from chatapp.views.writing.typing_line import TypingLine

_ROOMS_WIDTH, _ROSTER_WIDTH, _PANEL_WIDTH = 248, 220, 340
# Below this width the rails are folded away, and lie over the page when asked for.
_NARROW = 900
# Below this height it is left out what the conversation needs the room of.
_LOW = 280
_DROP = _("Let go to put it into your message")


class ChatView(ttk.Frame):
    """Rooms, conversation, people and status line."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Line.TFrame")
        self._look = look
        self._narrow = self._low = False
        self._people_wanted = True
        self.panes_before: tuple[tk.Misc, ...] = ()
        self._over: ttk.Frame | None = None
        self._panel_is_open = False
        self.columnconfigure(1, weight=1)
        self.rowconfigure(0, weight=1)
        self._left = self._rail(_ROOMS_WIDTH, (0, 0, 1, 0))
        self._page = ttk.Frame(self, style="Page.TFrame")
        self._right = self._rail(_ROSTER_WIDTH, (1, 0, 0, 0))
        self._aside = self._rail(_PANEL_WIDTH, (1, 0, 0, 0))
        self._page.grid(row=0, column=1, sticky="nsew")
        self._fill_rails()
        self._fill_page()
        self.status = StatusLine(self, look)
        self.status.grid(row=1, column=0, columnspan=3, sticky="ew")
        look.space(self.status, pady=(1, 0))
        self.bind("<Configure>", lambda _event: self._fit())
        for pane in (self.rooms.rail.canvas, self.roster.canvas):
            pane.bind("<<Chosen>>", lambda _event: self._fold_over(), add="+")
        self._arrange()
        look.scale.follow(self, self._fit)

    def next_pane(self) -> None:
        """Give the keyboard to the next part of the window."""
        self._cycle(1)

    def previous_pane(self) -> None:
        """Give the keyboard to the part before."""
        self._cycle(-1)

    @property
    def folded(self) -> bool:
        """Whether the rails are folded away."""
        return self._narrow

    def _fill_rails(self) -> None:
        """Put rooms, people and the panel at the sides."""
        self.rooms = RoomList(self._left, self._look)
        self.rooms.pack(fill="both", expand=True)
        self.roster = RosterList(self._right, self._look)
        self.roster.pack(fill="both", expand=True)
        self.panel = SidePanel(self._aside, self._look)
        self.panel.pack(fill="both", expand=True)
        self.panel.on_opened = self._show_panel

    def _fill_page(self) -> None:
        """Put the conversation between header and composer."""
        page, look = self._page, self._look
        # Over this the panel lies in a narrow window, and leaves the box free.
        self._reading = ttk.Frame(page, style="Page.TFrame")
        self.header = ChatHeader(page, look)
        self.header.pack(in_=self._reading, fill="x")
        self.header.on_people = self._toggle_people
        self.header.on_rooms = self._toggle_rooms
        line = ttk.Frame(page, style="Line.TFrame")
        line.pack(in_=self._reading, fill="x")
        look.fit(line, height=1)
        self.composer = ComposerBox(page, look)
        self.composer.pack(side="bottom", fill="x")
        self.purpose = PurposeStrip(page, look, self.composer, "reply")
        self.editing = PurposeStrip(page, look, self.composer, "pencil")
        self.completion = CompletionCard(self.composer.entry, look)
        self.typing = TypingLine(page, look)
        self.typing.pack(side="bottom", fill="x")
        self.notices = Notices(page, look)
        self.notices.pack(side="bottom", fill="x")
        self.transcript = Transcript(page, look)
        self.transcript.pack(in_=self._reading, fill="both", expand=True)
        self._reading.pack(fill="both", expand=True)
        self.transcript.on_typed = self._write_on
        # Also where strips, notices and what lies over the messages have buttons.
        self.composer.on_leave = self.transcript.text.focus_set
        KeptChoice(self, self.transcript)
        # Whoever drops something on the conversation means to say it.
        self.drop = DropTarget(page, self.composer.entry, self.transcript.text)
        self.drop.on_hover = self._show_drop
        self._drop_sign = DropSign(self.transcript.text, look)
        for part in (self.purpose, self.editing, self.composer):
            part.lift()  # so that Tab leads from the messages over these to the box

    def _show_drop(self, is_over: bool) -> None:
        """Show where it goes what is held over the conversation to be dropped."""
        self.composer.show_drop(is_over)
        if is_over:
            self._drop_sign.show(self.composer.placeholder, _DROP)
        else:
            self._drop_sign.hide()

    # -- panes --------------------------------------------------------------------

    def _rail(self, width: int, edge: tuple[int, int, int, int]) -> ttk.Frame:
        """Make room for a rail, with a line on the edge that meets the page."""
        rail = ttk.Frame(self, style="Line.TFrame")
        self._look.fit(rail, width=width, padding=edge)
        rail.pack_propagate(False)
        return rail

    def _panes(self) -> list[tk.Misc]:
        """Give what F6 goes through: what has the keyboard in each visible part."""
        panes: list[tk.Misc] = [
            *self.panes_before,
            self.rooms.rail.canvas,
            self.transcript.text,
            self.composer.entry,
            self.roster.canvas,
            self.panel.pane,
            self.status.palette,
        ]
        return [pane for pane in panes if pane.winfo_viewable()]

    def _cycle(self, step: int) -> None:
        panes, focus = self._panes(), self.focus_get()
        if not panes:
            return
        here = next((at for at, it in enumerate(panes) if it is focus), None)
        start = (-1 if step > 0 else 0) if here is None else here
        panes[(start + step) % len(panes)].focus_set()

    def escape(self) -> None:
        """Go back to the box; who is there already gives up what it is for.

        A panel that lies over the page goes first.
        """
        is_there = self.focus_get() is self.composer.entry
        self._fold_over()
        if self._panel_is_open and self._narrow:
            self.panel.close()
            is_there = False
        self.composer.take_focus()
        if is_there:
            self.purpose.end()
            self.editing.end()

    def _write_on(self, letter: str) -> None:
        """Write in the box what was typed where nobody can write."""
        self.composer.take_focus()
        self.composer.insert(letter)

    # -- folding ------------------------------------------------------------------

    def _fit(self) -> None:
        self._fit_rails()
        low = 1 < self.winfo_height() < self._look.px(_LOW)
        if low != self._low:
            self._low = low
            self._fold_lines()

    def _fold_lines(self) -> None:
        """Leave out the lines around the conversation where the window is low."""
        for part in (self.header, self.composer, self.notices):
            part.show_low(self._low)
        show(self.status, not self._low)
        self.typing.pack_forget()
        if not self._low:
            self.typing.pack(side="bottom", fill="x", before=self.notices)
        self.keep_keyboard()

    def _fit_rails(self) -> None:
        """Fold the rails away where there is no room for them, or unfold them."""
        narrow = 1 < self.winfo_width() < self._look.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        """Put the rails beside the page, or away where the window is narrow."""
        self._put_over_away()
        self.header.show_folded(self._narrow)
        self._arrange_panel()
        self._arrange_rails()
        self.keep_keyboard()

    def _arrange_rails(self) -> None:
        if self._narrow:
            self._left.grid_remove()
            self._right.grid_remove()
            return
        self._left.grid(row=0, column=0, sticky="nsew")
        if self._people_wanted and not self._panel_is_open:
            self._right.grid(row=0, column=2, sticky="nsew")
        else:
            self._right.grid_remove()

    def _arrange_panel(self) -> None:
        """Put the panel in place of the people, or where it is narrow over messages."""
        self.panel.closes_itself = self._narrow
        self._aside.grid_remove()
        self._aside.place_forget()
        if self._panel_is_open and self._narrow:
            width = min(self._look.px(_PANEL_WIDTH), self.winfo_width())
            place = {"relx": 1.0, "relheight": 1.0, "anchor": "ne", "width": width}
            self._aside.place(in_=self._reading, y=0, **place)
            self._aside.lift()
        elif self._panel_is_open:
            self._aside.grid(row=0, column=2, sticky="nsew")

    def _show_panel(self, is_open: bool) -> None:
        if is_open != self._panel_is_open:
            self._panel_is_open = is_open
            self._arrange()

    def _toggle_people(self) -> None:
        if self._narrow:
            self._toggle_over(self._right, right=True)
            return
        if self._panel_is_open:
            self.panel.close()
            self._people_wanted = True
        else:
            self._people_wanted = not self._people_wanted
        self._arrange()

    def _toggle_rooms(self) -> None:
        self._toggle_over(self._left, right=False)

    def _toggle_over(self, rail: ttk.Frame, *, right: bool) -> None:
        shown = self._over is rail
        self._fold_over()
        if shown:
            return
        self._over = rail
        edge = {"relx": 1.0, "anchor": "ne"} if right else {"x": 0, "anchor": "nw"}
        rail.place(in_=self._page, y=0, relheight=1.0, **edge)
        rail.lift()
        pane = self.roster.canvas if right else self.rooms.rail.canvas
        pane.focus_set()

    def _fold_over(self) -> None:
        self._put_over_away()
        self.keep_keyboard()

    def _put_over_away(self) -> None:
        if self._over:
            self._over.place_forget()
            self._over = None

    def keep_keyboard(self) -> None:
        """Have it in the box where what had it has gone, and takes no key."""
        window = self.winfo_toplevel()
        widget: tk.Misc | None = self.focus_lastfor()
        is_here = widget is window or str(widget).startswith(f"{self}.")
        if not is_here or open_card(self, str(self)):
            return
        while widget not in (None, self) and widget.winfo_manager():
            widget = widget.master
        if widget is not self:
            self.composer.take_focus()
