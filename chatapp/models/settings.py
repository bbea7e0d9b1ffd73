"""What chatapp remembers from one start to the next, in a TOML file."""

import logging
import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

import tomli_w

from chatapp.models.files import set_aside, write_whole
from chatapp.models.folders import config_folder

log = logging.getLogger(__name__)

FILE_NAME = "settings.toml"
_SIGN_IN = "sign_in"
_WINDOW = "window"
_CHAT = "chat"
_MOST_PORT = 65535
_PIXELS = range(200, 20_001)
_ZOOMS = (0.5, 3.0)


@dataclass(frozen=True, slots=True)
class LastSignIn:
    """The address, port and username of the last sign-in that worked."""

    address: str
    port: int
    username: str


@dataclass(frozen=True, slots=True)
class WindowShape:
    """How large the chat window is, in pixels, and how large what stands in it."""

    width: int | None = None
    height: int | None = None
    zoom: float = 1.0


class Settings:
    """The settings file; what this version does not know in it is kept as it is."""

    def __init__(self, path: Path, values: Mapping[str, Any]) -> None:
        self._path = path
        self._values = dict(values)
        self.last_sign_in = _read_sign_in(self._values.get(_SIGN_IN))
        self._shape = _read_shape(self._values.get(_WINDOW))

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
            set_aside(path)
            return cls(path, {})

    @property
    def window_width(self) -> int | None:
        """The chat window's width in pixels, if it was ever changed."""
        return self._shape.width

    @property
    def window_height(self) -> int | None:
        """The chat window's height in pixels, if it was ever changed."""
        return self._shape.height

    @property
    def zoom(self) -> float:
        """How much larger than usual everything is."""
        return self._shape.zoom

    @property
    def typing_notices(self) -> bool:
        """Whether one tells others that one writes, and is told so of them."""
        table = self._values.get(_CHAT)
        value = table.get("typing_notices") if isinstance(table, dict) else None
        return value is not False

    def remember_size(self, width: int, height: int) -> None:
        """Keep the chat window's size for the next start."""
        self._remember_shape(replace(self._shape, width=width, height=height))

    def remember_zoom(self, zoom: float) -> None:
        """Keep how large everything is for the next start."""
        self._remember_shape(replace(self._shape, zoom=zoom))

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

    def _remember_shape(self, shape: WindowShape) -> None:
        if shape == self._shape:
            return
        self._shape = shape
        known = self._values.get(_WINDOW)
        table = dict(known) if isinstance(known, dict) else {}
        told = {key: value for key, value in asdict(shape).items() if value is not None}
        self._values[_WINDOW] = {**table, **told}
        self._save()

    def _save(self) -> None:
        try:
            write_whole(self._path, tomli_w.dumps(self._values))
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


def _read_shape(table: object) -> WindowShape:
    """Give each value that makes sense, and for the others what is usual."""
    if not isinstance(table, dict):
        return WindowShape()
    width, height = (_pixels(table.get(side)) for side in ("width", "height"))
    shape = WindowShape(zoom=_zoom(table.get("zoom")))
    return replace(shape, width=width, height=height) if width and height else shape


def _pixels(value: object) -> int | None:
    return value if type(value) is int and value in _PIXELS else None


def _zoom(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 1.0
    least, most = _ZOOMS
    return float(value) if least <= value <= most else 1.0
