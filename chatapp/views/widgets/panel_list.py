"""A list of messages that were found: where, by whom and when, and the words."""

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.models.entities import PanelLine
from chatapp.views.look.palette import Look
from chatapp.views.transcript.rich_text import EMOJI, plain, safe
from chatapp.views.widgets.wheel import bind_wheel

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo

_EMOJI_SIZE = 16
# How near to the end of the list, as a share of it, more is asked for.
_NEAR = 0.92


@dataclass(frozen=True, slots=True)
class _Shown:
    """A line as it stands in the list; all of it has the tag."""

    line: PanelLine
    tag: str


class PanelList(ttk.Frame):
    """Shows messages one under the other; one of them is chosen."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        super().__init__(master, style="Side.TFrame")
        self.on_more: Callable[[], None] = lambda: None
        self.on_choose: Callable[[str], None] = lambda _key: None
        self._look = look
        self._shown: list[_Shown] = []
        self._chosen: int | None = None
        self._photos: list[Photo] = []
        self._has_more = False
        self._number = 0
        self.text: tk.Text = ttk.Text(
            self,
            autostyle=False,
            bd=0,
            highlightthickness=0,
            wrap="word",
            cursor="arrow",
            state="disabled",
            takefocus=False,
            width=1,
            height=1,
            font=look.fonts.note,
        )
        self.text.pack(side="left", fill="both", expand=True)
        self._bar = ttk.Scrollbar(
            self, style="Side.Vertical.TScrollbar", command=self.text.yview
        )
        self._bar.pack(side="right", fill="y")
        self.text.configure(yscrollcommand=self._scrolled)
        # Nothing is to be selected here: a click goes to a message.
        tags = [tag for tag in self.text.bindtags() if tag != "Text"]
        self.text.bindtags(("PanelList", *tags))
        bind_wheel(self.text, self.scroll)
        look.follow(self.text, self._paint)

    def clear(self) -> None:
        """Show nothing."""
        for shown in self._shown:
            self.text.tag_delete(shown.tag)
        self._shown.clear()
        self._photos.clear()
        self._chosen = None
        self._has_more = False
        self.text.configure(state="normal")
        self.text.delete("1.0", "end")
        self.text.configure(state="disabled")

    def add(self, lines: Sequence[PanelLine], *, has_more: bool) -> None:
        """Show more lines; `has_more` tells whether there are others to ask for."""
        self._look.emoji.begin()
        self.text.configure(state="normal")
        for line in lines:
            self._write(line)
        self.text.configure(state="disabled")
        self._has_more = has_more
        if self._chosen is None and self._shown:
            self._choose(0)
        self.after_idle(self._ask_if_near)

    def step(self, steps: int) -> None:
        """Choose a message further down, or up."""
        if self._shown and self._chosen is not None:
            self._choose(max(0, min(len(self._shown) - 1, self._chosen + steps)))

    @property
    def chosen(self) -> str:
        """The key of the message that is chosen, or ""."""
        return "" if self._chosen is None else self._shown[self._chosen].line.key

    def remove(self, key: str) -> None:
        """Take a message out."""
        for place, shown in enumerate(self._shown):
            if shown.line.key == key:
                self.text.configure(state="normal")
                self.text.delete(f"{shown.tag}.first", f"{shown.tag}.last")
                self.text.configure(state="disabled")
                del self._shown[place]
                self._chosen = None
                if self._shown:
                    self._choose(min(place, len(self._shown) - 1))
                return

    # -- writing ------------------------------------------------------------------

    def _write(self, line: PanelLine) -> None:
        text = self.text
        self._number += 1
        tag = f"#{self._number}"
        if line.room:
            self._write_part(f"{plain(line.room)}  ", ("head", "room"), tag)
        person = f"person{self._look.person_number(line.sender)}"
        text.insert("end", plain(line.sender), ("head", "name", person, tag))
        text.insert("end", f"   {line.time}\n", ("head", "time", tag))
        for part in line.parts:
            self._write_part(
                part.text, ("words", *(["hit"] if part.is_hit else [])), tag
            )
        text.insert("end", "\n", ("words", tag))
        # A line of its own: Tk draws the ground of a hit over the space below its line.
        text.insert("end", "\n", ("foot", tag))
        self._shown.append(_Shown(line, tag))
        key = line.key
        text.tag_bind(tag, "<Button-1>", lambda _event: self._clicked(key))
        text.tag_bind(tag, "<Enter>", lambda _event: self._pointed(key))

    def _write_part(self, words: str, tags: tuple[str, ...], tag: str) -> None:
        done = 0
        words = safe(words)
        for match in EMOJI.finditer(words):
            self.text.insert("end", words[done : match.start()], (*tags, tag))
            self._write_emoji(match.group(), (*tags, tag))
            done = match.end()
        self.text.insert("end", words[done:], (*tags, tag))

    def _write_emoji(self, sequence: str, tags: tuple[str, ...]) -> None:
        look, palette = self._look, self._look.palette
        size = look.px(_EMOJI_SIZE)
        if not look.emoji.has(sequence, size):
            self.text.insert("end", sequence, tags)
            return
        photo = look.emoji.photo(sequence, size, "", palette.muted)
        self._photos.append(photo)
        at = self.text.index("end-1c")
        self.text.image_create(at, image=str(photo), align="center")
        for tag in tags:
            self.text.tag_add(tag, at)

    # -- choosing -----------------------------------------------------------------

    def _clicked(self, key: str) -> None:
        self._pointed(key)
        self.on_choose(key)

    def _pointed(self, key: str) -> None:
        for place, shown in enumerate(self._shown):
            if shown.line.key == key and place != self._chosen:
                self._choose(place, see=False)

    def _choose(self, place: int, *, see: bool = True) -> None:
        palette = self._look.palette
        if self._chosen is not None and self._chosen < len(self._shown):
            self._color(self._shown[self._chosen].tag, "")
        self._chosen = place
        tag = self._shown[place].tag
        self._color(tag, palette.selected_row)
        self.text.tag_raise("hit")
        if see:
            self.text.see(f"{tag}.last-1c")
            self.text.see(f"{tag}.first")

    def _color(self, tag: str, ground: str) -> None:
        self.text.tag_configure(
            tag, background=ground, lmargincolor=ground, rmargincolor=ground
        )

    # -- scrolling ----------------------------------------------------------------

    def scroll(self, turns: int) -> str:
        """Move what one sees by so many turns of the wheel."""
        self.text.yview_scroll(3 * turns, "units")
        return "break"

    def _scrolled(self, first: str, last: str) -> None:
        self._bar.set(first, last)
        self._ask_if_near()

    def _ask_if_near(self) -> None:
        if self._has_more and self.winfo_exists() and self.text.yview()[1] > _NEAR:
            self._has_more = False
            self.on_more()

    # -- how it looks -------------------------------------------------------------

    def _paint(self) -> None:
        look, palette, px = self._look, self._look.palette, self._look.px
        text, fonts = self.text, look.fonts
        text.configure(background=palette.side, foreground=palette.text, padx=0, pady=0)
        edge = px(14)
        for tag in ("head", "words"):
            text.tag_configure(tag, lmargin1=edge, lmargin2=edge, rmargin=edge)
            text.tag_configure(tag, lmargincolor=palette.side)
        text.tag_configure("head", spacing1=px(9), spacing3=px(2))
        text.tag_configure("words", spacing2=px(2))
        text.tag_configure("foot", font=fonts.tiny)
        text.tag_configure("room", font=fonts.small, foreground=palette.muted)
        text.tag_configure("name", font=fonts.label)
        text.tag_configure("time", font=fonts.small, foreground=palette.muted)
        for number, color in enumerate(palette.people):
            text.tag_configure(f"person{number}", foreground=color)
        text.tag_configure(
            "hit",
            background=palette.mention,
            foreground=palette.text,
            font=fonts.label,
        )
        text.tag_raise("hit")
        if self._chosen is not None:
            self._choose(self._chosen, see=False)
