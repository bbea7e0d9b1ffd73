"""A client without a window, whose server says whatever it likes, line by line.

A line that begins with "!" is something that the person does, or that happens to the
link; every other one is a line of the server.
"""

import base64
import binascii
import logging
import re

from chatapp.models.accounts.account import Account
from chatapp.models.entities import ChatMessage
from chatapp.models.session.table import inbound
from chatapp.wire import capabilities as names
from chatapp.wire.lenient_lines import LenientLines
from chatapp.wire.line_buffer import MAX_CLIENT_TAGS_BYTES, MAX_LINE_BYTES
from tests.chatapp.models.fakes import FULL, FakeWire, NetworkStage
from tests.fuzzing.hostile_acts import ACTS
from tests.fuzzing.target import Target

SECRET = "s3cret-of-an-account"
ALL = " ".join(
    (
        *(FULL, names.MULTILINE, names.METADATA, names.SEARCH, names.READ_MARKER),
        *(names.MESSAGE_REDACTION, names.EVENT_PLAYBACK, names.EXTENDED_JOIN),
        names.CAP_NOTIFY,
    )
)
MOST_LINES = 200
BREAKS_A_LINE = frozenset("\r\n\0")
ANSWER = re.compile("NOTICE [^ ]+ :?\x01(.*)\x01")
"""What the client says by itself, with words that somebody else chose."""


class Broken(BaseException):
    """A promise is broken; no `except Exception` takes it away."""


class Loud(logging.Handler):
    """Takes for a fault what the client skips because of an unexpected error."""

    def emit(self, record: logging.LogRecord) -> None:
        words = record.getMessage()
        if words.startswith("Skipped ") and ": " in words:
            reason = words.rpartition(": ")[2]
            if reason.endswith(("Error", "Exception", "Interrupt")):
                raise Broken(words)


class Play:
    """One client, what its person has said, and what the server has said to it."""

    def __init__(self, *, signed_in: bool) -> None:
        self.stage = NetworkStage()
        self.network = self.stage.network
        self.said: dict[str, str] = {}
        self.heard: list[str] = []
        account = Account("noor", SECRET)
        self.network.connect("chat.example", 6667, "noor", account=account)
        if signed_in:
            self.welcome()
            self.stage.enter("#lobby")
        else:
            self.stage.wire.open()

    def welcome(self) -> None:
        """Let the server sign the person in, and offer all there is."""
        self.stage.welcome(ALL)

    def go_on(self, line: str) -> None:
        """Let one thing happen."""
        if line.startswith("!"):
            name, _, rest = line[1:].partition(" ")
            act = ACTS.get(name)
            if act:
                act(self, rest)
            return
        for each in LenientLines().feed(f"{line}\n".encode()):
            self.heard.append(each)
            self.stage.wire.feed(each)

    def say(self, words: str) -> None:
        """Say something like nothing else in a room."""
        room, _, text = words.partition(" ")
        text = f"{text} #{len(self.said)}"
        is_taken = self.network.count_messages(room, text) > 0
        if self.network.room(room) is not None and is_taken:
            self.said[text] = room
            self.network.say(room, text)

    def leave(self, room: str, reason: str = "") -> None:
        """Leave a room, and give up what was said there and not sent."""
        same = self.network.same
        self.said = {it: said for it, said in self.said.items() if not same(said, room)}
        (self.network.part if reason else self.network.close)(
            room, *filter(None, [reason])
        )

    def lines(self) -> list[ChatMessage]:
        """Give what stands in all rooms."""
        return [
            line
            for room in self.network.rooms()
            for line in self.network.history(room.name)
        ]

    def judge(self) -> None:
        """Find what is broken."""
        for wire in self.stage.wires:
            _judge_wire(wire)
        self._judge_said()

    def _judge_said(self) -> None:
        """What was said last, and what nobody can have meddled with, is there."""
        kept = {
            row[0]
            for row in self.stage.jobs.connection.execute("SELECT text FROM outbox")
        }
        shown = {line.text for line in self.lines()}
        meddled = any(
            word in line.upper()
            for line in self.heard
            for word in ("REDACT", "EDIT", "PRIVMSG", "NOTICE", "BATCH")
        )
        for text in self.said:
            parts = [each for each in kept | shown if text.endswith(each[-4:])]
            if not parts and not meddled and not self._has_left:
                raise Broken(f"{text!r} is lost.")

    @property
    def _has_left(self) -> bool:
        return any(
            room not in {it.name for it in self.network.rooms()}
            for room in self.said.values()
        )


def _judge_wire(wire: FakeWire) -> None:
    for line in wire.sent:
        if not BREAKS_A_LINE.isdisjoint(line):
            raise Broken("More than a line goes out as one.")
        answer = ANSWER.fullmatch(line)
        if answer and not answer[1].isprintable():
            raise Broken("Control codes of somebody else go out.")
        if SECRET in line or SECRET.encode() in _decoded(line):
            raise Broken("The secret goes out in plain.")
        if len(line.encode()) > MAX_LINE_BYTES + MAX_CLIENT_TAGS_BYTES:
            raise Broken("A line goes out that is far too long.")


def _decoded(line: str) -> bytes:
    try:
        return base64.b64decode(line.rpartition(" ")[2])
    except (binascii.Error, ValueError):
        return b""


def play(data: bytes) -> None:
    """Let a script happen, and judge what came of it."""
    first, *script = data.decode(errors="replace").split("\n")[:MOST_LINES]
    handler, log = Loud(), logging.getLogger("chatapp")
    level, disabled = log.level, logging.root.manager.disable
    logging.disable(logging.NOTSET)
    log.addHandler(handler)
    propagates, log.propagate = log.propagate, False
    log.setLevel(logging.WARNING)
    try:
        it = Play(signed_in=not first.startswith("new"))
        for line in script:
            it.go_on(line)
        it.judge()
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
        log.propagate = propagates
        logging.disable(disabled)


COMMANDS = sorted({handler.command for handler in inbound})
WORDS = (
    *("new\n", "\n", " :", " ", ",", "*", "#lobby", "#tea", "noor", "ann", "+o"),
    *("-v+b",),
    *(f"\n:s {command} noor " for command in COMMANDS),
    *(f"\n:ann!a@h {command} #lobby " for command in ("JOIN", "PRIVMSG", "KICK")),
    *("\n:noor!u@h JOIN ", "\n:noor!u@h NICK ", "\n:noor!u@h PART "),
    *("\n:ann!a@h NICK ",),
    *("\n@batch=b;time=2026-11-22T10:00:00.000Z;msgid=m ", "\n@label=id4 "),
    *("@batch=c;",),
    *("\nBATCH +b chathistory #lobby", "\nBATCH -b"),
    *("\n@batch=b BATCH +c draft/multiline #lobby",),
    *("\nBATCH +c draft/multiline #lobby", "\nBATCH -c", "draft/multiline-concat;"),
    *("+draft/reply=m;",),
    *("\nCAP * LS :", "\nCAP * ACK :", "\nCAP * NAK :", "\nCAP * NEW :"),
    *("\nCAP * DEL :", "sasl=PLAIN", ALL),
    *("\nAUTHENTICATE +", "\nAUTHENTICATE ", "\n903", "\n904", "\n908 noor PLAIN"),
    *("sts=port=6697,duration=1",),
    *("CASEMAPPING=ascii", "CASEMAPPING=rfc1459", "PREFIX=(ov)@+"),
    *("CHANMODES=b,k,l,i", "CHANTYPES=\\x20"),
    *("STATUSMSG=@", "WHOX", "TOPICLEN=1", "NICKLEN=1", "CHATHISTORY=1"),
    *("CHATHISTORY=0", "MSGREFTYPES=msgid"),
    *("99999999999999999999", "-1", "0", "2026-11-22T10:00:00.000Z", "timestamp="),
    *("msgid=m", "\x01PING \x01"),
    *("\x01VERSION\x01", "\x01ACTION a\x01", "+chatapp/id=id5;", "chatapp/pins"),
    *("chatapp/id=h", "\ufeff"),
    *(f"\n!{name} #lobby" for name in ACTS),
)  # fmt: skip

SESSION_TARGET = Target("session", play, WORDS)
