"""A card above the cursor that offers what a word may become, while one writes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.models.entities import Suggestion, SuggestionKind
from chatapp.views.emoji.emoji_entry import EmojiEntry
from chatapp.views.emoji.emoji_text import draw_parts, fitted_parts
from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.rich_text import plain
from chatapp.views.widgets.wheel import bind_wheel
from chatapp.views.windows.keys import sequences

if TYPE_CHECKING:
    import tkinter as tk

_ROW = 34
_MOST_ROWS = 8
_WIDTH = 440
_SIGN = 20
_LEFT = 38
_AIR = 8
_ABOVE = 14
_EDGE = 5
_ICONS = {SuggestionKind.COMMAND: "terminal", SuggestionKind.ROOM: "hash"}


class CompletionCard(ttk.Frame):
    """Arrows choose, Tab or Enter takes, so does a click; Escape takes it away.

    The keyboard stays in the box, so one can go on writing whatever is offered.
    """

    def __init__(self, entry: EmojiEntry, look: Look) -> None:
        self._window = entry.winfo_toplevel()
        super().__init__(self._window, style="Banner.TFrame")
        look.fit(self, padding=_EDGE)
        self.on_write: Callable[[str, int], None] = lambda _text, _cursor: None
        self.on_choose: Callable[[Suggestion], None] = lambda _suggestion: None
        self.on_dismiss: Callable[[], None] = lambda: None
        self._entry = entry
        self._look = look
        self._suggestions: Sequence[Suggestion] = ()
        self._chosen = 0
        self._top = 0
        self._rows = 0
        self._enter_takes = False
        self._told = ("", 0)
        self._is_typing = False
        self._due: str | None = None
        self._photos: list[Photo] = []
        self.canvas: tk.Canvas = ttk.Canvas(
            self, autostyle=False, bd=0, highlightthickness=0, cursor="hand2"
        )
        self.canvas.pack()
        self._bind_entry()
        self._bind_mouse()
        look.follow(self, self.hide_suggestions)

    # -- what the controller tells ------------------------------------------------

    def show_suggestions(
        self, suggestions: Sequence[Suggestion], *, written: int, enter_takes: bool
    ) -> None:
        """Show what is offered for the `written` characters before the cursor."""
        self._suggestions = suggestions
        self._chosen = self._top = 0
        self._enter_takes = enter_takes
        self._place(written)

    def hide_suggestions(self) -> None:
        """Take the card away."""
        if self._suggestions:
            self._suggestions = ()
            self.place_forget()
            self._photos.clear()

    def write(self, text: str, cursor: int) -> None:
        """Put a text into the box, the cursor behind so many characters."""
        self._entry.fill(text, cursor)
        self._told = (text, cursor)

    # -- what people do -----------------------------------------------------------

    def _bind_entry(self) -> None:
        """Have these keys come here before they come to the box."""
        entry, tag = self._entry, f"Completion{self._entry}"
        entry.bindtags((tag, *entry.bindtags()))
        keys: dict[str, Callable[[], bool]] = {
            "<Up>": lambda: self._step(-1),
            "<Down>": lambda: self._step(1),
            "<Prior>": lambda: self._step(-_MOST_ROWS + 1),
            "<Next>": lambda: self._step(_MOST_ROWS - 1),
            "<Tab>": self._take,
            "<Return>": self._entered,
            "<KP_Enter>": self._entered,
            "<Escape>": self._dismissed,
        }
        for key, act in keys.items():
            entry.bind_class(tag, key, self._if_shown(act))
        for key in ("Mod-Up", "Mod-Down", "Shift-Return", "Shift-Tab"):
            for sequence in sequences(key):
                # These keep the meaning that they have in the box.
                entry.bind_class(tag, sequence, lambda _event: self._typed(False))
        entry.bind_class(tag, "<Key>", lambda _event: self._typed(True))
        entry.bind_class(tag, "<<Modified>>", lambda _event: self._look_soon())
        entry.bind_class(tag, "<KeyRelease>", lambda _event: self._moved())
        entry.bind_class(tag, "<ButtonRelease>", lambda _event: self._moved())
        entry.bind_class(tag, "<FocusOut>", lambda _event: self.hide_suggestions())
        self._window.bind("<Configure>", self._resized, add="+")
        self._window.bind("<Button-1>", self._clicked_anywhere, add="+")

    def _if_shown(
        self, act: Callable[[], bool]
    ) -> "Callable[[tk.Event[tk.Misc]], str | None]":
        def run(_event: "tk.Event[tk.Misc]") -> str | None:
            return "break" if self._suggestions and act() else None

        return run

    def _typed(self, is_typing: bool) -> None:
        self._is_typing = is_typing

    def _look_soon(self) -> None:
        """Look at a new text once the box itself is done with it."""
        if self._due is None:
            self._due = self.after_idle(self._changed)

    def _changed(self) -> None:
        """Offer something for what was typed, but not for what was put in."""
        self._due = None
        now = (self._entry.contents(), self._entry.cursor())
        if now == self._told:
            return
        self._told = now
        if self._is_typing:
            self.on_write(*now)
        else:
            self.hide_suggestions()
        self._is_typing = False

    def _moved(self) -> None:
        """When the cursor moved, too, something else may fit."""
        now = (self._entry.contents(), self._entry.cursor())
        if self._suggestions and now != self._told:
            self._told = now
            self.on_write(*now)

    def _step(self, steps: int) -> bool:
        count = len(self._suggestions)
        if abs(steps) == 1:
            self._choose((self._chosen + steps) % count)
        else:
            self._choose(max(0, min(count - 1, self._chosen + steps)))
        return True

    def _choose(self, place: int) -> None:
        self._chosen = place
        self._enter_takes = True
        self._top = min(max(self._top, place - self._rows + 1), place)
        self._draw()

    def _take(self) -> bool:
        self.on_choose(self._suggestions[self._chosen])
        return True

    def _entered(self) -> bool:
        """Take what is chosen; where nothing is, Enter sends, and the card goes."""
        if self._enter_takes:
            return self._take()
        self.hide_suggestions()
        return False

    def _clicked_anywhere(self, event: "tk.Event[tk.Misc]") -> None:
        """Go at a click beside the card, such as on what sends."""
        if event.widget not in (self, self.canvas, self._entry):
            self.hide_suggestions()

    def _dismissed(self) -> bool:
        self.on_dismiss()
        return True

    def _resized(self, event: "tk.Event[tk.Misc]") -> None:
        if event.widget is self._window:
            self.hide_suggestions()

    def _bind_mouse(self) -> None:
        bind = self.canvas.bind
        bind("<Motion>", lambda event: self._point(event.y))
        bind("<Button-1>", self._clicked)
        bind_wheel(self.canvas, self._turn)

    def _point(self, y: int) -> None:
        place = self._top + y // self._look.px(_ROW)
        if place != self._chosen and 0 <= place < len(self._suggestions):
            self._choose(place)

    def _clicked(self, event: "tk.Event[tk.Misc]") -> None:
        self._point(event.y)
        if self._suggestions:
            self._take()

    def _turn(self, rows: int) -> None:
        most = len(self._suggestions) - self._rows
        self._top = max(0, min(most, self._top + rows))
        self._draw()

    # -- how it looks -------------------------------------------------------------

    def _place(self, written: int) -> None:
        """Stand above the word, as a whole within the window."""
        look, window, entry = self._look, self._window, self._entry
        px = look.px
        caret = entry.bbox("insert") or (0, 0, 0, 0)
        word = look.fonts.width(look.fonts.body, "n" * written)
        left = entry.winfo_rootx() - window.winfo_rootx() + caret[0] - word
        bottom = entry.winfo_rooty() - window.winfo_rooty() - px(_ABOVE)
        edges = 2 * px(_EDGE)
        room = (bottom - edges - px(_AIR)) // px(_ROW)
        self._rows = max(1, min(_MOST_ROWS, len(self._suggestions), room))
        width = min(px(_WIDTH), window.winfo_width() - 2 * px(_AIR))
        left = max(px(_AIR), min(left, window.winfo_width() - width - px(_AIR)))
        self.canvas.configure(
            width=width - edges,
            height=self._rows * px(_ROW),
            background=look.palette.card,
        )
        self.place(x=left, y=bottom, anchor="sw")
        self.lift()
        self._draw()

    def _draw(self) -> None:
        self._look.emoji.begin()
        before, self._photos = self._photos, []
        self.canvas.delete("all")
        shown = self._suggestions[self._top : self._top + self._rows]
        for row, suggestion in enumerate(shown):
            self._draw_row(row, suggestion, self._top + row == self._chosen)
        before.clear()

    def _draw_row(self, row: int, suggestion: Suggestion, is_chosen: bool) -> None:
        look, palette, px = self._look, self._look.palette, self._look.px
        width, height = int(self.canvas.cget("width")), px(_ROW)
        top, middle = row * height, row * height + height // 2
        ground = palette.card
        if is_chosen:
            ground = palette.page
            frame = look.pictures.rounded(
                (width, height), px(8), ground, palette.card, palette.accent
            )
            self._put(0, top, frame, "nw")
        self._put(px(_LEFT) // 2, middle, self._sign(suggestion, ground), "center")
        fonts, room = look.fonts, width - px(_LEFT) - px(_AIR)
        left, colors = px(_LEFT), (palette.text, ground)
        taken = self._write(suggestion.label, fonts.label, (left, middle), room, colors)
        rest = room - taken - px(16)
        if rest > px(40):
            right, colors = (width - px(_AIR), middle), (palette.muted, ground)
            self._write(suggestion.detail, fonts.note, right, rest, colors, at_end=True)

    def _sign(self, suggestion: Suggestion, ground: str) -> Photo:
        look, palette = self._look, self._look.palette
        size = look.px(_SIGN)
        if suggestion.kind is SuggestionKind.EMOJI:
            return look.emoji.photo(suggestion.text, size, ground, palette.muted)
        if suggestion.kind is SuggestionKind.PERSON:
            fill = look.avatar_fill(suggestion.text)
            return look.pictures.avatar(
                suggestion.text, look.px(24), fill, palette.on_avatar, ground
            )
        icon = _ICONS[suggestion.kind]
        return look.pictures.icon(icon, look.px(15), palette.muted, ground)

    def _put(self, x: int, y: int, photo: Photo, anchor: str) -> None:
        self._photos.append(photo)
        self.canvas.create_image(x, y, image=str(photo), anchor=anchor)

    def _write(
        self,
        text: str,
        font: str,
        place: tuple[int, int],
        room: int,
        colors: tuple[str, str],
        *,
        at_end: bool = False,
    ) -> int:
        """Write a text from a place on, or up to it; tell how wide it is."""
        parts = fitted_parts(self._look, plain(text), font, room)
        width = sum(part.width for part in parts)
        left = place[0] - width if at_end else place[0]
        self._photos += draw_parts(
            self.canvas, self._look, parts, (left, place[1]), font, colors
        )
        return width
