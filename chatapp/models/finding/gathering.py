"""Joins searches at several servers into one: the newest first, whoever has it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from chatapp.models.entities import ChatMessage, FoundPage
from chatapp.models.finding.findings import Findings
from chatapp.models.finding.searching import AT_ONCE, Finding, OnPage

Begin = Callable[[OnPage], Finding]


@dataclass(frozen=True, slots=True)
class GatheredPage:
    """Some of what was found, each line with the number of its server.

    `local` are the servers of which only what is kept here was searched, and `reason`
    is what one of them may have said.
    """

    lines: tuple[tuple[int, ChatMessage], ...]
    is_last: bool
    local: frozenset[int] = frozenset()
    reason: str = ""


class Gathering:
    """One search at several servers, from its first page to its last."""

    def __init__(
        self, begins: Sequence[Begin], on_page: Callable[[GatheredPage], None]
    ) -> None:
        """Begin it at each server; what was found is given to `on_page`."""
        self._on_page = on_page
        self._findings = Findings(range(len(begins)), _identities)
        self._asked = set(range(len(begins)))
        self._page: list[tuple[int, ChatMessage]] = []
        self._local: set[int] = set()
        self._reason = ""
        self._finds: list[Finding] = []
        self._is_begun = False
        for place, begin in enumerate(begins):
            self._finds.append(begin(partial(self._found, place)))
        self._is_begun = True
        if not self._asked:
            self._go_on()

    def more(self) -> None:
        """Have the next page found."""
        if not self._asked and not self._findings.is_empty:
            self._go_on()

    def stop(self) -> None:
        """Want nothing more of it."""
        for each in self._finds:
            each.stop()

    def _found(self, place: int, page: FoundPage) -> None:
        self._asked.discard(place)
        if page.is_local:
            self._local.add(place)
            self._reason = self._reason or page.reason
        self._findings.add(place, page.lines, is_done=page.is_last)
        if self._is_begun and not self._asked:
            self._go_on()

    def _go_on(self) -> None:
        """Ask whoever has to be asked for more, or give a page that is full."""
        self._page += self._findings.take(AT_ONCE - len(self._page))
        lacking = self._findings.lacking() if len(self._page) < AT_ONCE else []
        self._asked.update(lacking)
        for place in lacking:
            self._finds[place].more()
        if not lacking:
            page, self._page = tuple(self._page), []
            is_last, local = self._findings.is_empty, frozenset(self._local)
            self._on_page(GatheredPage(page, is_last, local, self._reason))


def _identities(place: int, line: ChatMessage) -> set[Hashable]:
    """Tell every line of a server from those of the others."""
    return {(place, line.key)}
