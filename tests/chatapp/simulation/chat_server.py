"""A played chat server of one room, with the rules that exactly once needs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from chatapp.wire.message import Message
from chatapp.wire.timestamps import render_time
from tests.chatapp.simulation.pages import Entry, page
from tests.support.talker import LOBBY

CAPABILITIES = (
    "message-tags server-time echo-message batch labeled-response draft/chathistory"
)
MULTILINE = "draft/multiline=max-bytes=1000,max-lines=10"
TAKEN, NOT_HERE = "433", "404"


@dataclass(frozen=True, slots=True)
class Rules:
    """What kind of server this is."""

    knows_ids: bool = True
    plays_events: bool = False
    joins_lines: bool = False
    takes_back: bool = False
    page_lines: int = 5

    @property
    def capabilities(self) -> str:
        """What CAP LS lists."""
        extra = " chatapp/id=played" if self.knows_ids else ""
        extra += " draft/event-playback" * self.plays_events
        extra += " draft/message-redaction" * self.takes_back
        return CAPABILITIES + extra + f" {MULTILINE}" * self.joins_lines


class ChatServer:
    """Knows who is here and what was said."""

    def __init__(self, rules: Rules, clock: Callable[[], datetime]) -> None:
        self.rules = rules
        self.entries: list[Entry] = []
        self.gone: list[str] = []
        self.first_words: dict[str, str] = {}
        self.guests: dict[str, Guest] = {}
        self._clock = clock
        self._latest = clock()
        self._numbers = count(1)
        self._known: dict[tuple[str, str], Entry] = {}

    @property
    def said(self) -> list[Entry]:
        """Everything that was said and is there, in its order; no edits."""
        entries = self.entries
        return [it for it in entries if it.is_said and not (it.edits or it.is_gone)]

    @property
    def texts(self) -> list[str]:
        """The first words of everything that was said and is there."""
        return [entry.params[1] for entry in self.said]

    def words_of(self, entry: Entry) -> str:
        """Give what somebody said, in the last words that he gave it."""
        edits = [each for each in self.entries if each.edits == entry.msgid]
        own = [each.params[1] for each in edits if each.source == entry.source]
        return own[-1].removeprefix("* ") if own else entry.params[1]

    def accept(self, send: Callable[[str], None]) -> "Guest":
        """Let somebody in who has not said who he is."""
        return Guest(self, send)

    def enter(self, guest: "Guest", command: str, *params: str) -> Entry:
        """Note what happens in the room, and let those hear it who are there."""
        entry = self._note(guest, command, params)
        for each in self.guests.values():
            each.send_lines(entry.render())
        return entry

    def say(self, guest: "Guest", message: Message) -> Entry:
        """Note what somebody says, once, and let the others hear it."""
        client_id = message.tags.get("+chatapp/id", "")
        key = (guest.nick, client_id)
        if self.rules.knows_ids and client_id and key in self._known:
            return self._known[key]
        edits = message.tags.get("+chatapp/edit", "")
        entry = self._note(guest, message.command, message.params, client_id, edits)
        self._known[key] = entry
        for each in self.guests.values():
            if each is not guest:
                each.send_lines(entry.render())
        return entry

    def take_back(self, guest: "Guest", msgid: str) -> None:
        """Let something be gone that somebody said; a trace stays."""
        for place, entry in enumerate(self.entries):
            is_own = entry.msgid == msgid and entry.source == guest.mask
            if is_own and entry.is_said and not entry.is_gone:
                self.gone.append(entry.params[1])
                params = (entry.params[0], "")
                gone = replace(entry, params=params, edits="", is_gone=True)
                self.entries[place] = gone
                for key in [key for key, each in self._known.items() if each == entry]:
                    self._known[key] = gone
                self.enter(guest, "REDACT", LOBBY, msgid)

    def page(self, message: Message) -> list[Entry]:
        """Give the part of the past that CHATHISTORY asks for."""
        entries = self.entries
        if not self.rules.plays_events:
            entries = [entry for entry in entries if entry.is_said]
        form, _, reference, limit = message.params
        return page(entries, form, reference, int(limit))

    def _note(
        self,
        guest: "Guest",
        command: str,
        params: tuple[str, ...],
        client_id: str = "",
        edits: str = "",
    ) -> Entry:
        if command != "PRIVMSG":  # nobody comes twice in one millisecond
            self._latest += timedelta(milliseconds=1)
        self._latest = max(self._latest, self._clock())
        moment = render_time(self._latest)
        entry = Entry(
            next(self._numbers), moment, guest.mask, command, params, client_id, edits
        )
        self.entries.append(entry)
        if entry.is_said:
            self.first_words[entry.msgid] = params[1]
        return entry


@dataclass(eq=False)
class Guest:
    """The server's end of one connection."""

    server: ChatServer
    send: Callable[[str], None]
    nick: str = "*"
    is_here: bool = False
    _waits_for: set[str] = field(default_factory=lambda: {"NICK", "USER"})
    _batches: int = 0
    _begun: Message | None = None
    _lines: list[str] = field(default_factory=list)

    @property
    def mask(self) -> str:
        """Who this is, as others see it."""
        return f"{self.nick}!u@h"

    def receive(self, line: str) -> None:
        """Carry out a command; one that is not known is not answered."""
        message = Message.parse(line)
        command = _COMMANDS.get(message.command)
        if command:
            command(self, message)

    def send_lines(self, lines: Iterable[str]) -> None:
        """Send lines."""
        for line in lines:
            self.send(line)

    def end(self) -> None:
        """Be gone."""
        if self.is_here:
            self.is_here = False
            del self.server.guests[self.nick]
            self.server.enter(self, "QUIT", "gone")

    def _cap(self, message: Message) -> None:
        if message.params[0] == "LS":
            self._waits_for.add("CAP")
            self.send(f":s CAP {self.nick} LS :{self.server.rules.capabilities}")
        elif message.params[0] == "REQ":
            self.send(f":s CAP {self.nick} ACK :{message.trailing}")
        else:
            self._have("CAP")

    def _nick(self, message: Message) -> None:
        wanted = message.params[0]
        if wanted in self.server.guests:
            self.send(f":s {TAKEN} {self.nick} {wanted} :It is taken.")
        elif self.is_here:
            old, self.nick = self.mask, wanted
            guests = self.server.guests
            del guests[old.partition("!")[0]]
            guests[wanted] = self
            for each in guests.values():
                each.send(f":{old} NICK {wanted}")
        else:
            self.nick = wanted
            self._have("NICK")

    def _user(self, _message: Message) -> None:
        self._have("USER")

    def _have(self, what: str) -> None:
        self._waits_for.discard(what)
        if self._waits_for or self.is_here:
            return
        if self.nick in self.server.guests:
            self._waits_for.add("NICK")
            self.send(f":s {TAKEN} * {self.nick} :It is taken.")
            return
        self.is_here = True
        self.server.guests[self.nick] = self
        limit = f"CHATHISTORY={self.server.rules.page_lines}"
        self.send(f":s 001 {self.nick} :Welcome")
        self.send(f":s 005 {self.nick} {limit} MSGREFTYPES=msgid,timestamp :are")
        self.send(f":s 422 {self.nick} :No message of the day")
        self.server.enter(self, "JOIN", LOBBY)
        names = " ".join(self.server.guests)
        self.send(f":s 353 {self.nick} = {LOBBY} :{names}")
        self.send(f":s 366 {self.nick} {LOBBY} :End")

    def _batch(self, message: Message) -> None:
        if message.params[0].startswith("+"):
            self._begun, self._lines = message, []
        elif self._begun:
            begun, self._begun = self._begun, None
            text = "\n".join(self._lines)
            self._privmsg(Message("PRIVMSG", (LOBBY, text), begun.tags))

    def _privmsg(self, message: Message) -> None:
        if "batch" in message.tags:
            self._lines.append(message.trailing)
            return
        label = message.tags.get("label", "")
        if not self.is_here:
            self.send(f"@label={label} :s {NOT_HERE} {self.nick} {LOBBY} :No")
            return
        entry = self.server.say(self, message)
        self.send_lines(entry.render(label=label))

    def _redact(self, message: Message) -> None:
        if self.is_here:
            self.server.take_back(self, message.params[1])

    def _history(self, message: Message) -> None:
        if len(message.params) < len(("LATEST", LOBBY, "*", "1")):
            return
        self._batches += 1
        batch = f"b{self._batches}"
        label = message.tags.get("label", "")
        is_page = message.params[0] != "TARGETS"
        kind = f"chathistory {LOBBY}" if is_page else "draft/chathistory-targets"
        begin = f":s BATCH +{batch} {kind}"
        self.send(f"@label={label} {begin}" if label else begin)
        for entry in self.server.page(message) if is_page else ():
            self.send_lines(entry.render(batch=batch))
        self.send(f":s BATCH -{batch}")

    def _ping(self, message: Message) -> None:
        self.send(f":s PONG s :{message.trailing}")

    def _quit(self, _message: Message) -> None:
        self.end()


_COMMANDS: dict[str, Callable[[Guest, Message], None]] = {
    "CAP": Guest._cap,
    "NICK": Guest._nick,
    "USER": Guest._user,
    "PRIVMSG": Guest._privmsg,
    "BATCH": Guest._batch,
    "REDACT": Guest._redact,
    "CHATHISTORY": Guest._history,
    "PING": Guest._ping,
    "QUIT": Guest._quit,
}
