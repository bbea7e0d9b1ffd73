"""A session whose server is played by the test, line by line."""

import itertools
from typing import Any, TypeVar

from chatapp.models.session.session import Identity, Session
from chatapp.wire.message import Message
from tests.chatapp.models.fakes import FULL, FakeTime

Kind = TypeVar("Kind")

ISUPPORT = "CASEMAPPING=precis PREFIX=(ov)@+ NETWORK=Test STATUSMSG=@+"


class SessionStage:
    """A session, what it sends as lines, and what it tells as facts."""

    def __init__(self, **identity: Any) -> None:
        self.highlight_words: tuple[str, ...] = ()
        self.time = FakeTime()
        self.sent: list[str] = []
        self.facts: list[Any] = []
        ids = itertools.count(1)
        self.session = Session(
            Identity(**{"nick": "noor", **identity}),
            lambda message, _urgency: self.sent.append(message.render()),
            self.facts.append,
            self.time.now,
            lambda: f"id{next(ids)}",
            highlight_words=lambda: self.highlight_words,
        )

    def feed(self, *lines: str) -> None:
        """Let lines arrive from the server."""
        for line in lines:
            self.session.receive(Message.parse(line))

    def sign_in(self, capabilities: str = FULL) -> "SessionStage":
        """Sign in; what was sent and told until then is forgotten."""
        self.session.start()
        if capabilities:
            self.feed(f"CAP * LS :{capabilities}", f"CAP * ACK :{capabilities}")
        self.feed(
            ":s 001 noor :Welcome",
            f":s 005 noor {ISUPPORT} :are supported",
            ":s 422 noor :No message of the day",
        )
        return self.forget()

    def enter(self, channel: str = "#lobby", names: str = "noor") -> "SessionStage":
        """Be in a channel with these people."""
        self.feed(
            f":noor!u@h JOIN {channel}",
            f":s 353 noor = {channel} :{names}",
            f":s 366 noor {channel} :End of names",
            f":s 315 noor {channel} :End of who",
        )
        return self.forget()

    def forget(self) -> "SessionStage":
        self.sent.clear()
        self.facts.clear()
        return self

    def told(self, kind: type[Kind]) -> list[Kind]:
        """Give the facts of one kind, in order."""
        return [fact for fact in self.facts if isinstance(fact, kind)]

    def people(self, channel: str = "#lobby") -> dict[str, str]:
        """Give the nicks in a channel with their ranks, in order."""
        session = self.session
        people = session.roster.people(channel, session.mode_types, session.nick)
        return {person.nick: person.rank for person in people}
