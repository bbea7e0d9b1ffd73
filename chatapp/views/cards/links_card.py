"""A card in which the host of a chat makes links with limits, and takes links back."""

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from chatapp.language import gettext as _
from chatapp.models.entities import LinkRow
from chatapp.views.cards.dialog import Dialog
from chatapp.views.look.palette import Look
from chatapp.views.widgets.choice import Choice
from chatapp.views.widgets.form_field import show
from chatapp.views.windows.keys import delete_keys

MAKE, BACK = _("Make a new link"), _("Back")
WHO, HOW_LONG = _("A new link lets in"), _("It lets people in for")
HOLDING = _("Links that let people in now")
TAKE_BACK = _("Take this link back")
_MOST_ROWS, _FEW_ROWS = 5, 2


class LinksCard(Dialog):
    """Two choices for a new link, and the links that hold, of which one is chosen."""

    width = 500
    middle = 0.5

    def __init__(
        self,
        window: tk.Toplevel,
        look: Look,
        title: str,
        people: Sequence[str],
        lengths: Sequence[str],
    ) -> None:
        super().__init__(window, look, title, "", action=MAKE, cancel=BACK)
        self.on_make: Callable[[int, int], None] = lambda _people, _length: None
        self.on_take_back: Callable[[int], None] = lambda _number: None
        self.on_back: Callable[[], None] = lambda: None
        self._rows: tuple[LinkRow, ...] = ()
        self.cancel.configure(command=self.give_up)
        self._body = ttk.Frame(self.content, style="Page.TFrame")
        self._body.grid(row=2, columnspan=2, sticky="ew")
        self._body.columnconfigure(0, weight=1)
        look.space(self._body, pady=(12, 16))
        self.people = Choice(self._body, look, WHO, people)
        self.lengths = Choice(self._body, look, HOW_LONG, lengths)
        for row, choice in enumerate((self.people, self.lengths)):
            choice.grid(row=row, columnspan=2, sticky="ew")
            look.space(choice, pady=(0, 12))
        self._add_list()
        look.follow(self, self._paint)

    def open(self) -> None:
        """Show the card in the middle of the window, over everything else."""
        self.show(self.action)

    def submit(self) -> None:
        """Make a link as it was chosen."""
        people, length = self.people.chosen, self.lengths.chosen
        self.close()
        self.on_make(people, length)

    def give_up(self) -> None:
        """Go back to what the card was opened from."""
        self.close()
        self.on_back()

    def show_links(self, rows: Sequence[LinkRow], words: str) -> None:
        """List the links that hold; where there are none, say these words."""
        if not self.winfo_exists():
            return
        kept = self._chosen()
        self._rows = tuple(rows)
        self.links.delete(0, "end")
        self.links.insert("end", *(row.words for row in rows))
        numbers = [row.number for row in rows]
        self._choose(numbers.index(kept) if kept in numbers else 0)
        self._nothing.configure(text=words)
        self._place()

    def _add_list(self) -> None:
        look, body = self._look, self._body
        title = ttk.Label(body, text=HOLDING, style="PageBold.TLabel")
        title.grid(row=2, columnspan=2, sticky="w")
        look.space(title, pady=(0, 5))
        self.links = tk.Listbox(
            body,
            activestyle="none",
            borderwidth=0,
            exportselection=False,
            highlightthickness=1,
            relief="flat",
            selectmode="browse",
            font=look.fonts.body,
        )
        self.links.grid(row=3, column=0, sticky="ew")
        bar = ttk.Scrollbar(
            body, style="Page.Vertical.TScrollbar", command=self.links.yview
        )
        bar.grid(row=3, column=1, sticky="ns")
        self._bar = bar
        self.links.configure(yscrollcommand=bar.set)
        for key in delete_keys():
            self.links.bind(key, self._pressed_delete)
        self._nothing = ttk.Label(body, style="PageMuted.TLabel")
        self._nothing.grid(row=4, columnspan=2, sticky="w")
        self.take_back = ttk.Button(
            body, text=TAKE_BACK, style="Choice.TButton", command=self._take_back
        )
        self.take_back.grid(row=5, columnspan=2, sticky="w")
        look.space(self.take_back, pady=(8, 0))

    def _chosen(self) -> int | None:
        """Give the number of the link that is chosen."""
        chosen: tuple[int, ...] = self.links.curselection()
        return self._rows[chosen[0]].number if chosen else None

    def _choose(self, index: int) -> None:
        if index < len(self._rows):
            self.links.selection_set(index)
            self.links.activate(index)
            self.links.see(index)

    def _pressed_delete(self, _event: "tk.Event[tk.Misc]") -> str:
        self._take_back()
        return "break"

    def _take_back(self) -> None:
        number = self._chosen()
        if number is not None:
            self.on_take_back(number)

    def fit_content(self, room: int) -> int:
        """Have fewer rows where the window is low."""
        most, count = _FEW_ROWS if self.is_low else _MOST_ROWS, len(self._rows)
        self.links.configure(height=max(1, min(most, count)))
        for widget in (self.links, self.take_back):
            show(widget, bool(count))
        show(self._bar, count > most)
        show(self._nothing, not count)
        self._nothing.configure(wraplength=self.inner_width)
        self.update_idletasks()
        return super().fit_content(room)

    def _paint(self) -> None:
        palette = self._look.palette
        self._look.dress_text(self.links)
        self.links.configure(
            highlightbackground=palette.border,
            highlightcolor=palette.accent,
        )
