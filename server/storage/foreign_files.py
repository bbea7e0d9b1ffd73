"""Refuses to use files that another user of this computer has put beside a history."""

import os
from collections.abc import Iterable
from pathlib import Path

from server.storage.schema import UnusableStorage


def refuse_foreign(files: Iterable[Path]) -> None:
    """Refuse files that belong to neither who runs this nor whose their folder is.

    Where others can write to a folder, as all can to /tmp, one of them could have put
    his own file there, or a link, to read what is written or to be given orders.

    Raises:
        UnusableStorage: there is such a file.
    """
    for file in files:
        if _is_foreign(file):
            raise UnusableStorage(
                "{file} belongs to another user of this computer. Remove it, or "
                "choose another place with [storage] path or CHATAPP_DATA_DIR.",
                file=file,
            )


def _is_foreign(file: Path) -> bool:
    try:
        return owner_of(file) not in (_user(), owner_of(file.parent))
    except OSError:
        return False


def owner_of(path: Path) -> int:
    """Give the number of the user to whom a file belongs, or the link in its place.

    Where users have no numbers (Windows) all files have 0.

    Raises:
        OSError: it is not there.
    """
    return path.lstat().st_uid


def _user() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else 0
