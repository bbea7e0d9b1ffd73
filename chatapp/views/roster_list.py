"""The people rail: who is in the room, by group, with what they are up to."""

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatapp.models.entities import MenuEntry, MenuPart, PeopleGroup, Person, Presence
from chatapp.views.palette import Look
from chatapp.views.rail import Rail
from chatapp.views.rail_rows import RailRow, RowState
from chatapp.views.rich_text import plain

_ROW, _TITLE, _GAP = 44, 32, 8
_RANKS = {"~": "Founder", "&": "Admin", "@": "Moderator", "%": "Helper", "+": "Speaker"}
_PRESENCES = {
    Presence.ONLINE: "Online",
    Presence.AWAY: "Away",
    Presence.OFFLINE: "Offline",
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
        self.on_person: Callable[[str], None] = lambda _nick: None
        self.on_whois: Callable[[str], None] = lambda _nick: None
        self.on_mention: Callable[[str], None] = lambda _nick: None
        self.on_elsewhere: Callable[[], None] = lambda: None
        super().__init__(master, look)
        self.on_choose = self._chosen
        self.on_menu = self._offer

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

    def _offer(self, key: str) -> Sequence[MenuPart]:
        """Give what can be done about a person."""
        person = self._person(key)
        if person is None:
            return ()
        who = MenuEntry("Who is this?", lambda: self.on_whois(key))
        if person.is_me:
            elsewhere = MenuEntry("Use it on another computer", self._use_elsewhere)
            return ((elsewhere, who),)
        message = MenuEntry(f"Message {key}", lambda: self.on_person(key))
        mention = MenuEntry("Mention in the room", lambda: self.on_mention(key))
        return ((message, mention, who),)

    def _use_elsewhere(self) -> None:
        self.on_elsewhere()

    def _person(self, nick: str) -> Person | None:
        row = self.stack.row(nick)
        return row.person if isinstance(row, _PersonRow) else None

    def _chosen(self, nick: str) -> None:
        person = self._person(nick)
        if person and person.is_me:
            self.on_whois(nick)
        elif person:
            self.on_person(nick)

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
        offline = person.presence is Presence.OFFLINE
        color = palette.muted if offline else look.person_color(person.nick)
        room = width - px(58) - px(14)
        left, fonts = px(60), look.fonts
        self.write(left, middle - px(8), plain(person.nick), fonts.bold, color, room)
        status = _status_of(person)
        self.write(left, middle + px(9), status, fonts.small, palette.muted, room)


def _status_of(person: Person) -> str:
    """Say in a few words who somebody is or what somebody does."""
    if person.status:
        return plain(person.status)
    words = [_RANKS.get(person.rank, ""), "You" if person.is_me else ""]
    if person.presence is not Presence.ONLINE or not any(words):
        words.append(_PRESENCES[person.presence])
    return " · ".join(word for word in words if word)
