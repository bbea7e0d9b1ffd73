"""Files that the client keeps: written as a whole, and never thrown away broken."""

import logging
import os
import tempfile
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


def read_table(path: Path) -> dict[str, Any]:
    """Read a TOML file; one that is not there is empty.

    Raises:
        OSError: it is there and cannot be read; nothing may be written over it.
        ValueError: it is no TOML, or not UTF-8.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


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
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_chosen(path: Path, text: str) -> str:
    """Write a file where somebody wanted it, in UTF-8; tell what went wrong, or ""."""
    try:
        path.write_bytes(text.encode(errors="replace"))
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def set_aside(path: Path) -> None:
    """Give a file that cannot be read another name, for somebody to look at."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}.broken-{moment}{path.suffix}")
    try:
        path.rename(aside)
        log.warning("It is kept as %s", aside.name)
    except OSError as error:
        log.warning("It cannot be set aside: %s", error.strerror)
