"""Exports a room: asks what, how and where to, and tells what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.reading.change_wording import present
from chatapp.controllers.rooms import export_wording as words
from chatapp.models.entities import ChatMessage, ExportField, NoticeAction, Tone
from chatapp.models.export.document import (
    Exported,
    ExportFormat,
    Outcome,
    Pictures,
    Wording,
)
from chatapp.models.export.room_exports import Request
from chatapp.models.network import Network
from chatapp.models.program.folders import typed_path
from chatapp.models.storage.periods import Period

NOTICE, DONE = "export", "exported"
DAY = "%Y-%m-%d"
EXAMPLE_PERIOD = timedelta(days=7)
MOST_OF_ROOM = 40
"""So many letters of a room's name fit into any file system, of whatever script."""

FORMATS = (
    (words.HTML_PAGE, ExportFormat.HTML),
    (words.MARKDOWN_TEXT, ExportFormat.MARKDOWN),
    (words.JSON_DATA, ExportFormat.JSON),
    (words.TABLE, ExportFormat.CSV),
)
_LABELS = {
    ExportField.SINCE: words.FROM_LABEL,
    ExportField.UNTIL: words.TO_LABEL,
    ExportField.FILE: words.FILE_LABEL,
}

Problems = Mapping[ExportField, str]


class ExportView(Protocol):
    """The card that asks."""

    on_format: Callable[[int, str], str]
    on_file: Callable[[int, str], tuple[int, str]]
    on_export: Callable[[int, Mapping[ExportField, str]], Problems]

    def show_file(self, file: str) -> None:
        """Put the name of a file into its field."""


class ExportWindow(Protocol):
    """The window that opens the card."""

    def new_export(
        self,
        title: str,
        hint: str,
        action: str,
        formats: Sequence[str],
        labels: Mapping[ExportField, str],
        examples: Mapping[ExportField, str],
    ) -> ExportView:
        """Open a card to choose a format, a period and a file.

        Fields that are empty show their example.
        """


class ExportController:
    """Asks, and has the file written."""

    def __init__(
        self,
        window: ExportWindow,
        notices: NoticesView,
        passing: NoticesView,
        network: Network,
        folder: Path,
        clock: Callable[[], datetime],
        pictures: Callable[[], Pictures],
    ) -> None:
        """Join them; files are offered to be in `folder`.

        Those of the `passing` notices go by themselves, which say what was written.
        `pictures` makes what draws faces and emoji, and is called on another thread.
        """
        self._window = window
        self._notices = notices
        self._passing = passing
        self._network = network
        self._folder = folder
        self._clock = clock
        self._pictures = pictures
        self._room = ""
        self._begun = 0

    def open(self, room: str) -> None:
        """Ask how a room is to be exported."""
        self._room = room
        today = self._clock().astimezone()
        view = self._window.new_export(
            words.TITLE.format(room=room),
            words.HINT,
            words.EXPORT,
            [name for name, _ in FORMATS],
            _LABELS,
            {
                field: words.EXAMPLE.format(day=f"{day:{DAY}}")
                for field, day in (
                    (ExportField.SINCE, today - EXAMPLE_PERIOD),
                    (ExportField.UNTIL, today),
                )
            },
        )
        view.on_format = self._change_format
        view.on_file = self._describe
        view.on_export = self._export
        view.show_file(str(self._free_name(FORMATS[0][1])))

    def _free_name(self, format_: ExportFormat) -> Path:
        """Give a name that no file has; what a room is called may not be one."""
        safe = "".join(it if it.isalnum() else "-" for it in self._room).strip("-")
        stem = f"{safe[:MOST_OF_ROOM] or 'room'}-{self._clock().astimezone():{DAY}}"
        path, number = self._folder / f"{stem}{format_.value}", 2
        while path.exists():
            path = self._folder / f"{stem}-{number}{format_.value}"
            number += 1
        return path

    def _change_format(self, index: int, file: str) -> str:
        """Give the file's name an ending that fits the format."""
        path = Path(file)
        if _format_of(path) is None:
            return file
        return str(path.with_suffix(FORMATS[index][1].value))

    def _describe(self, index: int, file: str) -> tuple[int, str]:
        """Tell which format goes with a file's name, and what would be written."""
        if not file.strip():
            return index, ""
        path, index = _written(Path(file.strip()), index)
        return index, words.written_as(FORMATS[index][0], path.name)

    def _export(self, index: int, fields: Mapping[ExportField, str]) -> Problems:
        """Begin to write; gives what is wrong with which field instead."""
        problems: dict[ExportField, str] = {}
        since = self._day(fields, ExportField.SINCE, problems)
        last = self._day(fields, ExportField.UNTIL, problems)
        if since and last and last < since:
            problems[ExportField.UNTIL] = words.ENDS_BEFORE
        typed = typed_path(fields[ExportField.FILE].strip())
        path, index = _written(typed, index)
        problem = _problem_of(typed, path, fields[ExportField.FILE])
        if problem:
            problems[ExportField.FILE] = problem
        if not problems:
            until = last + timedelta(days=1) if last else None
            self._begin(Period(since, until), path, FORMATS[index][1])
        return problems

    def _begin(self, period: Period, path: Path, format_: ExportFormat) -> None:
        """Have it written; what takes long can be cut short."""
        request = Request(
            self._room,
            self._network.name,
            period,
            path,
            format_,
            Wording(_as_others_read, words.contents),
            self._pictures,
        )
        notice, stop = self._next_notice(), _Stop()
        stop.stop = self._network.exports.export(
            request,
            lambda count, oldest: self._tell_progress(notice, stop, count, oldest),
            lambda outcome: self._tell(notice, path, outcome),
        )

    def _next_notice(self) -> str:
        """Give each export a banner of its own, so that each can be stopped."""
        self._begun += 1
        return NOTICE if self._begun == 1 else f"{NOTICE} {self._begun}"

    def _tell_progress(
        self, notice: str, stop: "_Stop", count: int, oldest: datetime
    ) -> None:
        told = words.asking(count, oldest)
        self._notices.show(
            notice,
            told,
            Tone.INFO,
            NoticeAction(words.STOP, stop.cut_short),
            dismissable=False,
        )

    def _day(
        self,
        fields: Mapping[ExportField, str],
        field: ExportField,
        problems: dict[ExportField, str],
    ) -> datetime | None:
        text = fields[field].strip()
        if not text:
            return None
        try:
            return datetime.strptime(text, DAY).astimezone()
        except (ValueError, OverflowError, OSError):
            today = f"{self._clock().astimezone():{DAY}}"
            problems[field] = words.NO_DAY.format(day=today)
            return None

    def _tell(self, notice: str, path: Path, outcome: Outcome) -> None:
        if isinstance(outcome, Exported):
            told = words.exported(outcome.contents, outcome.path)
            self._notices.hide(notice)
            self._passing.show(DONE, told, Tone.SUCCESS)
            return
        told = words.not_exported(path, outcome.reason)
        self._notices.show(notice, told, Tone.ERROR)


class _Stop:
    """How an export is cut short, once it has begun."""

    def __init__(self) -> None:
        self.stop: Callable[[], None] = lambda: None

    def cut_short(self) -> None:
        """Have the server be asked no longer."""
        self.stop()


def _as_others_read(message: ChatMessage) -> str:
    """Give the words of a line for anybody: what one did oneself has one's name."""
    return present(replace(message, mine=False)).text


def _format_of(path: Path) -> int | None:
    """Give the place of the format for which a name's ending stands, if it does."""
    endings = [each.value for _name, each in FORMATS]
    ending = path.suffix.lower()
    return endings.index(ending) if ending in endings else None


def _written(path: Path, index: int) -> tuple[Path, int]:
    """Tell where and as what it is written: a name without an ending of ours gets one.

    Args:
        path: as it was typed.
        index: the format that is chosen, which holds where the name tells of no other.
    """
    told = _format_of(path)
    if told is not None:
        return path, told
    name = path.name.rstrip(". ")
    return path.with_name(name + FORMATS[index][1].value) if name else path, index


def _problem_of(typed: Path, path: Path, text: str) -> str:
    if not text.strip():
        return words.NO_FILE
    try:
        if typed.is_dir():
            return words.IS_FOLDER
        if path.exists():
            return words.IS_THERE
        if not path.parent.is_dir():
            return words.NO_FOLDER.format(folder=path.parent)
    except (OSError, ValueError):  # a name that no file can have
        return words.NO_FILE
    return ""
