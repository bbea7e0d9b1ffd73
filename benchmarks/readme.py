"""Puts what was measured into README.md, between two markers."""

from pathlib import Path

from tools.marked_part import replace_part

BEGIN = "<!-- measured: begin (made by `make bench OPTIONS=--write-readme`) -->"
END = "<!-- measured: end -->"


def write_readme(path: Path, tables: str) -> None:
    """Replace the tables of the page.

    Raises:
        ValueError: the page lacks the markers.
    """
    page = path.read_text(encoding="utf-8")
    part = f"{BEGIN}\n{tables}\n{END}"
    path.write_text(
        replace_part(page, BEGIN, END, part), encoding="utf-8", newline="\n"
    )
