"""The slash commands: what can be typed instead of clicked."""

from collections.abc import Callable
from itertools import zip_longest
from typing import Protocol

from chatapp.controllers.rooms.keyed_joining import (
    NO_LIST,
    ONE_KEY_ONLY,
    name_in_one_word,
)
from chatapp.controllers.validation import validate_username
from chatapp.controllers.writing import moderation_commands
from chatapp.controllers.writing.command_table import (
    TABLE,
    Call,
    Doors,
    InvalidCommand,
    command,
    find,
)
from chatapp.controllers.writing.typed_text import as_sent
from chatapp.language import gettext as _
from chatapp.models.entities import Field, MessageKind, Tone
from chatapp.models.network import Network
from chatapp.wire.names import is_channel

_FAMILIES = (moderation_commands,)
"""Importing a family adds its commands to the table."""

NO_DOORS = Doors()


class CardView(Protocol):
    """Where an answer to a command is shown."""

    def show(self, key: str, text: str, tone: Tone) -> None:
        """Show a text until it is dismissed."""

    def hide(self, key: str) -> None:
        """Take a text away."""


class SlashCommands:
    """Finds a typed command in the table, and carries it out."""

    def __init__(
        self,
        network: Network,
        card: CardView,
        quit_chat: Callable[[str], None],
        doors: Doors = NO_DOORS,
    ) -> None:
        self._network = network
        self._card = card
        self._quit = quit_chat
        self._doors = doors

    def run(self, text: str, room: str) -> bool:
        """Carry out what was typed.

        Returns:
            Whether it was a command that could be carried out; if not, the reader
            has been told why, and the text should stay.
        """
        name, _gap, argument = text[1:].partition(" ")

        def say(answer: str) -> None:
            if room:
                self._network.note(room, answer)
            else:
                self._card.show("command", answer, Tone.INFO)

        self.forget()
        try:
            found = find(name.lower())
            typed = argument.strip()
            call = Call(self._network, room, typed, say, self._quit, self._doors)
            if len(call.argument.split()) < found.min_words:
                raise InvalidCommand(
                    _("It is used like this: {usage}").format(usage=found.usage)
                )
            found.run(call)
        except InvalidCommand as error:
            self._card.show("command", str(error), Tone.ERROR)
            return False
        return True

    def refuse(self, sentence: str) -> None:
        """Say why what was typed goes nowhere; it should stay."""
        self._card.show("command", sentence, Tone.ERROR)

    def forget(self) -> None:
        """Take away what was said about a command that is not wanted any more."""
        self._card.hide("command")


@command("/join #room [key]", min_words=1)
def join(call: Call) -> None:
    """Join a room, or make it."""
    names, keys = call.words(2)
    named = [name for name in names.split(",") if name]
    rooms = [name if is_channel(name) else f"#{name}" for name in named]
    if len(rooms) > 1 and rooms != named:
        joined = name_in_one_word(rooms[0], *named[1:], keys)
        raise InvalidCommand(NO_LIST.format(joined=joined, rooms=",".join(rooms)))
    if len(keys.split()) > 1:
        joined = name_in_one_word(rooms[-1] if rooms else "#", keys)
        raise InvalidCommand(ONE_KEY_ONLY.format(joined=joined))
    for room, key in zip_longest(rooms, keys.split(",")[: len(rooms)], fillvalue=""):
        if key:
            call.doors.join_by_key(room, key)
        else:
            call.network.join(room)


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
        raise InvalidCommand(
            _("{nick} is a room. Use /join {nick} to enter it.").format(nick=nick)
        )
    call.network.open_direct(nick)
    if text:
        call.network.say(nick, as_sent(text, nick))


@command("/me does something", min_words=1)
def me(call: Call) -> None:
    """Tell what you do, in the third person."""
    if not call.room:
        raise InvalidCommand(_("Open a room first, with /join #room."))
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


@command("/list")
def browse(call: Call) -> None:
    """Show the rooms of this server, to join one or to make one."""
    call.doors.browse_rooms()


@command("/topic [text]")
def topic(call: Call) -> None:
    """Show this room's topic, or set it."""
    if not is_channel(call.room):
        raise InvalidCommand(_("Only a room has a topic. Open one first."))
    if call.argument:
        call.network.moderation.set_topic(call.room, call.argument)
        return
    room = call.network.room(call.room)
    if room and room.topic:
        call.say(
            _("The topic of {room}: {topic}").format(room=call.room, topic=room.topic)
        )
        return
    call.say(_("{room} has no topic. Set one with /topic text.").format(room=call.room))


@command("/whois name", min_words=1)
def whois(call: Call) -> None:
    """Show what the server knows about somebody."""
    call.network.whois(call.words(1)[0])


@command("/away [reason]")
def away(call: Call) -> None:
    """Tell everybody that you are away."""
    call.network.set_away(call.argument or _("Away"))


@command("/back")
def back(call: Call) -> None:
    """Tell everybody that you are back."""
    call.network.set_away(None)


@command("/search [words]")
def search(call: Call) -> None:
    """Find what was said in this room, or with in:#room in another one."""
    call.doors.search(call.argument)


@command("/help [command]")
def show_help(call: Call) -> None:
    """Show what can be typed."""
    if call.argument:
        found = find(call.argument.removeprefix("/").lower())
        call.say(f"{found.usage}\n{found.summary}")
        return
    rows = [f"{row.usage}  –  {row.summary}" for row in TABLE.values()]
    call.say("\n".join([*rows, _("//text  –  Send a message that begins with /.")]))


@command("/oper name", min_words=1)
def become_operator(call: Call) -> None:
    """Become an operator of the server; it asks for the password."""
    name, more = call.words(2)
    if more:
        raise InvalidCommand(
            _("Type the name alone: the password is asked for, and stands nowhere.")
        )
    problem = call.doors.become_operator(call.room, name)
    if problem:
        raise InvalidCommand(problem)


@command("/server address", min_words=1)
def server(call: Call) -> None:
    """Go to a server, or add it to this window."""
    problem = call.doors.open_server(call.argument)
    if problem:
        raise InvalidCommand(problem)


@command("/quit [words]")
def leave(call: Call) -> None:
    """Say goodbye and close chatapp."""
    call.quit(call.argument)
