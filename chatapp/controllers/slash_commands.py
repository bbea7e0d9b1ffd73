"""The slash commands: what can be typed instead of clicked."""

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol

from chatapp.controllers.typed_text import as_sent
from chatapp.controllers.validation import validate_username
from chatapp.models.entities import Field, MessageKind, Tone
from chatapp.models.network import Network
from chatapp.wire.names import is_channel


class CardView(Protocol):
    """Where an answer to a command is shown."""

    def show(self, key: str, text: str, tone: Tone) -> None:
        """Show a text until it is dismissed."""

    def hide(self, key: str) -> None:
        """Take a text away."""


class InvalidCommand(ValueError):
    """A slash command that cannot be carried out; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Call:
    """One use of a slash command: its room, its argument and what it may use."""

    network: Network
    room: str
    argument: str
    say: Callable[[str], None]
    quit: Callable[[str], None]

    def words(self, count: int) -> list[str]:
        """Split the argument into at most `count` parts, padded with empty ones."""
        parts = self.argument.split(None, count - 1)
        return parts + [""] * (count - len(parts))


@dataclass(frozen=True, slots=True)
class SlashCommand:
    """A row of the table."""

    name: str
    usage: str
    run: Callable[[Call], None]
    min_words: int

    @property
    def summary(self) -> str:
        """The first line of its docstring."""
        return (self.run.__doc__ or "").partition("\n")[0]


TABLE: dict[str, SlashCommand] = {}


def command(
    usage: str, min_words: int = 0
) -> Callable[[Callable[[Call], None]], Callable[[Call], None]]:
    """Add a function to the table; `usage` begins with the command's name."""

    def add(function: Callable[[Call], None]) -> Callable[[Call], None]:
        name = usage.split(maxsplit=1)[0].removeprefix("/")
        TABLE[name] = SlashCommand(name, usage, function, min_words)
        return function

    return add


class SlashCommands:
    """Finds a typed command in the table, and carries it out."""

    def __init__(
        self, network: Network, card: CardView, quit_chat: Callable[[str], None]
    ) -> None:
        self._network = network
        self._card = card
        self._quit = quit_chat

    def run(self, text: str, room: str) -> bool:
        """Carry out what was typed.

        Returns:
            Whether it was a command that could be carried out; if not, the reader
            has been told why, and the text should stay.
        """
        name, _, argument = text[1:].partition(" ")

        def say(answer: str) -> None:
            if room:
                self._network.note(room, answer)
            else:
                self._card.show("command", answer, Tone.INFO)

        self.forget()
        try:
            found = _find(name.lower())
            call = Call(self._network, room, argument.strip(), say, self._quit)
            if len(call.argument.split()) < found.min_words:
                raise InvalidCommand(f"It is used like this: {found.usage}")
            found.run(call)
        except InvalidCommand as error:
            self._card.show("command", str(error), Tone.ERROR)
            return False
        return True

    def forget(self) -> None:
        """Take away what was said about a command that is not wanted any more."""
        self._card.hide("command")


def _find(name: str) -> SlashCommand:
    found = TABLE.get(name)
    if found:
        return found
    closest = difflib.get_close_matches(name, TABLE, n=1, cutoff=0.7)
    hint = f" Did you mean /{closest[0]}?" if closest else ""
    raise InvalidCommand(
        f"There is no command /{name}.{hint} Type /help to see them all,"
        f" or //{name} to send it as a message."
    )


@command("/join #room [key]", min_words=1)
def join(call: Call) -> None:
    """Join a room, or make it."""
    names, keys = call.words(2)
    named = [name for name in names.split(",") if name]
    for name, key in zip_longest(named, keys.split(",")[: len(named)], fillvalue=""):
        call.network.join(name if is_channel(name) else f"#{name}", key)


@command("/part [#room] [reason]")
def part(call: Call) -> None:
    """Leave this room, or the one that is named."""
    channel, reason = call.words(2)
    if not is_channel(channel):
        channel, reason = call.room, call.argument
    if is_channel(channel):
        call.network.part(channel, reason)
    elif channel:
        call.network.close(channel)


@command("/msg name text", min_words=2)
def msg(call: Call) -> None:
    """Send somebody a private message, or a room a message."""
    target, text = call.words(2)
    if not is_channel(target):
        call.network.open_direct(target)
    call.network.say(target, as_sent(text, target))


@command("/query name [text]", min_words=1)
def query(call: Call) -> None:
    """Open a private conversation with somebody."""
    nick, text = call.words(2)
    if is_channel(nick):
        raise InvalidCommand(f"{nick} is a room. Use /join {nick} to enter it.")
    call.network.open_direct(nick)
    if text:
        call.network.say(nick, as_sent(text, nick))


@command("/me does something", min_words=1)
def me(call: Call) -> None:
    """Tell what you do, in the third person."""
    if not call.room:
        raise InvalidCommand("Open a room first, with /join #room.")
    said = as_sent(call.argument, call.room)
    call.network.say(call.room, said, MessageKind.ACTION)


@command("/nick name", min_words=1)
def nick(call: Call) -> None:
    """Take another username."""
    problems: dict[Field | None, str] = {}
    name = validate_username(call.argument, problems)
    if problems:
        raise InvalidCommand(problems[Field.USERNAME])
    call.network.change_nick(name)


@command("/kick name [reason]", min_words=1)
def kick(call: Call) -> None:
    """Remove somebody from this room, if you look after it."""
    if not is_channel(call.room):
        raise InvalidCommand("Only from a room can somebody be removed. Open it first.")
    call.network.kick(call.room, *call.words(2))


@command("/topic [text]")
def topic(call: Call) -> None:
    """Show this room's topic, or set it."""
    if not is_channel(call.room):
        raise InvalidCommand("Only a room has a topic. Open one first.")
    if call.argument:
        call.network.set_topic(call.room, call.argument)
        return
    room = call.network.room(call.room)
    if room and room.topic:
        call.say(f"The topic of {call.room}: {room.topic}")
        return
    call.say(f"{call.room} has no topic. Set one with /topic text.")


@command("/whois name", min_words=1)
def whois(call: Call) -> None:
    """Show what the server knows about somebody."""
    call.network.whois(call.words(1)[0])


@command("/away [reason]")
def away(call: Call) -> None:
    """Tell everybody that you are away."""
    call.network.set_away(call.argument or "Away")


@command("/back")
def back(call: Call) -> None:
    """Tell everybody that you are back."""
    call.network.set_away(None)


@command("/help [command]")
def show_help(call: Call) -> None:
    """Show what can be typed."""
    if call.argument:
        found = _find(call.argument.removeprefix("/").lower())
        call.say(f"{found.usage}\n{found.summary}")
        return
    rows = [f"{row.usage}  –  {row.summary}" for row in TABLE.values()]
    call.say("\n".join([*rows, "//text  –  Send a message that begins with /."]))


@command("/quit [words]")
def leave(call: Call) -> None:
    """Say goodbye and close chatapp."""
    call.quit(call.argument)
