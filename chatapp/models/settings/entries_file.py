"""A file of the client that lists entries, each a table of TOML; people may edit it."""

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

import tomli_w

from chatapp.models.program.files import keep_unread, read_table, set_aside, write_whole

log = logging.getLogger(__name__)

Entry = TypeVar("Entry")


class EntriesFile(Generic[Entry]):
    """Reads the entries that make sense, and writes all of them as a whole."""

    def __init__(
        self,
        path: Path,
        section: str,
        entry_of: Callable[[Mapping[str, Any]], Entry | None],
        table_of: Callable[[Entry], Mapping[str, object]],
    ) -> None:
        """Prepare; nothing is read yet.

        Args:
            path: the file.
            section: what the list is called there.
            entry_of: makes an entry of its table; None: that makes no sense.
            table_of: makes an entry's table.
        """
        self.aside: Path | None = None
        """Where a file lies that made no sense as it was read."""

        self._path = path
        self._section = section
        self._entry_of = entry_of
        self._table_of = table_of

    def read(self) -> list[Entry]:
        """Read what is known; a file that makes no sense is set aside and never lost.

        Raises:
            OSError: it is there and cannot be read; nothing may be written over it.
        """
        try:
            tables = read_table(self._path).get(self._section)
        except ValueError as error:  # not TOML, or not UTF-8
            log.warning("%s is broken: %s", self._path.name, type(error).__name__)
            self.aside = set_aside(self._path)
            return []
        listed = tables if isinstance(tables, list) else []
        found = (self._entry_of(it) for it in listed if isinstance(it, dict))
        return [entry for entry in found if entry is not None]

    def read_at_start(self) -> list[Entry]:
        """Read what is known, which is nothing where the file cannot be read."""
        try:
            return self.read()
        except OSError as error:
            log.warning("%s cannot be read: %s", self._path.name, error.strerror)
            return []

    def write(self, entries: Iterable[Entry]) -> None:
        """Write all entries; a file that said more than was understood is copied.

        Raises:
            OSError: it cannot be read or written; what was there is there still.
        """
        keep_unread(self._path, self._tables(self.read()))
        write_whole(self._path, tomli_w.dumps(self._tables(entries)))

    def _tables(self, entries: Iterable[Entry]) -> dict[str, Any]:
        return {self._section: [dict(self._table_of(each)) for each in entries]}
