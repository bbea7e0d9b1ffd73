"""Somebody who talks and sets things, and comes back whenever the server is gone."""

import threading
from collections.abc import Callable
from contextlib import closing
from random import Random
from typing import NamedTuple

from chatapp.wire.message import Message
from chatapp.wire.tag_names import CHATAPP_ID
from torture.hearsay import Hearsay
from torture.holding import OWNED, OWNER, YES, Deed, Holding
from torture.play import Loss
from torture.promises import NOTHING, Promises
from torture.visit import Visit, require, require_clear_words, said_in

LOBBY = "#lobby"
DEN = "#den"
ROOMS = (LOBBY, DEN)
PASSWORD = "password"
NOTHING_CHANGED = "ACK"
MOST_LINES = 12
SECONDS_BETWEEN_TRIES = 0.03
PART_OF_DEEDS = 0.3
PART_OF_PASSWORDS = 0.01
PAGE = 200


class Written(NamedTuple):
    """One message, which is said until it is heard."""

    room: str
    identity: str
    text: str


class Resident:
    """One person with an account; `live` is run on a thread of its own."""

    def __init__(
        self,
        nick: str,
        chance: Random,
        rooms: dict[str, Hearsay],
        port: Callable[[], int],
        *,
        forgives: bool = False,
    ) -> None:
        """Be somebody who is not there yet.

        Args:
            nick: is also the name of the account.
            chance: decides what is done.
            rooms: where it is noted what is said in them.
            port: tells where the server is.
            forgives: whether the server may say that it cannot do something now.
        """
        self._forgives = forgives
        self.nick = nick
        self.lines = 0
        self.refused = 0
        self.problem: BaseException | None = None
        self._holding = Holding(nick, chance)
        self._password = Promises()
        self._chance = chance
        self._rooms = rooms
        self._port = port
        self._count = 0
        self._unconfirmed: dict[str, Written] = {}
        self._gives_up = False
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self.live, name=nick, daemon=True)

    @property
    def promised(self) -> int:
        """How many things this one was promised."""
        return self._holding.promises.kept + self._password.kept

    def start(self) -> None:
        """Begin to live."""
        self._thread.start()

    def finish(self, seconds: float) -> bool:
        """Say what is still to be said, go, and tell whether that was soon enough."""
        self._is_over.set()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def give_up(self) -> None:
        """Say no more, whatever is still to be said."""
        self._gives_up = True
        self._is_over.set()

    def live(self) -> None:
        """Come, talk, and come again, until it is over and everything is said."""
        try:
            while not self._is_over.is_set() or self._has_more_to_say():
                self._visit_once()
        except BaseException as problem:  # noqa: BLE001 - told by who looks at it
            self.problem = problem

    def _has_more_to_say(self) -> bool:
        return bool(self._unconfirmed) and not self._gives_up

    def _visit_once(self) -> None:
        try:
            with closing(Visit(self.nick, self._port(), self._rooms)) as visit:
                self._come(visit)
                self._settle(visit)
                while not self._is_over.is_set():
                    self._talk(visit)
                self._settle(visit)
                visit.leave()
        except (EOFError, OSError):
            self._is_over.wait(SECONDS_BETWEEN_TRIES)

    def _come(self, visit: Visit) -> None:
        """Sign in by the password that the account has, or make the account."""
        passwords = self._password.possible(PASSWORD)
        known = [each for each in reversed(passwords) if each]
        found = next(filter(visit.prove, known), NOTHING)
        if found == NOTHING and NOTHING in passwords:
            found = f"secret-{self.nick}"
            self._password.ask(PASSWORD, found)
            answer = visit.register(found)
            if not self._is_done([answer], "REGISTER"):
                self._password.withdraw(PASSWORD, found)
                raise ConnectionError("There can be no account now.")
        if found == NOTHING:
            raise Loss(f"The account of {self.nick} takes none of {passwords}.")
        self._password.broken({PASSWORD: found})
        visit.come_in()
        visit.ask([f"JOIN {DEN}", *self._holding.joining()])

    def _settle(self, visit: Visit) -> None:
        """See that everything is as it was promised, and say what is not confirmed."""
        questions = self._holding.questions()
        pages = [f"CHATHISTORY LATEST {room} * {PAGE}" for room in self._rooms]
        latest = [hearsay.latest for hearsay in self._rooms.values()]
        answers = visit.ask([*questions, *pages])
        asked = [each for some in answers[: len(questions)] for each in some]
        broken = self._holding.broken(asked)
        told = zip(self._rooms, answers[len(questions) :], latest, strict=True)
        for room, page, number in told:
            said = [said_in(each) for each in page if each.command == "PRIVMSG"]
            lost = self._rooms[room].missing_in(said, number)
            broken += [f"{room} has lost {each!r}" for each in lost]
        if broken:
            raise Loss(f"{self.nick}: " + "; ".join(broken))
        visit.repeated.update(each.text for each in self._unconfirmed.values())
        self._say(visit, list(self._unconfirmed.values()))
        if self._holding.promises.possible(OWNER) != [YES]:
            self._do(visit, [self._holding.claim()])

    def _talk(self, visit: Visit) -> None:
        """Do some things at once."""
        for _ in range(self._chance.randint(1, 3)):
            self._say(visit, [self._write() for _ in range(self._some())])
            if self._chance.random() < PART_OF_DEEDS:
                self._do(visit, [self._holding.deed() for _ in range(self._some())])
            if self._chance.random() < PART_OF_PASSWORDS:
                self._change_password(visit)

    def _some(self) -> int:
        return self._chance.randint(1, MOST_LINES)

    def _write(self) -> Written:
        self._count += 1
        identity = f"{self.nick}-{self._count}"
        length = self._chance.choice((1, 1, 30, 300))
        written = Written(
            self._chance.choice(ROOMS), identity, f"{identity} {'x' * length}"
        )
        self._unconfirmed[identity] = written
        return written

    def _say(self, visit: Visit, messages: list[Written]) -> None:
        if not messages:
            return
        lines = [
            f"@{CHATAPP_ID}={each.identity} PRIVMSG {each.room} :{each.text}"
            for each in messages
        ]
        for written, answer in zip(messages, visit.ask(lines), strict=True):
            if not self._is_done(answer, f"PRIVMSG {written.text}"):
                if written.text in visit.repeated:
                    continue  # it may have arrived the first time: it is said again
                self._rooms[written.room].refuse(written.text)
            elif not any(each.params[-1:] == (written.text,) for each in answer):
                raise Loss(f"{self.nick} heard no echo of {written.text!r}: {answer}")
            del self._unconfirmed[written.identity]

    def _do(self, visit: Visit, deeds: list[Deed]) -> None:
        promises = self._holding.promises
        for deed in deeds:
            promises.ask(deed.thing, deed.value)
        answers = visit.ask([deed.line for deed in deeds])
        for deed, answer in zip(deeds, answers, strict=True):
            self._conclude(deed, answer)

    def _conclude(self, deed: Deed, answer: list[Message]) -> None:
        is_done = self._is_done(answer, deed.line)
        if not is_done or [each.command for each in answer] == [NOTHING_CHANGED]:
            self._holding.promises.withdraw(deed.thing, deed.value)
            return
        if deed.thing == OWNER and not any(OWNED in each.trailing for each in answer):
            raise Loss(f"{self.nick} could not register a room: {answer}")
        self._holding.promises.confirm(deed.thing, deed.value)

    def _change_password(self, visit: Visit) -> None:
        (old,) = self._password.possible(PASSWORD)
        new = f"secret-{self.nick}-{self._count}"
        self._password.ask(PASSWORD, new)
        (answer,) = visit.ask([f"NS PASSWD {old} {new}"])
        if not self._is_done(answer, "NS PASSWD"):
            self._password.withdraw(PASSWORD, new)
            return
        if not any("password" in each.trailing for each in answer):
            raise Loss(f"{self.nick} could not change a password: {answer}")
        self._password.confirm(PASSWORD, new)

    def _is_done(self, answer: list[Message], line: str) -> bool:
        """Tell whether something was done, or refused as it may be: as a whole."""
        if self._forgives and [each.command for each in answer] == ["FAIL"]:
            require_clear_words(answer[0])
            self.refused += 1
            return False
        require(answer, line)
        self.lines += 1
        return True
