"""A table of single figures, beside what each should be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.goals import Goal

MET = {True: "met", False: "**not met**", None: "not measured"}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what it is, its value and unit, and its goal."""

    name: str
    value: float
    unit: str
    goal: Goal | None = None


def render(rows: Iterable[Row]) -> str:
    """Write rows as a table in Markdown."""
    return render_cells([["", "measured", "to reach", ""], *map(_cells, rows)])


def render_cells(rows: Sequence[Sequence[str]]) -> str:
    """Write a table in Markdown; its first row is the head."""
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def is_table(text: str) -> bool:
    """Tell whether a text is a table, and not why there is none."""
    return text.startswith("|")


def _cells(row: Row) -> list[str]:
    value = f"{row.value:,.1f} {row.unit}"
    if row.goal is None:
        return [row.name, value, "", ""]
    return [row.name, value, f"{row.goal}", MET[row.goal.is_met_by(row.value)]]
