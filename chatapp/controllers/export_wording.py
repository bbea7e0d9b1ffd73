"""Sentences about exporting what was said, ready to translate."""

from pathlib import Path

TITLE = "Export {room}"
HTML_PAGE, MARKDOWN_TEXT = "Web page", "Markdown"
JSON_DATA, TABLE = "JSON", "Table (CSV)"
HINT = (
    "What is kept on this computer goes into one file. Leave the days empty for all"
    " of it."
)
FROM_LABEL, TO_LABEL, FILE_LABEL = "First day", "Last day", "File"
EXPORT = "Export"
NO_DAY = "Write a day as 2026-11-30, or leave this empty."
ENDS_BEFORE = "This day is before the first one."
NO_FILE = "Say where the file is to be."
NO_FOLDER = "There is no folder {folder}. Choose another one."
IS_THERE = "There is a file of this name already. Choose another name."
IS_FOLDER = "This is a folder. Add the name of a file to it."


def exported(count: int, path: Path) -> str:
    """Say what was written."""
    if count == 0:
        return f"Nothing was said in that time; {path} has no message in it."
    if count == 1:
        return f"One message was written to {path}."
    return f"{count:,} messages were written to {path}."


def not_exported(path: Path, reason: str) -> str:
    """Say why a file was not written, and what to do."""
    return f"{path} could not be written ({reason}). Choose another folder."
