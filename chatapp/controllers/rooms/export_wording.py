"""Sentences about exporting what was said, ready to translate."""

from datetime import datetime
from pathlib import Path

from chatapp.calendar_words import write_day
from chatapp.language import gettext as _
from chatapp.language import ngettext, number
from chatapp.models.export.document import Contents
from chatapp.models.history.bringing_past import Reached

TITLE = _("Export {room}")
HTML_PAGE, MARKDOWN_TEXT = _("Web page"), _("Markdown")
JSON_DATA, TABLE = "JSON", _("Table (CSV)")
HINT = _(
    "What was said goes into one file, also what only the server still has. Leave the"
    " days empty for all of it."
)
FROM_LABEL, TO_LABEL, FILE_LABEL = _("First day"), _("Last day"), _("File")
EXPORT = _("Export")
EXAMPLE = _("e.g. {day}")
NO_DAY = _("Write a day as {day}, or leave this empty.")
ENDS_BEFORE = _("This day is before the first one.")
NO_FILE = _("Say where the file is to be.")
NO_FOLDER = _("There is no folder {folder}. Choose another one.")
IS_THERE = _("There is a file of this name already. Choose another name.")
IS_FOLDER = _("This is a folder. Add the name of a file to it.")


STOP = _("Write what is here")


def written_as(format_: str, name: str) -> str:
    """Say in which format a file is going to be, and how it is called."""
    return _("{format}, written to {name}").format(format=format_, name=name)


def asking(count: int, oldest: datetime) -> str:
    """Say that the server is asked for what is not kept here, and how far that is."""
    return _(
        "Asking the server for what was said earlier: {count} lines so far, back to"
        " {day}."
    ).format(
        count=number(count), day=write_day(oldest.astimezone().date(), with_year=True)
    )


def exported(contents: Contents, path: Path) -> str:
    """Say what was written."""
    if contents.messages == 0:
        return _("Nothing was said in that time; {path} has no message in it.").format(
            path=path
        )
    written = ngettext(
        "One message was written to {path}.",
        "{count} messages were written to {path}.",
        contents.messages,
    ).format(count=number(contents.messages), path=path)
    return f"{written} {_reach(contents)}"


def contents(contents: Contents) -> str:
    """Say within the file what it holds, and what it may lack, to whoever reads it."""
    counted = ngettext("One message.", "{count} messages.", contents.messages)
    told = [counted.format(count=number(contents.messages)), _reach_for_all(contents)]
    if contents.holes and contents.brought.reached is not Reached.ALL:
        told.append(
            ngettext(
                "In between, messages may be missing in one place.",
                "In between, messages may be missing in {count} places.",
                contents.holes,
            ).format(count=number(contents.holes))
        )
    return " ".join(told)


def _reach(contents: Contents) -> str:
    """Say how much of what was said that is."""
    reached, since = contents.brought.reached, contents.brought.since
    if reached is Reached.ALL:
        return _("That is all the server keeps of that time.")
    if reached is Reached.NOT_ASKED or since is None:
        return _(
            "That is what is kept on this computer; the server could not be asked for"
            " more."
        )
    day = write_day(since.astimezone().date(), with_year=True)
    if reached is Reached.STOPPED:
        return _(
            "You stopped asking the server, so of what was said before {day} there is"
            " only what is kept on this computer."
        ).format(day=day)
    return _(
        "The server gave nothing more, so of what was said before {day} there is only"
        " what is kept on this computer."
    ).format(day=day)


def _reach_for_all(contents: Contents) -> str:
    """Say the same to those who were not there when the file was written."""
    reached, since = contents.brought.reached, contents.brought.since
    if reached is Reached.ALL:
        return _("That is all the server keeps of that time.")
    if reached is Reached.NOT_ASKED or since is None:
        return _(
            "That is what was kept on the computer that wrote this; the server could"
            " not be asked for more."
        )
    return _(
        "Of what was said before {day} there is only what was kept on the computer that"
        " wrote this."
    ).format(day=write_day(since.astimezone().date(), with_year=True))


def not_exported(path: Path, reason: str) -> str:
    """Say why a file was not written, and what to do."""
    return _("{path} could not be written ({reason}). Choose another folder.").format(
        path=path, reason=reason
    )
