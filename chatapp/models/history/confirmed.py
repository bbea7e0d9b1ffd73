"""Lines in the server's order, each found by its key or by what makes it itself."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from chatapp.models.entities import ChatMessage
from chatapp.models.history.identity import certain_identities, identities_in_past
from chatapp.models.messages.amending import Amendments


class Confirmed:
    """A list of lines that grows at its ends and, rarely, in between."""

    def __init__(self) -> None:
        self.lines: list[ChatMessage] = []
        self.amendments = Amendments()
        # A line's place is its ordinal minus the first one: what comes in front
        # needs no renumbering of what is there.
        self._ordinals: dict[str, int] = {}
        self._first_ordinal = 0
        self._known: dict[object, str] = {}
        self._answers: dict[str, dict[str, None]] = {}

    def __len__(self) -> int:
        return len(self.lines)

    def index_of(self, key: str) -> int | None:
        """Find where the line with a key stands, or None."""
        ordinal = self._ordinals.get(key)
        return None if ordinal is None else ordinal - self._first_ordinal

    def knows(self, line: ChatMessage) -> bool:
        """Tell whether a line that was heard just now stands here already."""
        return any(identity in self._known for identity in certain_identities(line))

    def place_of(self, line: ChatMessage) -> int | None:
        """Find where a line of a page stands, or None."""
        for identity in identities_in_past(line):
            key = self._known.get(identity)
            if key is not None:
                return self.index_of(key)
        return None

    def place_of_msgid(self, msgid: str) -> int | None:
        """Find where the line with a msgid stands, or None."""
        key = self._known.get(msgid)
        return None if key is None else self.index_of(key)

    def answers_to(self, msgid: str) -> list[str]:
        """Give the keys of the lines that answer the one with a msgid."""
        return list(self._answers.get(msgid, ()))

    def place_in_time(self, line: ChatMessage) -> int:
        """Find the first line that the server has told of and that came later."""
        place, moment = len(self.lines), _moment_of(line)
        for index in range(len(self.lines) - 1, -1, -1):
            if self.lines[index].msgid:
                if _moment_of(self.lines[index]) <= moment:
                    break
                place = index
        return place

    def append(self, line: ChatMessage) -> None:
        """Add a line at the end, as what is known of it has it."""
        changed = self.amendments.note([line])
        self.lines.append(applied := self.amendments.applied(line))
        self._remember_answer(applied)
        self._number(len(self.lines) - 1, len(self.lines))
        self._remember([line])
        self._amend(changed)

    def replace(self, line: ChatMessage) -> bool:
        """Put a line in place of the one with its key; False where there is none."""
        place = self.index_of(line.key)
        if place is None:
            return False
        self._forget(self.lines[place])
        self.lines[place] = line
        self._remember([line])
        self._remember_answer(line)
        return True

    def insert(self, runs: Mapping[int, list[ChatMessage]]) -> None:
        """Put each run before what stands at its place now; places in their order.

        All of it stands there as it is by what is known that changes it.
        """
        if not runs:
            return
        changed = self.amendments.note(line for run in runs.values() for line in run)
        built: list[ChatMessage] = []
        done = 0
        for place, run in runs.items():
            built += self.lines[done:place]
            applied = list(map(self.amendments.applied, run))
            built += applied
            for line in applied:
                self._remember_answer(line)
            done = place
            self._remember(run)
        self.lines = built + self.lines[done:]
        if list(runs) == [0]:
            self._first_ordinal -= len(built)
            self._number(0, len(built))
        else:
            self._number(min(runs), len(self.lines))
        self._amend(changed)

    def forget(self, start: int, stop: int) -> None:
        """Take out the lines from one place to before another."""
        for line in self.lines[start:stop]:
            del self._ordinals[line.key]
            self._forget(line)
        del self.lines[start:stop]
        if start == 0:
            self._first_ordinal += stop
        else:
            self._number(start, len(self.lines))

    def _amend(self, msgids: Iterable[str]) -> None:
        """Change lines that stand here already, and tell of each."""
        for msgid in msgids:
            place = self.place_of_msgid(msgid)
            if place is not None:
                old = self.lines[place]
                new = self.amendments.applied(old)
                if new != old:
                    self.lines[place] = new
                    self._forget_answer(old)
                    self._remember_answer(new)
                    self.amendments.on_change(old, new)

    def _number(self, start: int, end: int) -> None:
        for index in range(start, end):
            self._ordinals[self.lines[index].key] = index + self._first_ordinal

    def _remember(self, lines: Iterable[ChatMessage]) -> None:
        for line in lines:
            for identity in identities_in_past(line):
                self._known[identity] = line.key

    def _forget(self, line: ChatMessage) -> None:
        for identity in identities_in_past(line):
            self._known.pop(identity, None)
        self._forget_answer(line)

    def _remember_answer(self, line: ChatMessage) -> None:
        if line.reply_to:
            self._answers.setdefault(line.reply_to, {})[line.key] = None

    def _forget_answer(self, line: ChatMessage) -> None:
        answers = self._answers.get(line.reply_to)
        if answers is not None:
            answers.pop(line.key, None)
            if not answers:
                del self._answers[line.reply_to]


def _moment_of(line: ChatMessage) -> tuple[datetime, int, str]:
    """Give when a line was said; chatapp's own ids tell what a millisecond leaves."""
    return line.time, len(line.msgid), line.msgid
