"""Writes the tables of docs/settings.md from that of the settings, and checks them.

Usage: python -m tools.settings_page [--write]
"""

import argparse
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings_table import TABLE
from tools.marked_part import renew, replace_part
from tools.protocol_page import table

PAGE = Path("docs", "settings.md")
BEGIN, END = "<!-- settings: begin -->", "<!-- settings: end -->"
HEADINGS = ("Key", "Usual", "May be", "What it is for")


def tables() -> list[str]:
    """Each section with its settings: what is usual, what they may be, what for."""
    lines = []
    for section, settings in groupby(TABLE, lambda each: each.section):
        lines += [f"## `[{section}]`", "", *table(HEADINGS, map(_row, settings)), ""]
    return lines


def _row(setting: Setting[Any]) -> tuple[str, ...]:
    return (
        f"`{setting.key}`",
        _usual(setting),
        setting.rule.expected,
        setting.summary,
    )


def _usual(setting: Setting[Any]) -> str:
    written = setting.rule.write(setting.default)
    if isinstance(written, bool):
        return f"`{str(written).lower()}`"
    return f"`{written}`" if written else ""


def main(arguments: list[str] | None = None) -> int:
    """Checks the page, or writes it; tells the exit code."""
    parser = argparse.ArgumentParser(prog="tools.settings_page", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write instead of check")
    parser.add_argument("--root", type=Path, default=Path(), help="the checkout")
    options = parser.parse_args(arguments)
    file = options.root / PAGE
    page = file.read_text(encoding="utf-8")
    new_page = replace_part(page, BEGIN, END, "\n".join([BEGIN, "", *tables(), END]))
    if not renew(file, new_page, write=options.write):
        print(f"{PAGE}: its tables are out of date: make format", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
