"""Exports what is kept of a room into a file, without keeping the window waiting."""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from chatapp.models.entities import ChatMessage
from chatapp.models.export.csv_table import CsvTable
from chatapp.models.export.document import About, Format
from chatapp.models.export.html_page import HtmlPage
from chatapp.models.export.json_document import JsonDocument
from chatapp.models.export.markdown_page import MarkdownPage
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.periods import lines_of_period


class ExportFormat(Enum):
    """The formats there are; the value is how names of such files end."""

    HTML = ".html"
    MARKDOWN = ".md"
    JSON = ".json"
    CSV = ".csv"


_FORMATS: dict[ExportFormat, Callable[[], Format]] = {
    ExportFormat.HTML: HtmlPage,
    ExportFormat.MARKDOWN: MarkdownPage,
    ExportFormat.JSON: JsonDocument,
    ExportFormat.CSV: CsvTable,
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written: how many lines it holds, and from when the first is."""

    path: Path
    count: int
    first: datetime | None


@dataclass(frozen=True, slots=True)
class NotExported:
    """A file could not be written, for the system's reason; nothing is left of it."""

    reason: str


Outcome = Exported | NotExported
Work = Callable[[Callable[[], Outcome], Callable[[Outcome], None]], None]


class Exporter:
    """Reads and writes on a thread of its own, line by line."""

    def __init__(
        self, jobs: Jobs, work: Work, words: Callable[[ChatMessage], str]
    ) -> None:
        """Take the database, what works beside it, and what says how a line is read."""
        self._jobs = jobs
        self._work = work
        self._words = words

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
                    written = _FORMATS[format_]()
                    return self._write(database, room, about, path, written)
                except (OSError, sqlite3.Error) as error:
                    return NotExported(getattr(error, "strerror", None) or str(error))

            self._work(work, then)

        # What was heard before is on the disk once this job is done.
        self._jobs.submit(_file_of, begin, lambda reason: then(NotExported(reason)))

    def _write(
        self, database: Path, room: int, about: About, path: Path, written: Format
    ) -> Exported:
        period, count, first = about.period, 0, None
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
        temporary = Path(name)
        try:
            with (
                closing(_open(database)) as connection,
                os.fdopen(handle, "w", encoding="utf-8", newline="") as file,
            ):
                file.write(written.begin(about))
                for message in lines_of_period(
                    connection, room, about.room, period.since, period.until
                ):
                    file.write(written.line(message, self._words(message)))
                    first, count = first or message.time, count + 1
                file.write(written.end())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return Exported(path, count, first)


def _file_of(connection: sqlite3.Connection) -> Path:
    (_number, _name, path), *_ = connection.execute("PRAGMA database_list")
    return Path(path)


def _open(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
