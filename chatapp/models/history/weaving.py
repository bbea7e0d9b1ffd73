"""Weaves a page into lines that are known: what is new goes between, in its order."""

from collections.abc import Sequence
from dataclasses import dataclass

from chatapp.models.entities import ChatMessage
from chatapp.models.history.identity import identities_in_past


@dataclass(frozen=True, slots=True)
class Woven:
    """What is new of a page: runs, each for the place it goes before, and all of it."""

    runs: dict[int, list[ChatMessage]]
    added: tuple[ChatMessage, ...]

    def among(self, lines: Sequence[ChatMessage], start: int) -> "Woven":
        """Let runs go before changes that came later, which the page may leave out."""
        runs: dict[int, list[ChatMessage]] = {}
        first = start
        for place, run in self.runs.items():
            earlier = place
            while earlier > first and _is_later_change(lines[earlier - 1], run[-1]):
                earlier -= 1
            runs.setdefault(earlier, []).extend(run)
            first = place + 1
        return Woven(runs, self.added)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a page of the past changed: lines that are new, and whether it met ours."""

    added: tuple[ChatMessage, ...]
    met_known: bool

    @property
    def found_anything(self) -> bool:
        """Whether the page brought something, or reached what was known."""
        return self.met_known or bool(self.added)


def weave(
    page: Sequence[ChatMessage], places: Sequence[int | None], start: int
) -> Woven:
    """Part what is new of a page into runs.

    Args:
        page: the lines, the oldest first.
        places: where each of them stands, if it stands here already.
        start: before which place no line goes that no known one follows.
    """
    runs: dict[int, list[ChatMessage]] = {}
    run: list[ChatMessage] = []
    added: list[ChatMessage] = []
    seen: set[object] = set()
    end = start
    for line, place in zip(page, places, strict=True):
        if place is not None:
            runs.setdefault(place, []).extend(run)
            end = max(start, place + 1)
            run = []
            continue
        identities = identities_in_past(line)
        if seen.isdisjoint(identities):
            run.append(line)
            added.append(line)
        seen.update(identities)
    runs.setdefault(end, []).extend(run)
    filled = {place: run for place, run in sorted(runs.items()) if run}
    return Woven(filled, tuple(added))


def _is_later_change(line: ChatMessage, said: ChatMessage) -> bool:
    return line.kind.is_event and line.time > said.time
