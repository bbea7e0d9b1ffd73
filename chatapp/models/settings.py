"""What chatapp remembers from one start to the next, in a TOML file."""

import logging
import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import tomli_w

from chatapp.models.folders import config_folder

log = logging.getLogger(__name__)

FILE_NAME = "settings.toml"
_SIGN_IN = "sign_in"
_MOST_PORT = 65535


@dataclass(frozen=True, slots=True)
class LastSignIn:
    """The address, port and username of the last sign-in that worked."""

    address: str
    port: int
    username: str


class Settings:
    """The settings file; what this version does not know in it is kept as it is."""

    def __init__(self, path: Path, values: Mapping[str, Any]) -> None:
        self._path = path
        self._values = dict(values)
        self.last_sign_in = _read_sign_in(self._values.get(_SIGN_IN))

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read the file; one that cannot be read is set aside and never lost."""
        path = (folder or config_folder(os.environ)) / FILE_NAME
        try:
            return cls(path, tomllib.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return cls(path, {})
        except OSError as error:
            log.warning("The settings cannot be read: %s", error.strerror)
            return cls(path, {})
        except ValueError as error:  # not TOML, or not UTF-8
            log.warning("The settings are broken: %s", type(error).__name__)
            _set_aside(path)
            return cls(path, {})

    def remember_sign_in(self, sign_in: LastSignIn) -> None:
        """Keep these values for the next start."""
        if sign_in == self.last_sign_in:
            return
        self.last_sign_in = sign_in
        self._values[_SIGN_IN] = {
            "address": sign_in.address,
            "port": sign_in.port,
            "username": sign_in.username,
        }
        self._save()

    def _save(self) -> None:
        try:
            _write_whole(self._path, tomli_w.dumps(self._values))
        except OSError as error:
            log.warning("The settings cannot be saved: %s", error.strerror)


def _read_sign_in(table: object) -> LastSignIn | None:
    """Give the values if all of them make sense: the file may be edited by hand."""
    if not isinstance(table, dict):
        return None
    address, username = table.get("address"), table.get("username")
    port = table.get("port")
    if not isinstance(address, str) or not isinstance(username, str):
        return None
    if type(port) is not int or not 0 < port <= _MOST_PORT:
        return None
    return LastSignIn(address, port, username)


def _set_aside(path: Path) -> None:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}.broken-{moment}{path.suffix}")
    try:
        path.rename(aside)
        log.warning("They are kept as %s", aside.name)
    except OSError as error:
        log.warning("They cannot be set aside: %s", error.strerror)


def _write_whole(path: Path, text: str) -> None:
    """Replace a file in one step, so that it is never half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
