"""Sentences about exporting what was said, ready to translate."""

from pathlib import Path

from chatapp.language import gettext as _

TITLE = _("Export {room}")
HTML_PAGE, MARKDOWN_TEXT = _("Web page"), _("Markdown")
JSON_DATA, TABLE = "JSON", _("Table (CSV)")
HINT = _(
    "What is kept on this computer goes into one file. Leave the days empty for all"
    " of it."
)
FROM_LABEL, TO_LABEL, FILE_LABEL = _("First day"), _("Last day"), _("File")
EXPORT = _("Export")
NO_DAY = _("Write a day as 2026-11-30, or leave this empty.")
ENDS_BEFORE = _("This day is before the first one.")
NO_FILE = _("Say where the file is to be.")
NO_FOLDER = _("There is no folder {folder}. Choose another one.")
IS_THERE = _("There is a file of this name already. Choose another name.")
IS_FOLDER = _("This is a folder. Add the name of a file to it.")


def exported(count: int, path: Path) -> str:
    """Say what was written."""
    if count == 0:
        return _("Nothing was said in that time; {path} has no message in it.").format(
            path=path
        )
    if count == 1:
        return _("One message was written to {path}.").format(path=path)
    return _("{count:,} messages were written to {path}.").format(
        count=count, path=path
    )


def not_exported(path: Path, reason: str) -> str:
    """Say why a file was not written, and what to do."""
    return _("{path} could not be written ({reason}). Choose another folder.").format(
        path=path, reason=reason
    )
