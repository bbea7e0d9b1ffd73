"""Writes the tables of docs/settings.md from that of the settings, and checks them.

Usage: python -m tools.settings_page [--write]
"""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from chatapp.models.settings.setting import Setting
from chatapp.models.settings.settings_table import CHOSEN, REMEMBERED
from tools.marked_part import replace_part
from tools.page_order import PageOrder
from tools.protocol_page import table

PAGE = Path("docs", "settings.md")
BEGIN, END = "<!-- settings: begin -->", "<!-- settings: end -->"
HEADINGS = ("Key", "Usual", "May be", "What it is for")


def tables() -> list[str]:
    """Each section with its settings: what is usual, what they may be, what for."""
    return [
        *("## What you choose", "", *_sections(CHOSEN)),
        *("## What chatapp remembers by itself", "", *_sections(REMEMBERED)),
    ]


def _sections(settings: Sequence[Setting[Any]]) -> list[str]:
    lines = []
    for section, those in groupby(settings, lambda each: each.section):
        lines += [f"### `[{section}]`", "", *table(HEADINGS, map(_row, those)), ""]
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


def with_tables(page: str) -> str:
    """Give the page with its tables as they are now."""
    return replace_part(page, BEGIN, END, "\n".join([BEGIN, "", *tables(), END]))


def main(arguments: list[str] | None = None) -> int:
    """Checks the page, or writes it; tells the exit code."""
    order = PageOrder.read("tools.settings_page", __doc__, arguments)
    if not order.renew(PAGE, with_tables):
        print(f"{PAGE}: its tables are out of date: make format", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
