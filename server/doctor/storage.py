"""Checks whether the history can be written, and whether there is room for it."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from chatapp.wire.findings import Finding, Verdict

NAME = "Storage"
LITTLE, HARDLY_ANY = 500 * 2**20, 20 * 2**20
MEGABYTE = 2**20

FreeBytes = Callable[[Path], int]


def free_bytes(folder: Path) -> int:
    """Give how many bytes a disk has left."""
    return shutil.disk_usage(folder).free


def check_storage(path: Path, free: FreeBytes = free_bytes) -> Iterator[Finding]:
    """Tell whether a history can be kept in a file, and how much more of it."""
    folder = _nearest(path.parent)
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".doctor-") as trial:
            trial.write(b"x" * 4096)
            trial.flush()
        if path.exists():
            with path.open("r+b"):
                pass
    except OSError as error:
        sentence = f"{path} cannot be written ({error.strerror})."
        advice = "Put that right, or choose another place with [storage] path."
        yield Finding(NAME, Verdict.FAIL, sentence, advice)
        return
    yield Finding(NAME, Verdict.OK, f"The history can be written: {path}.")
    yield _room(folder, free(folder))


def _room(folder: Path, left: int) -> Finding:
    sentence = f"The disk of {folder} has {left // MEGABYTE} MB left."
    advice = "Make room there, or choose another disk with [storage] path."
    if left < HARDLY_ANY:
        return Finding("Disk", Verdict.FAIL, sentence, advice)
    if left < LITTLE:
        return Finding("Disk", Verdict.WARN, sentence, advice)
    return Finding("Disk", Verdict.OK, sentence)


def _nearest(folder: Path) -> Path:
    """Give the folder, or the nearest one above it that is there."""
    return next(each for each in (folder, *folder.absolute().parents) if each.is_dir())
