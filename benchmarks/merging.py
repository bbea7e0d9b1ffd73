"""Puts what was measured anew into the tables that a page has, and leaves the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.table import is_table, render_cells

NOT_MEASURED = "–"
_GOALS = "to reach"
_NOTE = "* "

Row = list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page: its head, and its rows by what they are about."""

    head: Row
    rows: list[Row]

    @property
    def key(self) -> tuple[str, bool]:
        """What tells it from the others: its quantity, and whether it has the goals."""
        return (self.head[0], _GOALS in self.head)

    def name_of(self, row: Row) -> str:
        """Say of a row what it measures, as the table of goals does."""
        quantity = self.head[0]
        return f"{row[0]}, {quantity}" if quantity else row[0]


def merge(old: str, new: str, measured_on: str) -> str:
    """Give the old tables with the rows of the new ones in the place of their own.

    A figure that a new row lacks stays not measured: a row is of one measurement.

    Args:
        old: tables and notes, as they stand on the page.
        new: the same, of what was measured now.
        measured_on: a sentence that tells on what and when that was; "" where it is
            the same as for the rest of the page.
    """
    tables, news = list(map(_table, _tables(old))), list(map(_table, _tables(new)))
    names = {each.name_of(row) for each in news for row in each.rows}
    for each in news:
        found = next((it for it in tables if it.key == each.key), None)
        if found is None:
            tables.append(each)
        else:
            tables[tables.index(found)] = _joined(found, each, names)
    tables.sort(key=lambda table: table.key[1])
    subjects = dict.fromkeys(
        row[0] for each in news if not each.key[1] for row in each.rows
    )
    kept = [it for it in _notes(old) if not _is_about(it, subjects)]
    dated = [f"{_NOTE}{subject}: {measured_on}" for subject in subjects if measured_on]
    notes = dict.fromkeys([*kept, *_notes(new), *dated])
    texts = [render_cells([each.head, *each.rows]) for each in tables]
    return "\n\n".join([*texts, *(["\n".join(notes)] if notes else [])])


def _joined(old: Table, new: Table, measured: set[str]) -> Table:
    """Give a table whose rows of what was measured are the new one's."""
    head = [*old.head, *(column for column in new.head if column not in old.head)]
    fresh: dict[str, list[Row]] = {}
    for row in new.rows:
        fresh.setdefault(new.name_of(row), []).append(_aligned(row, new.head, head))
    rows = []
    for row in old.rows:
        name = old.name_of(row)
        if name in measured:
            rows += fresh.pop(name, [])
        else:
            rows.append(_aligned(row, old.head, head))
    return Table(head, [*rows, *(row for each in fresh.values() for row in each)])


def _aligned(row: Row, head: Row, wanted: Row) -> Row:
    if head == wanted:
        return row
    cells = dict(zip(head, row, strict=True))
    return [cells.get(column, NOT_MEASURED) for column in wanted]


def _tables(text: str) -> Iterable[str]:
    return filter(is_table, text.split("\n\n"))


def _notes(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(_NOTE)]


def _is_about(note: str, subjects: Iterable[str]) -> bool:
    return note.removeprefix(_NOTE).startswith(
        tuple(f"{subject}{sign}" for subject in subjects for sign in ",:")
    )


def _table(text: str) -> Table:
    head, _, *rows = (
        line.removeprefix("| ").removesuffix(" |").split(" | ")
        for line in text.splitlines()
    )
    return Table(head, rows)
