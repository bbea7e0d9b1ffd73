"""Copies a history while a server writes it, and puts a copy in its place."""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from server.storage.lock import StorageLock
from server.storage.privacy import BEFORE, PARTS, restrict
from server.storage.versions import VERSIONS

UNFINISHED = ".unfinished"
PAGES_A_SHARE = 256
"""So much of a history is copied before others have the disk: a megabyte."""


class CannotCopy(Exception):
    """A copy cannot be made, or put in place; the text says why."""


def back_up(storage_path: Path, target: Path) -> None:
    """Copy the history as it is at one moment; a server may go on writing it.

    The copy is one file that only its owner may read. It has its name when it is whole.

    Raises:
        CannotCopy: there is no history, or the copy cannot be written.
    """
    if not storage_path.is_file():
        raise CannotCopy(f"There is no history in {storage_path}.")
    if target.exists() and target.samefile(storage_path):
        raise CannotCopy("A history cannot be copied onto itself.")
    if target.exists():
        raise CannotCopy(f"{target} is there already. Choose another name, or move it.")
    if not target.parent.is_dir():
        raise CannotCopy(f"There is no folder {target.parent}. Make it first.")
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    try:
        _make_copy(storage_path, unfinished)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise CannotCopy(
            f"The copy {target} cannot be made: {_reason(error)}."
        ) from error


def restore(copy: Path, storage_path: Path) -> Path | None:
    """Put a copy in the place of the history; give where that is now, if there was one.

    Raises:
        StorageInUse: a server runs.
        CannotCopy: the copy is none, or cannot be put there.
    """
    _require_history(copy)
    lock = StorageLock(storage_path)
    unfinished = storage_path.with_name(f"{storage_path.name}{UNFINISHED}")
    try:
        _make_copy(copy, unfinished)
        aside = _put_aside(storage_path)
        unfinished.replace(storage_path)
    except (OSError, sqlite3.Error) as error:
        raise CannotCopy(f"{copy} cannot be put in place: {_reason(error)}.") from error
    finally:
        lock.close()
    return aside


def _make_copy(source: Path, target: Path) -> None:
    """Make a copy that only its owner may read; one that fails is not left behind."""
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        _copy(source, target)
    except BaseException:
        with contextlib.suppress(OSError):
            target.unlink()
        raise


def _copy(source: Path, target: Path) -> None:
    with (
        target.open("rb+") as file,
        contextlib.closing(sqlite3.connect(_uri(source), uri=True)) as reading,
        contextlib.closing(sqlite3.connect(target)) as writing,
    ):
        # What is read is as it was at this moment, whoever writes meanwhile.
        reading.execute("BEGIN")
        reading.execute("SELECT 1 FROM sqlite_master").fetchone()
        writing.execute("PRAGMA synchronous = OFF")
        reading.backup(writing, pages=PAGES_A_SHARE, progress=_calmly(file))
        writing.execute("PRAGMA journal_mode = DELETE")
        (verdict,) = writing.execute("PRAGMA quick_check").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(str(verdict))
        os.fsync(file.fileno())


def _calmly(file: BinaryIO) -> Callable[[int, int, int], None]:
    """Write each share out, and rest as long as that took: a server uses the disk, too.

    If all were written out at the end, what people say meanwhile would wait for it.
    """
    began = time.monotonic()

    def rest(_status: int, _remaining: int, _total: int) -> None:
        nonlocal began
        os.fsync(file.fileno())
        time.sleep(time.monotonic() - began)
        began = time.monotonic()

    return rest


def _require_history(copy: Path) -> None:
    if not copy.is_file():
        raise CannotCopy(f"There is no file {copy}.")
    try:
        with contextlib.closing(sqlite3.connect(_uri(copy), uri=True)) as reading:
            (version,) = reading.execute("PRAGMA user_version").fetchone()
            (verdict,) = reading.execute("PRAGMA quick_check").fetchone()
            reading.execute("SELECT 1 FROM messages LIMIT 1")
    except sqlite3.Error as error:
        raise CannotCopy(f"{copy} is no history: {error}.") from error
    if version > len(VERSIONS):
        raise CannotCopy(f"{copy} was made by a newer chatapp-server.")
    if verdict != "ok":
        raise CannotCopy(f"{copy} is damaged: {verdict}.")


def _put_aside(storage_path: Path) -> Path | None:
    """Give the history a name that no earlier one has; None if there is no history."""
    is_there = storage_path.exists()
    aside = _free_name(storage_path)
    for part in PARTS:
        old, kept = (Path(f"{path}{part}") for path in (storage_path, aside))
        if old.exists():
            old.replace(kept)
            restrict(kept)
    return aside if is_there else None


def _free_name(storage_path: Path) -> Path:
    """Give a name beside the history under which nothing was put aside yet."""
    first = storage_path.with_name(storage_path.name + BEFORE)
    others = (Path(f"{first}-{number}") for number in count(2))
    return next(
        path
        for path in chain([first], others)
        if not any(Path(f"{path}{part}").exists() for part in PARTS)
    )


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _uri(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=ro"
