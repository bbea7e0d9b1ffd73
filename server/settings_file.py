"""Reads settings from a TOML file and the environment, and refuses what is wrong."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast

from server.settings import Settings
from server.settings_rules import Rule

ENVIRONMENT_PREFIX = "CHATAPP_SERVER__"

Values = dict[str, dict[str, object]]


class WrongSetting(Exception):
    """A setting cannot be taken; the text says where it is and what it should be."""


def load_settings(path: Path | None, environment: Mapping[str, str]) -> Settings:
    """Give the settings: the defaults, changed by a file, changed by the environment.

    Args:
        path: the TOML file, or None.
        environment: variables such as CHATAPP_SERVER__LIMITS__NICK_LENGTH.

    Raises:
        WrongSetting: the file cannot be read, a key is unknown, or a value is wrong.
    """
    values: Values = {section: {} for section in _sections()}
    if path is not None:
        _take_file(path, values)
    _take_environment(environment, values)
    chosen = {name: _sections()[name](**values[name]) for name in values}
    return Settings(**chosen)


def render_settings(settings: Settings) -> str:
    """Write settings as a TOML file that explains each key."""
    blocks = []
    for section in fields(settings):
        values = getattr(settings, section.name)
        lines = [f"# {type(values).__doc__}", f"[{section.name}]"]
        for key in fields(values):
            lines.append(f"# {key.metadata['summary']}")
            lines.append(f"{key.name} = {_render(getattr(values, key.name))}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _sections() -> dict[str, Any]:
    return {
        section.name: cast("Any", section.default_factory)
        for section in fields(Settings)
    }


def _keys(section: str) -> dict[str, Field[Any]]:
    return {key.name: key for key in fields(_sections()[section])}


def _take_file(path: Path, values: Values) -> None:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongSetting(f"{path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongSetting(f"{path} is not a TOML file: {error}.") from error
    for section, keys in document.items():
        _require_known(str(path), section, _sections(), "section")
        if not isinstance(keys, dict):
            raise WrongSetting(f"{path}: {section}: expected a section [{section}].")
        for key, value in keys.items():
            _take(str(path), section, key, value, values)


def _take_environment(environment: Mapping[str, str], values: Values) -> None:
    for name, section, key, text in _settings_in(environment):
        _require_known(name, section, _sections(), "section")
        _require_known(f"{name}: [{section}]", key, _keys(section), "key")
        value = _rule(_keys(section)[key]).read(text)
        _take(name, section, key, value, values)


def _settings_in(
    environment: Mapping[str, str],
) -> Iterator[tuple[str, str, str, str]]:
    for name, text in environment.items():
        if name.startswith(ENVIRONMENT_PREFIX):
            path = name.removeprefix(ENVIRONMENT_PREFIX).lower()
            section, _, key = path.partition("__")
            yield name, section, key, text


def _take(origin: str, section: str, key: str, value: object, values: Values) -> None:
    _require_known(f"{origin}: [{section}]", key, _keys(section), "key")
    rule = _rule(_keys(section)[key])
    if not rule.allows(value):
        shown = "this" if key == "password" else json.dumps(value, default=str)
        raise WrongSetting(
            f"{origin}: [{section}] {key}: expected {rule.expected}, found {shown}."
        )
    values[section][key] = tuple(value) if isinstance(value, list) else value


def _require_known(
    origin: str, name: str, known: Mapping[str, object], kind: str
) -> None:
    if name in known:
        return
    closest = get_close_matches(name, known, n=1)
    hint = f'Did you mean "{closest[0]}"?' if closest else ""
    choices = ", ".join(known)
    raise WrongSetting(
        f'{origin}: unknown {kind} "{name}"; expected one of {choices}. {hint}'.strip()
    )


def _rule(key: Field[Any]) -> Rule:
    return cast("Rule", key.metadata["rule"])


def _render(value: object) -> str:
    if isinstance(value, tuple):
        return json.dumps(list(value), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)
