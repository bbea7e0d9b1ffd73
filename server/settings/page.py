"""Writes settings as a TOML file that explains each key."""

import json
from dataclasses import fields
from typing import Any

from server.settings.settings import Settings

NEEDS_RESTART = "A change needs a restart."


def render_settings(settings: Settings) -> str:
    """Write all settings, each with what it is for; SIGHUP takes most of them over."""
    blocks = []
    for section in fields(settings):
        values = getattr(settings, section.name)
        if each := section.metadata.get("each"):
            blocks += [_render(f"[[{section.name}]]", one) for one in values]
            blocks += [] if values else [_render_example(section.name, each)]
        else:
            blocks.append(_render(f"[{section.name}]", values))
    return "\n\n".join(blocks) + "\n"


def _render(heading: str, values: Any) -> str:
    lines = [f"# {type(values).__doc__}", heading]
    for key in fields(values):
        needs_restart = key.metadata["at_start"]
        note = f" {NEEDS_RESTART}" if needs_restart else ""
        lines.append(f"# {key.metadata['summary']}{note}")
        lines.append(f"{key.name} = {_render_value(getattr(values, key.name))}")
    return "\n".join(lines)


def _render_example(name: str, section: Any) -> str:
    """Write a section that is not there by itself, so that one sees how it looks."""
    lines = [section.__doc__, f"[[{name}]]"]
    for key in fields(section):
        lines += [key.metadata["summary"], f'{key.name} = "…"']
    return "\n".join(f"# {line}" for line in lines)


def _render_value(value: object) -> str:
    if isinstance(value, tuple):
        return json.dumps(list(value), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)
