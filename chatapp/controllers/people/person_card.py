"""The card of a person: what the server tells of somebody, as soon as it has."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from chatapp.controllers.people import people_wording as words
from chatapp.models.entities import Presence
from chatapp.models.events import WhoisArrived
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus


class PersonCardView(Protocol):
    """A card with a person's sign, what is known, and buttons."""

    on_message: Callable[[], None]
    on_ignore: Callable[[], None]

    def show_person(
        self, presence: Presence, rows: Sequence[tuple[str, str]], ignore: str
    ) -> None:
        """Show what is known; without words to `ignore` that is not offered."""


class PersonCardWindow(Protocol):
    """The window, as far as cards of people are concerned."""

    def new_person_card(self, nick: str, message: str, close: str) -> PersonCardView:
        """Open an empty card with this name."""


class PersonCardController:
    """Opens a card whenever the server has told of somebody whom one asked about."""

    def __init__(
        self, window: PersonCardWindow, network: Network, bus: EventBus
    ) -> None:
        self._window = window
        self._network = network
        bus.subscribe(WhoisArrived, self._arrived)

    def _arrived(self, event: WhoisArrived) -> None:
        view = self._window.new_person_card(event.nick, words.CARD_MESSAGE, words.CLOSE)
        view.on_message = lambda: self._network.open_direct(event.nick)
        view.on_ignore = lambda: self._toggle_ignored(view, event)
        self._show(view, event)

    def _show(self, view: PersonCardView, event: WhoisArrived) -> None:
        facts = dict(reversed(event.facts))  # of two of a name, the first says more
        presence = Presence.AWAY if "Away" in facts else Presence.ONLINE
        view.show_person(presence, self._rows(event.nick, facts), self._ignore(event))

    def _rows(self, nick: str, facts: Mapping[str, str]) -> list[tuple[str, str]]:
        told = {**facts, "Account": facts.get("Account", words.NO_ACCOUNT)}
        if "Connection" in told:
            told["Connection"] = words.ENCRYPTED
        rows = [
            (name, told[fact]) for fact, name in words.CARD_ROWS.items() if fact in told
        ]
        shared = self._network.rooms_with(nick)
        if shared and not self._network.same(nick, self._network.nick):
            rows.insert(2, (words.ROOMS_SHARED, ", ".join(shared)))
        return rows

    def _ignore(self, event: WhoisArrived) -> str:
        if self._network.same(event.nick, self._network.nick):
            return ""
        is_ignored = self._network.ignoring.ignores(event.nick)
        return words.HEAR_AGAIN if is_ignored else words.IGNORE

    def _toggle_ignored(self, view: PersonCardView, event: WhoisArrived) -> None:
        ignoring = self._network.ignoring
        if ignoring.ignores(event.nick):
            ignoring.hear_again(event.nick)
        else:
            ignoring.ignore(event.nick)
        self._show(view, event)
