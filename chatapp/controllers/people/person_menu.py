"""The menu of a person: what can be done about somebody, as far as one may."""

from collections.abc import Callable, Sequence
from typing import Protocol

from chatapp.controllers.open_room import OpenRoom
from chatapp.controllers.people import people_wording as words
from chatapp.controllers.people.ban_wording import whom_it_keeps_out
from chatapp.controllers.window import WindowView
from chatapp.models.entities import MenuEntry, MenuPart, Person, Power
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus

_RANKS = (
    Power.GIVE_VOICE,
    Power.TAKE_VOICE,
    Power.GIVE_OPERATOR,
    Power.TAKE_OPERATOR,
)


class PersonMenuView(Protocol):
    """A rail of people that have menus."""

    on_choose: Callable[[str], None]
    on_menu: Callable[[str], Sequence[MenuPart]]


class PersonMenuController:
    """Offers for each person what can be done; what one may not do is absent."""

    def __init__(
        self, view: PersonMenuView, window: WindowView, network: Network, bus: EventBus
    ) -> None:
        self.on_mention: Callable[[str], None] = lambda _nick: None
        self.on_who: Callable[[str], None] = lambda _nick: None
        self.on_unmute: Callable[[str, str], None] = lambda _room, _nick: None
        self.on_elsewhere: Callable[[], None] = lambda: None
        self._window = window
        self._network = network
        self._room = OpenRoom(bus, network.same)
        view.on_menu = self.offer
        view.on_choose = self.choose

    def choose(self, nick: str) -> None:
        """Write to somebody, or look at what others see of oneself."""
        if self._network.same(nick, self._network.nick):
            self.on_who(nick)
        else:
            self._network.open_direct(nick)

    def offer(self, nick: str) -> Sequence[MenuPart]:
        """Give the entries for somebody; none for who is not here any more."""
        people = self._network.people(self._room.name)
        person = next((it for it in people if it.nick == nick), None)
        if person is None:
            return ()
        who = MenuEntry(words.WHO_IS_THIS, lambda: self.on_who(nick))
        if person.is_me:
            elsewhere = MenuEntry(words.ELSEWHERE, self.on_elsewhere)
            return ([elsewhere, who],)
        powers = self._network.moderation.powers(self._room.name, nick)
        return (
            [*self._about_talk(person), who],
            [self._about_ignoring(nick)],
            [self._give_rank(nick, power) for power in _RANKS if power in powers],
            self._about_removing(nick, powers),
        )

    def _about_talk(self, person: Person) -> MenuPart:
        nick, network = person.nick, self._network
        message = MenuEntry(words.message_to(nick), lambda: network.open_direct(nick))
        mention = MenuEntry(words.MENTION, lambda: self.on_mention(nick))
        return [message, mention]

    def _about_ignoring(self, nick: str) -> MenuEntry:
        ignoring = self._network.ignoring
        if ignoring.ignores(nick):
            return MenuEntry(words.HEAR_AGAIN, lambda: ignoring.hear_again(nick))
        return MenuEntry(words.IGNORE, lambda: ignoring.ignore(nick))

    def _give_rank(self, nick: str, power: Power) -> MenuEntry:
        room, moderation = self._room.name, self._network.moderation
        return MenuEntry(
            words.POWERS[power], lambda: moderation.rank(room, nick, power)
        )

    def _about_removing(self, nick: str, powers: frozenset[Power]) -> MenuPart:
        room, moderation = self._room.name, self._network.moderation
        actions: dict[Power, Callable[[], None]] = {
            Power.MUTE: lambda: moderation.mute(room, nick),
            Power.KICK: lambda: self._ask_to_remove(room, nick),
            Power.BAN: lambda: self._ask_to_ban(room, nick),
        }
        entries = [
            MenuEntry(words.POWERS[power], do)
            for power, do in actions.items()
            if power in powers
        ]
        if Power.MUTE in powers:
            unmute = MenuEntry(words.UNMUTE, lambda: self.on_unmute(room, nick))
            entries.insert(1, unmute)
        return entries

    def _ask_to_remove(self, room: str, nick: str) -> None:
        def remove(reason: str) -> str | None:
            return self._remove(room, nick, reason)

        self._window.ask_text(
            title=words.remove_from(nick, room),
            label=words.REASON,
            initial="",
            action=words.REMOVE,
            on_text=remove,
            hint=words.CAN_COME_BACK,
        )

    def _ask_to_ban(self, room: str, nick: str) -> None:
        ban = self._network.moderation.ban_of(room, nick)

        def keep_out(reason: str) -> str | None:
            problem = self._problem_of(reason)
            if problem is None:
                self._network.moderation.ban(room, ban.text)
                self._remove(room, nick, reason)
            return problem

        self._window.ask_text(
            title=words.ban_from(nick, room),
            label=words.REASON,
            initial="",
            action=words.BAN,
            on_text=keep_out,
            hint=whom_it_keeps_out(ban),
        )

    def _remove(self, room: str, nick: str, reason: str) -> str | None:
        problem = self._problem_of(reason)
        if problem is None:
            self._network.moderation.kick(room, nick, reason.strip())
        return problem

    def _problem_of(self, reason: str) -> str | None:
        longest = self._network.moderation.longest_reason
        length = len(reason.strip())
        if longest is None or length <= longest:
            return None
        return words.reason_too_long(length - longest, longest)
