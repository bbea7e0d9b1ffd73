"""The people rail: who is in the room, by group, with what they are up to."""

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatapp.language import gettext as _
from chatapp.models.entities import PeopleGroup, Person, Presence
from chatapp.views.look.palette import Look
from chatapp.views.rails.rail import Rail
from chatapp.views.rails.rail_rows import RailRow, RowState
from chatapp.views.transcript.rich_text import plain
from chatapp.views.widgets.search_field import SearchField
from chatapp.views.widgets.tooltip import Tooltip
from chatapp.views.windows.keys import ENTER_KEYS, is_command

FIND_SOMEBODY = _("Find somebody")
IGNORED = _("Ignored")
_ROW, _TITLE, _GAP = 44, 32, 8
_RANKS = {
    "~": _("Founder"),
    "&": _("Admin"),
    "@": _("Moderator"),
    "%": _("Helper"),
    "+": _("Speaker"),
}
_PRESENCES = {
    Presence.ONLINE: _("Online"),
    Presence.AWAY: _("Away"),
    Presence.OFFLINE: _("Offline"),
    Presence.UNKNOWN: "",
}


@dataclass(frozen=True, slots=True)
class _PersonRow(RailRow):
    """A person's row."""

    person: Person


@dataclass(frozen=True, slots=True)
class _TitleRow(RailRow):
    """The title over a group."""

    title: str


class RosterList(Rail):
    """The right rail."""

    def __init__(self, master: tk.Misc, look: Look) -> None:
        self.on_search: Callable[[str], None] = lambda _text: None
        self.on_seen: Callable[[Sequence[str]], None] = lambda _nicks: None
        self._seen: Sequence[str] = ()
        super().__init__(master, look)
        self.search = SearchField(self, look, FIND_SOMEBODY, "Side")
        self.search.on_change = self._searched
        look.fit(self.search, padding=(10, 10, 10, 2))
        self._bind_search()
        self._bubble = Tooltip(self.canvas, at_pointer=True)
        for event in ("<Enter>", "<Motion>"):
            self.canvas.bind(event, lambda it: self._tell_whole_name(it.y), add="+")

    def show_people(self, groups: Sequence[PeopleGroup]) -> None:
        """Show these groups of people."""
        rows: list[RailRow] = []
        for group in groups:
            if rows:
                rows.append(RailRow("", _GAP))
            title = f"{plain(group.title).upper()} — {len(group.people)}"
            rows.append(_TitleRow("", _TITLE, title))
            rows += [_PersonRow(it.nick, _ROW, it) for it in group.people]
        self.show_rows(rows)

    def draw_row(self, row: RailRow, top: int, width: int, state: RowState) -> None:
        """Draw a title, or a person with avatar, name and status."""
        if isinstance(row, _TitleRow):
            look, px = self.look, self.look.px
            middle = top + self.height(row) - px(13)
            font, color = look.fonts.small_bold, look.palette.muted
            self.write(px(18), middle, row.title, font, color, width - px(26))
        elif isinstance(row, _PersonRow):
            self.draw_ground(row, top, width, state)
            middle = top + self.height(row) // 2
            self._draw_person(row.person, middle, width, state)

    def drawn(self, keys: Sequence[str]) -> None:
        """Tell whom one sees, if those are others than before."""
        if keys != self._seen:
            self._seen = keys
            self.on_seen(keys)

    def tip_of(self, key: str) -> str:
        """Give the whole name of somebody for whose name is too little room, or ""."""
        row = self.stack.row(key)
        if not isinstance(row, _PersonRow):
            return ""
        fonts, name = self.look.fonts, plain(row.person.nick)
        room = self._room_for_name(self.canvas.winfo_width())
        return name if fonts.fitted(name, fonts.bold, room) != name else ""

    def show_search(self, visible: bool) -> None:
        """Offer a field to search in, or empty it and take it away."""
        if visible:
            self.search.pack(side="top", fill="x", before=self.canvas)
        else:
            self.search.fill("")
            self.search.pack_forget()

    def _tell_whole_name(self, y: int) -> None:
        """Have the tooltip speak of the person under the pointer, or say nothing."""
        tip = self.tip_of(self._key_at(y))
        if tip and tip == self._bubble.cget("text"):
            return
        self._bubble.leave()
        self._bubble.configure(text=tip)
        if tip:
            self._bubble.schedule()

    def _room_for_name(self, width: int) -> int:
        return width - self.look.px(58) - self.look.px(14)

    def _searched(self, text: str) -> None:
        self.on_search(text)

    def _bind_search(self) -> None:
        entry = self.search.entry
        entry.bind("<Down>", lambda _event: self.canvas.focus_set())
        for key in ENTER_KEYS:
            entry.bind(key, lambda _event: self._choose_first())
        entry.bind("<Escape>", lambda _event: self._give_up_search())
        self.canvas.bind("<Key>", self._typed)

    def _choose_first(self) -> str:
        keys = self.stack.keys()
        if keys:
            self.on_choose(keys[0])
        return "break"

    def _give_up_search(self) -> str:
        """Empty the field; where it is empty, the key means something else."""
        if not self.search.text:
            return ""
        self.search.fill("")
        return "break"

    def _typed(self, event: "tk.Event[tk.Misc]") -> None:
        """Begin to search with a letter that is typed in the list."""
        is_letter = event.char.isalnum() and not is_command(event)
        if is_letter and self.search.winfo_ismapped():
            self.search.fill(self.search.text + event.char)
            self.search.entry.focus_set()

    def _draw_person(
        self, person: Person, middle: int, width: int, state: RowState
    ) -> None:
        look, palette, px = self.look, self.look.palette, self.look.px
        ground = self.ground(state)
        photo = look.pictures.avatar(
            person.nick,
            px(32),
            look.avatar_fill(person.nick),
            palette.on_avatar,
            ground,
            look.presence_color(person.presence),
        )
        self.put(px(18), middle, photo)
        is_quiet = person.is_ignored or person.presence is Presence.OFFLINE
        color = palette.muted if is_quiet else look.person_color(person.nick)
        room = self._room_for_name(width)
        left, fonts = px(60), look.fonts
        status = _status_of(person)
        at = middle - px(8) if status else middle
        self.write(left, at, plain(person.nick), fonts.bold, color, room)
        self.write(left, middle + px(9), status, fonts.small, palette.muted, room)


def _status_of(person: Person) -> str:
    """Say in a few words who somebody is or what somebody does."""
    if person.is_ignored:
        return IGNORED
    if person.status:
        return plain(person.status)
    words = [_RANKS.get(person.rank, ""), _("You") if person.is_me else ""]
    if person.presence is not Presence.ONLINE or not any(words):
        words.append(_PRESENCES[person.presence])
    return " · ".join(word for word in words if word)
