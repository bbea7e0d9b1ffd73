"""Puts what was measured into README.md, between two markers."""

from pathlib import Path

from tools.marked_part import replace_part

BEGIN = "<!-- measured: begin (made by `make bench OPTIONS=--write-readme`) -->"
END = "<!-- measured: end -->"


def write_readme(path: Path, tables: str) -> None:
    """Replace the tables of the page; only their first line is seen unasked.

    Raises:
        ValueError: the page lacks the markers.
    """
    page = path.read_text(encoding="utf-8")
    first, _, rest = tables.partition("\n\n")
    folded = f"<details>\n<summary>{first}</summary>\n\n{rest}\n\n</details>"
    part = f"{BEGIN}\n{folded}\n{END}"
    path.write_text(
        replace_part(page, BEGIN, END, part), encoding="utf-8", newline="\n"
    )
