"""docs/running-a-server.md says what is so."""

from dataclasses import fields
from pathlib import Path

from server.settings.settings import Settings
from server.verbs.order_verbs import ORDER_VERBS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "running-a-server.md").read_text(encoding="utf-8")
BEGIN, END = (
    f"<!-- keys that need a restart: {edge} -->\n" for edge in ("begin", "end")
)


def keys_that_need_a_restart():
    """Give the table of the page."""
    rows = ["| Section | Keys that need a restart |", "|---|---|"]
    for section in fields(Settings):
        if "each" in section.metadata:
            continue
        keys = [
            f"`{key.name}`"
            for key in fields(section.default_factory)
            if key.metadata["at_start"]
        ]
        if keys:
            rows.append(f"| `[{section.name}]` | {', '.join(keys)} |")
    return "".join(f"{row}\n" for row in rows)


def test_the_page_names_all_keys_that_need_a_restart():
    told = PAGE.partition(BEGIN)[2].partition(END)[0]

    assert told == keys_that_need_a_restart()


def test_the_page_names_all_verbs():
    missing = [
        verb.words
        for verb in ORDER_VERBS
        if f"chatapp-server {' '.join(verb.words)}" not in PAGE
    ]

    assert missing == []
