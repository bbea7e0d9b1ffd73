"""Puts what was measured into README.md, each part between two markers."""

import re
from pathlib import Path

from benchmarks.merging import merge
from tools.marked_part import part_of, replace_part

_PRESENT = re.compile(
    r"<summary>(?P<first>.*?)</summary>\n\n(?P<tables>.*?)\n\n</details>", re.DOTALL
)

SERVERS, CLIENTS = "servers measured", "clients measured"


def write_readme(path: Path, part: str, tables: str, *, is_whole: bool) -> None:
    """Replace a part's tables in the page; only their first line is seen unasked.

    Args:
        path: the page.
        part: SERVERS or CLIENTS.
        tables: what was measured, below a line that tells on what and when.
        is_whole: whether that is all that can be; else other rows stay as they are.

    Raises:
        ValueError: the page lacks the markers.
    """
    page = path.read_text(encoding="utf-8")
    first, _, rest = tables.partition("\n\n")
    begin, end = markers(part)
    present = _PRESENT.search(part_of(page, begin, end))
    if present and not is_whole:
        is_new = first != present["first"]
        rest = merge(present["tables"], rest, first if is_new else "")
        first = present["first"]
    folded = f"<details>\n<summary>{first}</summary>\n\n{rest}\n\n</details>"
    renewed = replace_part(page, begin, end, f"{begin}\n{folded}\n{end}")
    path.write_text(renewed, encoding="utf-8", newline="\n")


def markers(part: str) -> tuple[str, str]:
    """Give the lines between which the tables of a part stand."""
    maker = "made by `make bench OPTIONS=--write-readme`"
    return f"<!-- {part}: begin ({maker}) -->", f"<!-- {part}: end -->"
