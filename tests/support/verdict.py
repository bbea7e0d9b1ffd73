"""Judges whether a conversation survived: nothing lost, nothing twice, one order."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

MOST_NAMED = 5


@dataclass(slots=True)
class Witness:
    """What one client tells at the end; every text is written once only.

    `written` holds what it was told to write, `shown` what it had shown of that.
    `heard` is what the server told it while it was said, echoes included.
    `history` is the whole conversation as it shows it, `outbox` what is unconfirmed.
    """

    who: str
    written: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    history: list[str] = field(default_factory=list)
    outbox: list[str] = field(default_factory=list)


def stored_texts(database: Path, target: str) -> list[str]:
    """Read from a server's database what was said to a target, in its order."""
    with closing(
        sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True)
    ) as connection:
        rows = connection.execute(
            "SELECT text FROM messages WHERE target = ?"
            " AND command = 'PRIVMSG' ORDER BY sequence",
            (target,),
        )
        return [text for (text,) in rows]


def kept_messages(database: Path) -> list[str]:
    """Read from a client's database what is in its outbox, and whose it is.

    A window shows what is its own, and takes over what is of one that has gone.
    """
    with closing(
        sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True)
    ) as connection:
        rows = connection.execute(
            "SELECT text, state, is_unsure, owner FROM outbox ORDER BY position"
        )
        return [
            f"{text!r} {state}{' in doubt' * is_unsure}, of window {owner}"
            for text, state, is_unsure, owner in rows
        ]


def problems(
    stored: Sequence[str], witnesses: Iterable[Witness], gone: Sequence[str] = ()
) -> list[str]:
    """Say what is wrong, in sentences; an empty list is a conversation that survived.

    Args:
        stored: what the server has, in its order.
        witnesses: of all clients that wrote or read.
        gone: what it had until somebody took it back.
    """
    found = list(_named("The server has twice", _repeated([*stored, *gone])))
    for each in witnesses:
        found += (f"{each.who}: {problem}" for problem in _of_one(stored, gone, each))
    return found


def _of_one(stored: Sequence[str], gone: Sequence[str], told: Witness) -> Iterator[str]:
    has, had = set(stored), {*stored, *gone}
    outbox = set(told.outbox)
    yield from _named("heard what was never stored", _without(told.heard, had))
    yield from _named("shows twice", _repeated(told.history))
    yield from _named("shows what is not stored", _without(told.history, has))
    yield from _named("does not show", _without(stored, set(told.history)))
    yield from _named("has written and lost", _without(told.shown, had | outbox))
    yield from _named("would write again", [each for each in outbox if each in has])
    yield from _named("keeps twice", _repeated(told.outbox))
    yield from _disorder("shows in another order than the server", told.history, stored)
    own = [text for text in stored if text in set(told.written)]
    yield from _disorder("is stored in another order than written", own, told.written)


def _named(problem: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        some = ", ".join(repr(text) for text in texts[:MOST_NAMED])
        more = len(texts) - MOST_NAMED
        yield f"{problem}: {some}" + (f" and {more} more" if more > 0 else "")


def _disorder(
    problem: str, texts: Sequence[str], order: Sequence[str]
) -> Iterator[str]:
    """Name the first text that comes too late."""
    places = {text: place for place, text in enumerate(order)}
    known = [text for text in texts if text in places]
    for earlier, later in pairwise(known):
        if places[earlier] > places[later]:
            yield f"{problem}: {later!r} comes after {earlier!r}"
            return


def _repeated(texts: Iterable[str]) -> list[str]:
    return [text for text, count in Counter(texts).items() if count > 1]


def _without(texts: Iterable[str], known: set[str]) -> list[str]:
    return [text for text in texts if text not in known]
