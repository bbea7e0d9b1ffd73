"""Writes the tables of docs/protocol.md from those of the server, and checks them.

Usage: python -m tools.protocol_page [--write]
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import server
from chatapp.wire.capabilities import STS
from server.commands.families import commands
from server.commands.mode_summaries import CHANNEL_MODE_SUMMARIES, USER_MODE_SUMMARIES
from server.commands.offer import offered
from server.commands.table import BEFORE_SIGN_IN, OPERATORS_ONLY
from server.commands.usages import USAGES
from server.commands.welcome import isupport
from server.reply_texts import TEXTS
from server.settings.settings import Settings
from server.world.channel_modes import CHANNEL_MODES
from tools.marked_part import replace_part
from tools.page_order import PageOrder
from tools.protocol_words import CAPABILITIES, TOKENS
from tools.used_numerics import used_numerics

if TYPE_CHECKING:
    from server.commands.ports import Services

PAGE = Path("docs", "protocol.md")
AN_ICON = "https://…"
A_HISTORY = "…"


def commands_table() -> list[str]:
    """Each command: its forms, what it does, who may use it and when."""
    rows = []
    for handler in sorted(commands, key=lambda each: each.command):
        forms = (f"{handler.command} {usage}" for usage in USAGES[handler.command])
        written = "<br>".join(_code(form.rstrip()) for form in forms)
        notes = []
        if handler.has_guard(BEFORE_SIGN_IN):
            notes.append("Works before signing in.")
        if handler.has_guard(OPERATORS_ONLY):
            notes.append("For operators of the server.")
        rows.append((written, " ".join([handler.summary, *notes])))
    return table(("Command", "What it does"), rows)


def capabilities_table() -> list[str]:
    """Each capability, with the value that it has by default."""
    services = _services(Settings(), only_invited=False)
    values = {**offered(services), STS: ""}
    rows = []
    for name, value in sorted(values.items()):
        address, sentence = CAPABILITIES[name]
        rows.append((f"[{name}]({address})", _code(value) if value else "", sentence))
    return table(("Capability", "Value by default", "What it brings"), rows)


def tokens_table() -> list[str]:
    """Each token of RPL_ISUPPORT, with the value that it has by default."""
    settings = Settings()
    with_icon = replace(settings, server=replace(settings.server, icon=AN_ICON))
    services = _services(with_icon, only_invited=True)
    rows = [
        (_code(name if value is None else f"{name}={value}"), TOKENS[name])
        for name, value in isupport(services).items()
    ]
    return table(("Token", "What it says"), rows)


def _services(settings: Settings, *, only_invited: bool) -> "Services":
    """Give a server as far as it says what it supports."""
    services = SimpleNamespace(
        settings=settings, storage_id=A_HISTORY, lets_in_only_invited=only_invited
    )
    return cast("Services", services)


def channel_modes_table() -> list[str]:
    """Each mode of channels, and whether it takes an argument."""
    kinds = {
        **dict.fromkeys(CHANNEL_MODES.prefixes, "a nick"),
        **dict.fromkeys(CHANNEL_MODES.lists, "a mask"),
        **dict.fromkeys(CHANNEL_MODES.always, "always"),
        **dict.fromkeys(CHANNEL_MODES.when_set, "to set it"),
    }
    rows = [
        (_code(letter), kinds.get(letter, ""), text)
        for letter, text in CHANNEL_MODE_SUMMARIES.items()
    ]
    return table(("Mode", "Argument", "What it means"), rows)


def user_modes_table() -> list[str]:
    """Each mode of users."""
    rows = [(_code(letter), text) for letter, text in USER_MODE_SUMMARIES.items()]
    return table(("Mode", "What it means"), rows)


def numerics_table() -> list[str]:
    """Each numeric that the server sends, with its sentence."""
    rows = [
        (number, _code(name), TEXTS.get(number, ""))
        for number, name in used_numerics(Path(server.__file__).parent)
    ]
    return table(("Numeric", "Name", "Sentence"), rows)


def settings_table() -> list[str]:
    """Each key of the settings: its default, what it may be, what it is for."""
    rows = []
    settings = Settings()
    for section in fields(settings):
        each = section.metadata.get("each")
        values = each() if each else getattr(settings, section.name)
        heading = f"[[{section.name}]]" if each else f"[{section.name}]"
        rows += [_setting(heading, key, values) for key in fields(values)]
    return table(("Key", "Default", "May be", "What it is for"), rows)


def _setting(heading: str, key: Any, values: object) -> tuple[str, ...]:
    value = getattr(values, key.name)
    shown = " ".join(value) if isinstance(value, tuple) else str(value)
    shown = shown.lower() if isinstance(value, bool) else shown
    note = " A change needs a restart." if key.metadata["at_start"] else ""
    return (
        _code(f"{heading} {key.name}"),
        _code(shown) if shown else "",
        key.metadata["rule"].expected,
        key.metadata["summary"] + note,
    )


def table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Write a table in Markdown."""
    lines = [headings, tuple("---" for _ in headings), *rows]
    return [f"| {' | '.join(cell or ' ' for cell in line)} |" for line in lines]


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


TABLES: dict[str, Callable[[], list[str]]] = {
    "commands": commands_table,
    "capabilities": capabilities_table,
    "tokens": tokens_table,
    "channel modes": channel_modes_table,
    "user modes": user_modes_table,
    "numerics": numerics_table,
    "settings": settings_table,
}


def with_tables(page: str) -> str:
    """Give the page with its tables as they are now."""
    for name, write in TABLES.items():
        begin, end = (f"<!-- {name}: {edge} -->" for edge in ("begin", "end"))
        page = replace_part(page, begin, end, "\n".join([begin, *write(), end]))
    return page


def main(arguments: list[str] | None = None) -> int:
    """Checks the page, or writes it; tells the exit code."""
    order = PageOrder.read("tools.protocol_page", __doc__, arguments)
    if not order.renew(PAGE, with_tables):
        print(f"{PAGE}: its tables are out of date: make format", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
