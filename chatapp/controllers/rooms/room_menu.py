"""The menu of a room in the rail: what can be done about it, and what may call one."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

from chatapp.controllers.people.people_wording import LIST_BANS
from chatapp.controllers.rooms import rooms_wording as words
from chatapp.controllers.rooms.room_link import link_to
from chatapp.models.entities import Attention, MenuEntry, MenuPart, Room, RoomKind
from chatapp.models.network import Network

HOUR = timedelta(hours=1)


class RoomMenuView(Protocol):
    """A rail whose rows have menus."""

    on_menu: Callable[[str], Sequence[MenuPart]]


class RoomMenuController:
    """Offers for each room what can be done about it."""

    def __init__(
        self,
        view: RoomMenuView,
        network: Network,
        close: Callable[[str], None],
        export: Callable[[str], None],
        read: Callable[[str], None],
    ) -> None:
        self.on_bans: Callable[[str], None] = lambda _room: None
        self.on_copy: Callable[[str], None] = lambda _link: None
        self._network = network
        self._close = close
        self._export = export
        self._read = read
        view.on_menu = self.offer

    def offer(self, name: str) -> Sequence[MenuPart]:
        """Give the entries for a room; none for what is no room any more."""
        room = self._network.room(name)
        if room is None:
            return ()
        return (
            self._about_reading(room),
            self._about_calls(room),
            self._about_end(room),
        )

    def _about_reading(self, room: Room) -> MenuPart:
        network, name = self._network, room.name
        arranging = network.arranging
        entries = []
        if room.unread:
            entries.append(MenuEntry(words.MARK_READ, lambda: network.mark_read(name)))
        is_new = not room.is_favourite
        favourite = words.ADD_FAVOURITE if is_new else words.REMOVE_FAVOURITE
        entries.append(MenuEntry(favourite, lambda: arranging.favour(name, is_new)))
        return entries

    def _about_calls(self, room: Room) -> MenuPart:
        arranging, name = self._network.arranging, room.name
        levels = {
            Attention.ALL: words.CALL_ALWAYS,
            Attention.MENTIONS: words.CALL_FOR_MENTIONS,
            Attention.NOTHING: words.CALL_NEVER,
        }
        if room.kind is RoomKind.DIRECT:  # all that is said there is meant for one
            del levels[Attention.MENTIONS]
        entries = [self._level(room, level, text) for level, text in levels.items()]
        until = room.quiet_until
        hour = words.muted_until(until) if until else words.MUTE_FOR_AN_HOUR
        be_quiet = MenuEntry(
            hour, lambda: arranging.be_quiet(name, HOUR), until is not None
        )
        return [*entries, be_quiet]

    def _level(self, room: Room, level: Attention, text: str) -> MenuEntry:
        is_on = room.attention is level and room.quiet_until is None
        attend = self._network.arranging.attend
        return MenuEntry(text, lambda: attend(room.name, level), is_on)

    def _about_end(self, room: Room) -> MenuPart:
        end = words.CLOSE if room.kind is RoomKind.DIRECT else words.LEAVE
        return [
            *self._about_others(room),
            MenuEntry(words.AS_PLAIN_TEXT, lambda: self._read(room.name)),
            MenuEntry(words.EXPORT, lambda: self._export(room.name)),
            MenuEntry(end, lambda: self._close(room.name)),
        ]

    def _about_others(self, room: Room) -> MenuPart:
        network, entries = self._network, []
        is_channel = room.kind is RoomKind.CHANNEL
        link = link_to(network, room.name) if is_channel else ""
        if link:
            entries.append(MenuEntry(words.COPY_LINK, lambda: self.on_copy(link)))
        if network.moderation.may_moderate(room.name):
            entries.append(MenuEntry(LIST_BANS, lambda: self.on_bans(room.name)))
        return entries
