"""Reads settings from a TOML file and the environment, and refuses what is wrong."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields
from json import dumps
from pathlib import Path
from typing import Any, cast

from server.settings.rules import Rule
from server.settings.settings import Settings

ENVIRONMENT_PREFIX = "CHATAPP_SERVER__"
SECRET = "password"  # noqa: S105 - the name of a key

Values = dict[str, object]


class WrongSetting(Exception):
    """A setting cannot be taken; the text says where it is and what it should be."""


def load_settings(path: Path | None, environment: Mapping[str, str]) -> Settings:
    """Give the settings: the defaults, changed by a file, changed by the environment.

    Args:
        path: the TOML file, or None.
        environment: variables such as CHATAPP_SERVER__LIMITS__NICK_LENGTH, and for
            sections of which there may be several, CHATAPP_SERVER__OPERATORS__1__NAME.

    Raises:
        WrongSetting: the file cannot be read, a key is unknown, or a value is wrong.
    """
    reading = _Reading()
    if path is not None:
        reading.take_file(path)
    reading.take_environment(environment)
    return reading.settings()


class _Reading:
    """What was read of the settings so far."""

    def __init__(self) -> None:
        self._single: dict[str, Values] = {section: {} for section in _sections()}
        self._several: dict[str, list[Values]] = {section: [] for section in _lists()}

    def settings(self) -> Settings:
        """Put the settings together.

        Raises:
            WrongSetting: one of several sections says too little.
        """
        chosen = {
            name: _sections()[name](**given) for name, given in self._single.items()
        }
        for name, each in _lists().items():
            chosen[name] = tuple(
                _whole(name, each, given) for given in self._several[name]
            )
        return Settings(**chosen)

    def take_file(self, path: Path) -> None:
        """Read a TOML file.

        Raises:
            WrongSetting: it cannot be read, a key is unknown, or a value is wrong.
        """
        try:
            document = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise WrongSetting(f"{path} cannot be read: {error.strerror}.") from error
        except RecursionError as error:
            raise WrongSetting(f"{path} is nested too deeply.") from error
        except ValueError as error:  # no TOML, not UTF-8, or a number without end
            raise WrongSetting(f"{path} is not a TOML file: {error}.") from error
        for section, content in document.items():
            _require_known(str(path), section, {**_sections(), **_lists()}, "section")
            if section in _lists():
                self._take_several(str(path), section, content)
            else:
                self._take_section(str(path), section, content)

    def take_environment(self, environment: Mapping[str, str]) -> None:
        """Read the variables that are settings, over what the file says.

        Raises:
            WrongSetting: a key is unknown, or a value is wrong.
        """
        numbered: dict[tuple[str, str], Values] = {}
        for name, section, key, text in _settings_in(environment):
            _require_known(name, section, {**_sections(), **_lists()}, "section")
            if section in _lists():
                number, _, inner = key.partition("__")
                into = numbered.setdefault((section, number), {})
                _take_text(name, section, _lists()[section], inner, text, into)
            else:
                into = self._single[section]
                _take_text(name, section, _sections()[section], key, text, into)
        for (section, _), given in sorted(numbered.items(), key=lambda each: each[0]):
            self._several[section].append(given)

    def _take_section(self, origin: str, section: str, content: object) -> None:
        if not isinstance(content, dict):
            raise WrongSetting(f"{origin}: {section}: expected a section [{section}].")
        for key, value in content.items():
            _take(
                origin, section, _sections()[section], key, value, self._single[section]
            )

    def _take_several(self, origin: str, section: str, content: object) -> None:
        if not isinstance(content, list) or not all(
            isinstance(each, dict) for each in content
        ):
            raise WrongSetting(
                f"{origin}: {section}: expected sections [[{section}]], one for each."
            )
        for one in content:
            given: Values = {}
            for key, value in one.items():
                _take(origin, section, _lists()[section], key, value, given)
            self._several[section].append(given)


def _sections() -> dict[str, Any]:
    return {
        section.name: cast("Any", section.default_factory)
        for section in fields(Settings)
        if "each" not in section.metadata
    }


def _lists() -> dict[str, Any]:
    """Give the sections of which there may be several."""
    return {
        section.name: section.metadata["each"]
        for section in fields(Settings)
        if "each" in section.metadata
    }


def _keys(section: Any) -> dict[str, Field[Any]]:
    return {key.name: key for key in fields(section)}


def _whole(name: str, section: Any, given: Values) -> Any:
    missing = [key for key in _keys(section) if key not in given]
    if missing:
        raise WrongSetting(f"[[{name}]]: {' and '.join(missing)} must be given.")
    return section(**given)


def _settings_in(
    environment: Mapping[str, str],
) -> Iterator[tuple[str, str, str, str]]:
    for name, text in environment.items():
        if name.startswith(ENVIRONMENT_PREFIX):
            path = name.removeprefix(ENVIRONMENT_PREFIX).lower()
            section, _, key = path.partition("__")
            yield name, section, key, text


def _take_text(
    origin: str, name: str, section: Any, key: str, text: str, into: Values
) -> None:
    _require_known(f"{origin}: [{name}]", key, _keys(section), "key")
    value = _rule(_keys(section)[key]).read(text)
    _take(origin, name, section, key, value, into)


def _take(
    origin: str, name: str, section: Any, key: str, value: object, into: Values
) -> None:
    _require_known(f"{origin}: [{name}]", key, _keys(section), "key")
    rule = _rule(_keys(section)[key])
    if not rule.allows(value):
        shown = "this" if key == SECRET else _shown(value)
        told = f"{origin}: [{name}] {key}: expected {rule.expected}, found {shown}."
        advice: str = _keys(section)[key].metadata["advice"]
        raise WrongSetting(f"{told} {advice}".rstrip())
    into[key] = tuple(value) if isinstance(value, list) else value


def _shown(value: object) -> str:
    try:
        return dumps(value, default=str)
    except ValueError:
        return "a number of more digits than can be shown"


def _require_known(
    origin: str, name: str, known: Mapping[str, object], kind: str
) -> None:
    if name in known:
        return
    from difflib import get_close_matches  # noqa: PLC0415 - few mistype

    closest = get_close_matches(name, known, n=1)
    hint = f'Did you mean "{closest[0]}"?' if closest else ""
    if kind == "section" and name in (homes := _homes()):
        hint = f'The key "{name}" stands in {" or ".join(homes[name])}.'
    choices = ", ".join(known)
    raise WrongSetting(
        f'{origin}: unknown {kind} "{name}"; expected one of {choices}. {hint}'.strip()
    )


def _homes() -> dict[str, list[str]]:
    """Give the sections in which each key stands, as the file writes them."""
    homes: dict[str, list[str]] = {}
    written = {f"[{name}]": each for name, each in _sections().items()}
    written |= {f"[[{name}]]": each for name, each in _lists().items()}
    for name, section in written.items():
        for key in _keys(section):
            homes.setdefault(key, []).append(name)
    return homes


def _rule(key: Field[Any]) -> Rule:
    return cast("Rule", key.metadata["rule"])
