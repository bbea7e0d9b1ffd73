"""What one client knows of the world, built only of what it was sent."""

from collections.abc import Callable
from dataclasses import dataclass, field

from chatapp.wire.isupport import Isupport
from chatapp.wire.message import Message, Source
from chatapp.wire.modes import ModeChange, parse_modes

LISTS = {"367": "b", "348": "e", "346": "I"}
PAST = ("chathistory", "soju.im/search")


@dataclass
class SeenRoom:
    """A room that a client is in, as it knows it."""

    name: str
    members: dict[str, set[str]] = field(default_factory=dict)
    named: dict[str, set[str]] = field(default_factory=dict)
    topic: str = ""
    flags: set[str] = field(default_factory=set)
    single: dict[str, str] = field(default_factory=dict)
    lists: dict[str, set[str]] = field(default_factory=dict)
    was_auditorium: bool = False


class View:
    """A client's view; it believes what it is told, and notes what cannot be."""

    def __init__(self) -> None:
        self.nick = ""
        self.isupport = Isupport()
        self.rooms: dict[str, SeenRoom] = {}
        self.entered: list[SeenRoom] = []
        self.invited: set[str] = set()
        self.own_modes: set[str] = set()
        self.heard: list[Message] = []
        self.complaints: list[str] = []
        self.is_over = False
        self._past: set[str] = set()

    def fold(self, name: str) -> str:
        """Give the key of a name, as the server says that it compares them."""
        return self.isupport.fold(name)

    def room(self, name: str) -> SeenRoom | None:
        """Find a room that one is in."""
        return self.rooms.get(self.fold(name))

    def take(self, message: Message) -> None:
        """Learn from a message."""
        self.heard.append(message)
        if message.tags.get("batch", "") in self._past:
            return
        learn = LEARNING.get(message.command)
        if learn:
            learn(self, message)

    def who_said(self, message: Message) -> str:
        """Give the key of who a message comes from."""
        return self.fold(Source.parse(message.source or "").nick)

    def tell_past(self, reference: str) -> None:
        """Be told, in this batch, what was before."""
        self._past.add(reference)

    def complain(self, message: Message) -> None:
        """Note what cannot be."""
        self.complaints.append(" ".join((message.command, *message.params)))


def _welcome(view: View, message: Message) -> None:
    view.nick = message.params[0]


def _isupport(view: View, message: Message) -> None:
    view.isupport = view.isupport.with_tokens(message.params[1:-1])


def _nick(view: View, message: Message) -> None:
    old, new = view.who_said(message), message.params[0]
    if old == view.fold(view.nick):
        view.nick = new
    for room in view.rooms.values():
        if old in room.members:
            room.members[view.fold(new)] = room.members.pop(old)


def _join(view: View, message: Message) -> None:
    who, name = view.who_said(message), message.params[0]
    if who == view.fold(view.nick):
        if view.room(name):
            view.complain(message)
        view.rooms[view.fold(name)] = room = SeenRoom(name, {who: set()})
        view.entered.append(room)
        view.invited.discard(view.fold(name))
        return
    room = view.room(name)
    if room is None or who in room.members:
        view.complain(message)
    else:
        room.members[who] = set()


def _part(view: View, message: Message) -> None:
    _leave(view, message, view.who_said(message))


def _kick(view: View, message: Message) -> None:
    _leave(view, message, view.fold(message.params[1]))


def _leave(view: View, message: Message, who: str) -> None:
    room = view.room(message.params[0])
    if room is None:
        view.complain(message)
    elif who == view.fold(view.nick):
        del view.rooms[view.fold(message.params[0])]
    elif room.members.pop(who, None) is None and not room.was_auditorium:
        view.complain(message)


def _quit(view: View, message: Message) -> None:
    who = view.who_said(message)
    for room in view.rooms.values():
        room.members.pop(who, None)


def _topic(view: View, message: Message) -> None:
    room = view.room(message.params[0])
    if room:
        room.topic = message.params[1]


def _topic_told(view: View, message: Message) -> None:
    room = view.room(message.params[1])
    if room:
        room.topic = message.params[2] if message.command == "332" else ""


def _names(view: View, message: Message) -> None:
    room = view.room(message.params[2])
    types = view.isupport.mode_types
    for word in message.params[3].split():
        symbols, rest = types.split_symbols(word)
        if room:
            key = view.fold(Source.parse(rest).nick)
            room.named[key] = set(types.letters_of(symbols))


def _names_end(view: View, message: Message) -> None:
    for name in message.params[1].split(","):
        room = view.room(name)
        if room and room.named:
            room.members, room.named = room.named, {}


def _mode(view: View, message: Message) -> None:
    target = message.params[0]
    if view.fold(target) == view.fold(view.nick):
        for change in parse_modes(
            message.params[1], (), view.isupport.mode_types
        ).changes:
            del change
        _own_modes(view, message.params[1])
        return
    room = view.room(target)
    if room is None:
        view.complain(message)
        return
    types = view.isupport.mode_types
    for change in parse_modes(message.params[1], message.params[2:], types).changes:
        _change(view, room, change, message)


def _own_modes(view: View, text: str) -> None:
    adding = True
    for letter in text:
        if letter in "+-":
            adding = letter == "+"
        elif adding:
            view.own_modes.add(letter)
        else:
            view.own_modes.discard(letter)


def _change(view: View, room: SeenRoom, change: ModeChange, message: Message) -> None:
    types = view.isupport.mode_types
    letter, argument = change.letter, change.argument or ""
    if letter in types.prefixes:
        ranks = room.members.get(view.fold(argument))
        if ranks is None:
            if not room.was_auditorium:
                view.complain(message)
            return
        (ranks.add if change.adding else ranks.discard)(letter)
    elif letter in types.lists:
        entries = room.lists.setdefault(letter, set())
        (entries.add if change.adding else entries.discard)(argument)
    elif letter in types.always + types.when_set:
        if change.adding:
            room.single[letter] = argument
        else:
            room.single.pop(letter, None)
    else:
        (room.flags.add if change.adding else room.flags.discard)(letter)
        room.was_auditorium = room.was_auditorium or letter == "u"


def _modes_told(view: View, message: Message) -> None:
    room = view.room(message.params[1])
    if room is None:
        return
    room.flags, room.single = set(), {}
    types = view.isupport.mode_types
    for change in parse_modes(message.params[2], message.params[3:], types).changes:
        _change(view, room, change, message)


def _list_entry(view: View, message: Message) -> None:
    room = view.room(message.params[1])
    if room:
        room.lists.setdefault(LISTS[message.command], set()).add(message.params[2])


def _renamed(view: View, message: Message) -> None:
    room = view.rooms.pop(view.fold(message.params[0]), None)
    if room is None:
        view.complain(message)
        return
    room.name = message.params[1]
    view.rooms[view.fold(room.name)] = room


def _invited(view: View, message: Message) -> None:
    if view.fold(message.params[0]) == view.fold(view.nick):
        view.invited.add(view.fold(message.params[1]))


def _batch(view: View, message: Message) -> None:
    """Take nothing of what is told in a batch of the past for what happens now."""
    sign, reference = message.params[0][0], message.params[0][1:]
    if sign == "+" and message.params[1] in PAST:
        view.tell_past(reference)


def _end(view: View, _message: Message) -> None:
    view.is_over = True


def _user_modes(view: View, message: Message) -> None:
    view.own_modes = set(message.params[1]) - {"+"}


LEARNING: dict[str, Callable[[View, Message], None]] = {
    "001": _welcome,
    "005": _isupport,
    "221": _user_modes,
    "324": _modes_told,
    "331": _topic_told,
    "332": _topic_told,
    "353": _names,
    "366": _names_end,
    "BATCH": _batch,
    "ERROR": _end,
    "INVITE": _invited,
    "JOIN": _join,
    "KICK": _kick,
    "MODE": _mode,
    "NICK": _nick,
    "PART": _part,
    "QUIT": _quit,
    "RENAME": _renamed,
    "TOPIC": _topic,
    **dict.fromkeys(LISTS, _list_entry),
}
