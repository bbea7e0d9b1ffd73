"""Keeps the history's files and folder from the other users of this computer."""

import contextlib
from glob import escape
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o600, 0o700
PARTS = ("", "-wal", "-shm")
"""The files of one database, by what their names end with."""

BEFORE = ".before-restore"
"""Begins the ending of a history that a copy has replaced."""


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into, unless it is there."""
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        restrict(folder, FOLDER_MODE)


def keep_private(path: Path, *, owns_folder: bool) -> None:
    """Let nobody else read a history, where the system can be told so.

    It begins as an empty file: what SQLite puts beside it has the same mode then.

    Args:
        path: the file of the history.
        owns_folder: whether nothing but the server's own is in its folder.
    """
    if not path.exists():
        path.touch(FILE_MODE)
    for ending in (*PARTS, ".lock"):
        restrict(path.with_name(f"{path.name}{ending}"))
    for replaced in path.parent.glob(f"{escape(path.name)}{BEFORE}*"):
        restrict(replaced)
    if owns_folder:
        restrict(path.parent, FOLDER_MODE)


def restrict(path: Path, mode: int = FILE_MODE) -> None:
    """Let only the owner use a file, where there is one and the system knows modes."""
    # It may belong to another user, or be on a disk that knows no modes.
    with contextlib.suppress(OSError):
        path.chmod(mode)
