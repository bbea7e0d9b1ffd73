"""Writes figures of programs as tables in Markdown, a table for each quantity."""

from collections.abc import Iterable, Sequence

from benchmarks.figures import Figure
from benchmarks.table import MET, render_cells


def render_figures(figures: Sequence[Figure]) -> str:
    """A table for each quantity, and one of what was to be reached."""
    quantities = list(dict.fromkeys(figure.quantity for figure in figures))
    tables = [
        _render_table([each for each in figures if each.quantity == quantity])
        for quantity in quantities
    ]
    return "\n\n".join([*tables, *_render_targets(figures)])


def render_side_by_side(figures: Sequence[Figure]) -> str:
    """One table, each line of which counts something else, and one of the goals."""
    names = _names(figures)
    rows = [[f"{it.subject}, {it.quantity.name}", *_cells(it, names)] for it in figures]
    return "\n\n".join([render_cells([["", *names], *rows]), *_render_targets(figures)])


def _render_table(figures: Sequence[Figure]) -> str:
    names = _names(figures)
    rows = [[it.subject, *_cells(it, names)] for it in figures]
    return render_cells([[figures[0].quantity.name, *names], *rows])


def _names(figures: Iterable[Figure]) -> list[str]:
    return list(dict.fromkeys(name for each in figures for name in each.values))


def _cells(figure: Figure, names: Iterable[str]) -> list[str]:
    return [_cell(figure, name) for name in names]


def _cell(figure: Figure, name: str) -> str:
    """The figure and, beside it, its multiple of the best peer's."""
    if name not in figure.values:
        return "–"
    value, best = figure.values[name], figure.best_peer()
    text = f"{value:,.{figure.quantity.digits}f}"
    return text if not best or name in figure.peers else f"{text} ({value / best:.2f})"


def _render_targets(figures: Iterable[Figure]) -> list[str]:
    rows = [
        [f"{figure.subject}, {figure.quantity.name}", str(target), *_verdict]
        for figure in figures
        for target in figure.targets
        for _verdict in [_judged(figure.measured_by(target), figure.is_met(target))]
    ]
    return [render_cells([["", "to reach", "measured", ""], *rows])] if rows else []


def _judged(value: float | None, is_met: bool | None) -> tuple[str, str]:
    return ("–" if value is None else f"{value:,.2f}", MET[is_met])
