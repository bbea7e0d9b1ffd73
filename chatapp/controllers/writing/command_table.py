"""The table of slash commands: what each is called, how it is used, what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from chatapp.controllers.writing.near_misses import closest
from chatapp.language import gettext as _
from chatapp.models.network import Network


class InvalidCommand(ValueError):
    """A slash command that cannot be carried out; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Doors:
    """What a command may open: rooms to browse, who is banned, a search.

    `lift_ban` takes a room and a name, and finds the bans that are meant; `lift_mute`
    does so with mutes alone.
    `join_by_key` takes a room and what may be its key.
    `become_operator` takes a room and an operator's name, and says what is in the way.
    `open_server` takes an address or a link, and says what is wrong with it, if so.
    """

    browse_rooms: Callable[[], object] = lambda: None
    list_bans: Callable[[str], object] = lambda _room: None
    lift_ban: Callable[[str, str], object] = lambda _room, _who: None
    lift_mute: Callable[[str, str], object] = lambda _room, _who: None
    search: Callable[[str], object] = lambda _text: None
    join_by_key: Callable[[str, str], object] = lambda _room, _key: None
    become_operator: Callable[[str, str], str] = lambda _room, _name: ""
    open_server: Callable[[str], str] = lambda _address: ""


@dataclass(frozen=True, slots=True)
class Call:
    """One use of a slash command: its room, its argument and what it may use."""

    network: Network
    room: str
    argument: str
    say: Callable[[str], None]
    quit: Callable[[str], None]
    doors: Doors

    def words(self, count: int) -> list[str]:
        """Split the argument into at most `count` parts, padded with empty ones."""
        parts = self.argument.split(None, count - 1)
        return parts + [""] * (count - len(parts))


@dataclass(frozen=True, slots=True)
class SlashCommand:
    """A row of the table; `moderates`: it is for who looks after a room."""

    name: str
    usage: str
    run: Callable[[Call], None]
    min_words: int
    moderates: bool = False

    @property
    def summary(self) -> str:
        """The first line of its docstring."""
        return _((self.run.__doc__ or "").partition("\n")[0])


TABLE: dict[str, SlashCommand] = {}


def command(
    usage: str, min_words: int = 0, *, moderates: bool = False
) -> Callable[[Callable[[Call], None]], Callable[[Call], None]]:
    """Add a function to the table; `usage` begins with the command's name."""

    def add(function: Callable[[Call], None]) -> Callable[[Call], None]:
        name = usage.split(maxsplit=1)[0].removeprefix("/")
        TABLE[name] = SlashCommand(name, _(usage), function, min_words, moderates)
        return function

    return add


def by_use(*, moderates: bool) -> list[SlashCommand]:
    """List all by name, and last those that are for others, unless one `moderates`."""
    return sorted(
        TABLE.values(), key=lambda row: (row.moderates and not moderates, row.name)
    )


def find(name: str) -> SlashCommand:
    """Find a command by its name.

    Raises:
        InvalidCommand: there is none; the text says what to do.
    """
    found = TABLE.get(name)
    if found:
        return found
    meant = closest(name, TABLE)
    sentence = _(
        "There is no command /{name}. Type /help to see them all, or //{name} to send "
        "it as a message."
    )
    if meant:
        sentence = _(
            "There is no command /{name}. Did you mean /{closest}? Type /help to see "
            "them all, or //{name} to send it as a message."
        )
    raise InvalidCommand(sentence.format(name=name, closest=meant))
