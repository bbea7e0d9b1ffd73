"""Puts what was measured into README.md, each part between two markers."""

from pathlib import Path

from tools.marked_part import replace_part

SERVERS, CLIENTS = "servers measured", "clients measured"


def write_readme(path: Path, part: str, tables: str) -> None:
    """Replace a part's tables in the page; only their first line is seen unasked.

    Raises:
        ValueError: the page lacks the markers.
    """
    page = path.read_text(encoding="utf-8")
    first, _, rest = tables.partition("\n\n")
    folded = f"<details>\n<summary>{first}</summary>\n\n{rest}\n\n</details>"
    begin, end = markers(part)
    renewed = replace_part(page, begin, end, f"{begin}\n{folded}\n{end}")
    path.write_text(renewed, encoding="utf-8", newline="\n")


def markers(part: str) -> tuple[str, str]:
    """Give the lines between which the tables of a part stand."""
    maker = "made by `make bench OPTIONS=--write-readme`"
    return f"<!-- {part}: begin ({maker}) -->", f"<!-- {part}: end -->"
