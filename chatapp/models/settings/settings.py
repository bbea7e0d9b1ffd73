"""The settings file: read and written by the table, and shared with other windows."""

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar, cast

import tomli_w

from chatapp.models.program.files import read_table, set_aside, write_whole
from chatapp.models.program.folders import config_folder
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.setting import Setting, WrongValue

log = logging.getLogger(__name__)

FILE_NAME = "settings.toml"
Value = TypeVar("Value")
Values = Mapping[Setting[Any], Any]
Edit = Callable[[dict[str, Any]], None]
Raw = Mapping[str, Any]
Do = Callable[[Callable[[], Raw], Callable[[Raw], None]], None]


@dataclass(frozen=True, slots=True)
class LastSignIn:
    """The address, port and username of the last sign-in that worked."""

    address: str
    port: int
    username: str


@dataclass(frozen=True, slots=True)
class Misfit:
    """What stands in the file for a setting, and makes no sense there."""

    setting: Setting[Any]
    raw: object


class Settings:
    """What holds now; what this version does not know in the file is kept as it is.

    Several windows share the file: a change is made in what stands there by then, and
    what others have changed meanwhile is taken over.
    """

    def __init__(
        self, path: Path, raw: Mapping[str, Any], *, is_broken: bool = False
    ) -> None:
        self._path = path
        self._watchers: list[Callable[[Setting[Any]], None]] = []
        self._values: Mapping[str, Any] = {}
        self._do: Do = _at_once
        self._under_way = 0
        self.was_set_aside = is_broken
        self._take(raw)

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read the file; one that cannot be read is set aside and never lost."""
        path = (folder or config_folder(os.environ)) / FILE_NAME
        try:
            return cls(path, read_table(path))
        except OSError as error:
            log.warning("The settings cannot be read: %s", error.strerror)
            return cls(path, {})
        except ValueError as error:
            _put_aside(path, error)
            return cls(path, {}, is_broken=True)

    def __getitem__(self, setting: Setting[Value]) -> Value:
        return cast(Value, self._values[setting.name])

    def watch(self, on_change: Callable[[Setting[Any]], None]) -> Callable[[], None]:
        """Call back with each setting that has another value; give what ends that."""
        self._watchers.append(on_change)
        return lambda: self._watchers.remove(on_change)

    def write_by(self, do: Do) -> None:
        """Have a thread write the file from now on, as a disk may take its time."""
        self._do = do

    def misfits(self) -> list[Misfit]:
        """List what makes no sense in the file; it stays there until it is changed."""
        return list(self._misfits)

    def is_set(self, setting: Setting[Any]) -> bool:
        """Tell whether it has a value of its own in the file."""
        return setting.key in _section(self._raw, setting)

    def change(self, setting: Setting[Value], value: Value) -> None:
        """Give a setting another value, in the file too."""
        self.change_all({setting: value})

    def change_all(self, values: Values) -> None:
        """Give several settings other values."""
        if any(not self._holds(each, value) for each, value in values.items()):
            self._edit(lambda raw: _put(raw, values))

    def alter(self, setting: Setting[Value], change: Callable[[Value], Value]) -> None:
        """Give a setting a value that is made of what it has by now."""

        def alter_in(raw: dict[str, Any]) -> None:
            try:
                value = _value_in(raw, setting)
            except WrongValue:
                value = setting.default
            _put(raw, {setting: change(value)})

        self._edit(alter_in)

    def reset(self, *settings: Setting[Any]) -> None:
        """Take values out of the file, so that what is usual holds again."""
        if any(map(self.is_set, settings)):
            self._edit(lambda raw: _take_out(raw, settings))

    def refresh(self) -> None:
        """Take over what other windows have changed."""
        try:
            self._take(read_table(self._path))
        except (OSError, ValueError) as error:
            log.warning("The settings cannot be read again: %s", type(error).__name__)

    # -- what the program itself remembers ----------------------------------------

    @property
    def last_sign_in(self) -> LastSignIn | None:
        """The last sign-in that worked, where all of it is known."""
        known = LastSignIn(self[table.ADDRESS], self[table.PORT], self[table.USERNAME])
        return known if known.address and known.port and known.username else None

    @property
    def window_size(self) -> tuple[int, int] | None:
        """The chat window's size in pixels, if it was ever changed."""
        width, height = self[table.WIDTH], self[table.HEIGHT]
        return (width, height) if width and height else None

    def remember_size(self, width: int, height: int) -> None:
        """Keep the chat window's size for the next start."""
        self.change_all({table.WIDTH: width, table.HEIGHT: height})

    def remember_sign_in(self, sign_in: LastSignIn) -> None:
        """Keep these values for the next start."""
        self.change_all(
            {
                table.ADDRESS: sign_in.address,
                table.PORT: sign_in.port,
                table.USERNAME: sign_in.username,
            }
        )

    # -- the file -----------------------------------------------------------------

    def _holds(self, setting: Setting[Value], value: Value) -> bool:
        raw = _section(self._raw, setting).get(setting.key)
        return raw == setting.rule.write(value)

    def _take(self, raw: Mapping[str, Any]) -> None:
        before, misfits = self._values, list[Misfit]()
        values: dict[str, Any] = {}
        for setting in table.TABLE:
            values[setting.name] = setting.default
            try:
                values[setting.name] = _value_in(raw, setting)
            except WrongValue:
                misfits.append(Misfit(setting, _raw_of(raw, setting)))
        self._raw, self._values, self._misfits = raw, values, misfits
        for setting in table.TABLE if before else ():
            if before[setting.name] != values[setting.name]:
                self._tell(setting)

    def _tell(self, setting: Setting[Any]) -> None:
        for on_change in list(self._watchers):
            on_change(setting)

    def _edit(self, edit: Edit) -> None:
        """Make a change that holds at once, and then in what stands in the file."""
        raw = _copy(self._raw)
        edit(raw)
        self._take(raw)
        self._under_way += 1
        self._do(lambda: _write(self._path, edit, raw), self._written)

    def _written(self, raw: Mapping[str, Any]) -> None:
        """Take over what others had changed, unless more of one's own is to come."""
        self._under_way -= 1
        if not self._under_way:
            self._take(raw)


def _write(path: Path, edit: Edit, own: Mapping[str, Any]) -> Mapping[str, Any]:
    """Make a change in the file; give what stands there, or what is known here."""
    try:
        raw = _latest(path, own)
        edit(raw)
        write_whole(path, tomli_w.dumps(raw))
    except OSError as error:
        log.warning("The settings cannot be saved: %s", error.strerror)
        return own
    return raw


def _latest(path: Path, own: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return read_table(path)
    except ValueError as error:  # somebody has written it with a mistake
        _put_aside(path, error)
        return _copy(own)


def _put_aside(path: Path, error: ValueError) -> None:
    log.warning("The settings are broken: %s", error)
    set_aside(path)


def _copy(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: dict(each) if isinstance(each, dict) else each
        for name, each in raw.items()
    }


def _at_once(work: Callable[[], Raw], then: Callable[[Raw], None]) -> None:
    then(work())


def _value_in(raw: Mapping[str, Any], setting: Setting[Value]) -> Value:
    """Read a setting out of the file, or what is usual where it says nothing.

    Raises:
        WrongValue: it makes no sense.
    """
    section = raw.get(setting.section, {})
    if not isinstance(section, dict):
        raise WrongValue
    if setting.key not in section:
        return setting.default
    return setting.rule.read(section[setting.key])


def _raw_of(raw: Mapping[str, Any], setting: Setting[Any]) -> object:
    section = raw.get(setting.section)
    return section.get(setting.key) if isinstance(section, dict) else section


def _section(raw: Mapping[str, Any], setting: Setting[Any]) -> Mapping[str, Any]:
    section = raw.get(setting.section)
    return section if isinstance(section, dict) else {}


def _put(raw: dict[str, Any], values: Values) -> None:
    for setting, value in values.items():
        section = dict(_section(raw, setting))
        section[setting.key] = setting.rule.write(value)
        raw[setting.section] = section


def _take_out(raw: dict[str, Any], settings: tuple[Setting[Any], ...]) -> None:
    for setting in settings:
        section = dict(_section(raw, setting))
        section.pop(setting.key, None)
        raw[setting.section] = section
        if not section:
            del raw[setting.section]
