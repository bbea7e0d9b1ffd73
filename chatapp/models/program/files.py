"""Files that the client keeps: written as a whole, and never thrown away broken."""

import logging
import os
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from math import isnan
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2)
"""Seconds between the tries to replace a file that another program reads."""

DEEPEST = 50
MOST_BITS = 63
TOO_DEEP = "It is nested too deeply."
NO_UTF8 = "It is not in UTF-8 (at byte {position})."


def read_table(path: Path) -> dict[str, Any]:
    """Read a TOML file; one that is not there is empty.

    Raises:
        OSError: it is there and cannot be read; nothing may be written over it.
        ValueError: it is no TOML, or not UTF-8, or could not be written again; it says
            what is wrong, and where, but nothing that stands there.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise ValueError(NO_UTF8.format(position=error.start)) from None
    except RecursionError:
        raise ValueError(TOO_DEEP) from None
    _require_usual(table)
    return table


def write_whole(path: Path, text: str) -> None:
    """Replace a file in one step, so that it is never half written.

    It is for its owner alone to read and write (mode 0600), where systems have that.

    Args:
        path: the file; its folder is made if need be.
        text: what it is to hold, in UTF-8.

    Raises:
        OSError: it cannot be written; what was there is there still.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave an empty file
        put_in_place(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def put_in_place(written: Path, path: Path) -> None:
    """Give a file its name, also where another program reads one of the two just now.

    Windows refuses that for so long, as while somebody looks for viruses in it.

    Raises:
        OSError: it cannot have that name; both files are as they were.
    """
    for pause in PAUSES if sys.platform == "win32" else ():
        try:
            written.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    written.replace(path)


def keep_unread(path: Path, understood: Mapping[str, Any]) -> None:
    """Copy a TOML file that is about to be replaced, where it says more than that.

    Args:
        path: the file.
        understood: what of it was understood, as it would be written.
    """
    try:
        if is_within(read_table(path), understood):
            return
        aside = _aside(path)
        shutil.copy2(path, aside)
        log.warning(
            "Not all of %s makes sense; as it was it is in %s", path.name, aside.name
        )
    except (OSError, ValueError) as error:
        log.warning("%s cannot be copied: %s", path.name, type(error).__name__)


def write_chosen(path: Path, text: str) -> str:
    """Write a file where somebody wanted it, in UTF-8; tell what went wrong, or ""."""
    try:
        path.write_bytes(text.encode(errors="replace"))
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def set_aside(path: Path) -> Path:
    """Give a file that cannot be read another name, for somebody to look at.

    Returns:
        Where it lies now, which is where it was if it cannot be renamed.
    """
    aside = _aside(path)
    try:
        path.rename(aside)
    except OSError as error:
        log.warning("It cannot be set aside: %s", error.strerror)
        return path
    log.warning("It is kept as %s", aside.name)
    return aside


def is_within(part: object, whole: object) -> bool:
    """Tell whether all that one value says stands in another one too."""
    if part == whole:
        return True
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(
            key in whole and is_within(value, whole[key]) for key, value in part.items()
        )
    if isinstance(part, list) and isinstance(whole, list):
        return all(any(is_within(each, it) for it in whole) for each in part)
    return _is_nan(part) and _is_nan(whole)


def _aside(path: Path) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    return path.with_name(f"{path.stem}.broken-{moment}{path.suffix}")


def _require_usual(value: object, depth: int = 0) -> None:
    """Refuse what TOML does not ask programs to take, and what writing would fail at.

    Raises:
        ValueError: it is nested too deeply, or a number has more than 64 bits.
    """
    if depth > DEEPEST:
        raise ValueError(TOO_DEEP)
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise ValueError("A number has too many digits.")
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            _require_usual(each, depth + 1)


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and isnan(value)
