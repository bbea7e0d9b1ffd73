"""The card of who is banned from a room or muted in it, and how that is lifted."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.controllers.people import people_wording as words
from chatapp.controllers.people.ban_wording import about_ban, describes
from chatapp.models.entities import Ban, BanRow
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import BansListed


class BansView(Protocol):
    """A card with a list, of which one entry is chosen."""

    on_lift: Callable[[str], None]

    def show_bans(self, rows: Sequence[BanRow], text: str) -> None:
        """List these, under some words."""


class BansWindow(Protocol):
    """The window, as far as bans are concerned."""

    def new_bans_card(self, title: str, lift: str, close: str) -> BansView:
        """Open an empty card."""


class BansController:
    """Shows the bans of a room, and lifts them."""

    def __init__(self, window: BansWindow, network: Network, bus: EventBus) -> None:
        self._window = window
        self._network = network
        self._room = ""
        self._sought = ""
        self._only_mutes = False
        self._view: BansView | None = None
        self._bans: dict[str, Ban] = {}
        bus.subscribe(BansListed, self._listed)

    def open(self, room: str) -> None:
        """Show who is banned from a room."""
        self._room, self._sought = room, ""
        self._open_card(words.BANS_ASKING)
        self._network.moderation.ask_bans(room)

    def lift_of(self, room: str, who: str) -> None:
        """Lift the bans of somebody, whose name, account or mask is given."""
        self._seek(room, who, only_mutes=False)

    def lift_mute_of(self, room: str, who: str) -> None:
        """Let somebody speak again, and come in no more than before."""
        self._seek(room, who, only_mutes=True)

    def _seek(self, room: str, who: str, *, only_mutes: bool) -> None:
        self._room, self._sought, self._only_mutes = room, who, only_mutes
        self._view = None
        self._network.moderation.ask_bans(room)

    def _open_card(self, text: str) -> None:
        view = self._view = self._window.new_bans_card(
            words.bans_of(self._room), words.BANS_LIFT, words.CLOSE
        )
        view.on_lift = self._lift
        view.show_bans((), text)

    def _listed(self, event: BansListed) -> None:
        if not self._network.same(event.room, self._room):
            return
        self._bans = {f"{ban.letter} {ban.text}": ban for ban in event.bans}
        sought, self._sought = self._sought, ""
        if sought:
            self._lift_sought(sought)
        elif self._view:
            self._show(self._view, "")

    def _lift_sought(self, sought: str) -> None:
        found = [ban for ban in self._bans.values() if self._is_of(ban, sought)]
        for ban in found:
            self._network.moderation.lift(self._room, ban.letter, ban.text)
        if not found:
            self._open_card("")
            if self._view:
                no_such = words.no_mute_of if self._only_mutes else words.no_ban_of
                self._show(self._view, no_such(sought))

    def _is_of(self, ban: Ban, sought: str) -> bool:
        if self._only_mutes and not ban.silences:
            return False
        of_who_is_here = self._network.moderation.ban_of(self._room, sought)
        if (ban.account, ban.mask) == (of_who_is_here.account, of_who_is_here.mask):
            return True
        names = (ban.text, ban.mask, ban.account, ban.mask.partition("!")[0])
        return any(name and self._network.same(name, sought) for name in names)

    def _lift(self, key: str) -> None:
        ban = self._bans.get(key)
        if ban:
            self._network.moderation.lift(self._room, ban.letter, ban.text)
            self._network.moderation.ask_bans(self._room)

    def _show(self, view: BansView, text: str) -> None:
        rows = [
            BanRow(key, describes(ban), about_ban(ban), ban.silences)
            for key, ban in self._bans.items()
        ]
        view.show_bans(rows, text or ("" if rows else words.BANS_NOTHING))
