"""Exports what is kept of a room into a file, without keeping the window waiting."""

import logging
import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TextIO

from chatapp.language import gettext as _
from chatapp.models.export.csv_table import CsvTable
from chatapp.models.export.document import (
    About,
    Contents,
    Exported,
    ExportFormat,
    Format,
    NotExported,
    Outcome,
    Pictures,
    Wording,
    Work,
)
from chatapp.models.export.html_page import HtmlPage
from chatapp.models.export.json_document import JsonDocument
from chatapp.models.export.markdown_page import MarkdownPage
from chatapp.models.program.failures import log_failure
from chatapp.models.program.files import put_in_place
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.periods import holes_of_period, lines_of_period

log = logging.getLogger(__name__)


class Exporter:
    """Reads and writes on a thread of its own, line by line."""

    def __init__(
        self,
        jobs: Jobs,
        work: Work,
        words: Wording,
        pictures: Callable[[], Pictures],
    ) -> None:
        """Take the database, what works beside it, the words, and what draws."""
        self._jobs = jobs
        self._work = work
        self._words = words
        self._pictures = pictures

    def export(
        self,
        room: int,
        about: About,
        path: Path,
        format_: ExportFormat,
        then: Callable[[Outcome], None],
    ) -> None:
        """Write a file; it takes the place of one of that name once it is whole.

        Args:
            room: the room's row in the database.
            about: what is exported.
            path: the file.
            format_: how it is written.
            then: is told on the main thread what came of it.
        """

        def begin(database: Path) -> None:
            def work() -> Outcome:
                try:
                    written = self._begin(format_)
                    return self._write(database, room, about, path, written)
                except (OSError, sqlite3.Error) as error:
                    return NotExported(getattr(error, "strerror", None) or str(error))
                except Exception as error:  # noqa: BLE001 - somebody waits to be told
                    log_failure(log, "An export came to no good end", error)
                    return NotExported(_("something in it could not be written"))

            self._work(work, then)

        # What was heard before is on the disk once this job is done.
        self._jobs.submit(_file_of, begin, lambda reason: then(NotExported(reason)))

    def _begin(self, format_: ExportFormat) -> Format:
        if format_ is ExportFormat.HTML:
            return HtmlPage(self._pictures())
        others: dict[ExportFormat, Callable[[], Format]] = {
            ExportFormat.MARKDOWN: MarkdownPage,
            ExportFormat.JSON: JsonDocument,
            ExportFormat.CSV: CsvTable,
        }
        return others[format_]()

    def _write(
        self, database: Path, room: int, about: About, path: Path, written: Format
    ) -> Exported:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
        temporary = Path(name)
        try:
            with (
                closing(_open(database)) as connection,
                os.fdopen(handle, "w", encoding="utf-8", newline="") as file,
            ):
                contents = self._fill(connection, room, about, written, file)
            put_in_place(temporary, path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return Exported(path, contents)

    def _fill(
        self,
        connection: sqlite3.Connection,
        room: int,
        about: About,
        written: Format,
        file: TextIO,
    ) -> Contents:
        """Write line by line, and count what is a message and what is none."""
        said = changes = 0
        span = (about.period.since, about.period.until)
        file.write(written.begin(about))
        for message in lines_of_period(connection, room, about.room, *span):
            file.write(written.line(message, self._words.line(message)))
            said += message.kind.is_said
            changes += not message.kind.is_said
        holes = holes_of_period(connection, room, *span)
        contents = Contents(about.brought, said, changes, holes)
        file.write(written.end(self._words.contents(contents)))
        return contents


def _file_of(connection: sqlite3.Connection) -> Path:
    (_number, _name, path), *_ = connection.execute("PRAGMA database_list")
    return Path(path)


def _open(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
