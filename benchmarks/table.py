"""A table of what was measured, beside what it should be."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what it is, its value and unit, and its target."""

    name: str
    value: float
    unit: str
    target: str


def render(rows: Iterable[Row]) -> str:
    """Write rows as a table in Markdown."""
    head = ("| | measured | to reach |", "|---|---|---|")
    return "\n".join((*head, *map(_render_row, rows)))


def _render_row(row: Row) -> str:
    return f"| {row.name} | {row.value:,.1f} {row.unit} | {row.target} |"
