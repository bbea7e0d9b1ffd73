"""Finds the words that people read in the code, and compiles their translations.

A catalog `chatapp/locale/LANGUAGE/LC_MESSAGES/chatapp.po` is for people to write in,
and the `.mo` beside it for the program. Usage: python -m tools.translations [--write]
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from chatapp.controllers.writing.command_table import TABLE as COMMANDS
from chatapp.models.settings.settings_table import TABLE as SETTINGS

SOURCES = (Path("chatapp"), Path("server"))
CATALOGS = Path("chatapp", "locale")
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "ngettext": (1, 2),
    "plural": (2, 3),
    # The server's complaints, which are translated when they are told.
    "CannotListen": None,
    "StorageInUse": None,
    "UnusableCertificate": None,
    "UnusableStorage": None,
}
# What argparse says of options, in the versions of Python that chatapp runs on.
OF_ARGPARSE: tuple[str | tuple[str, str], ...] = (
    "usage: ",
    "options",
    "positional arguments",
    "show this help message and exit",
    "%(prog)s: error: %(message)s\n",
    "argument %(argument_name)s: %(message)s",
    "unrecognized arguments: %s",
    "the following arguments are required: %s",
    "expected one argument",
    ("expected %s argument", "expected %s arguments"),
    "ignored explicit argument %r",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "ambiguous option: %(option)s could match %(matches)s",
)
# Where a line must not end: before these signs, and after a quotation mark.
LOOSE_BLANKS = {"fr": re.compile(r"(?<=\S) (?=[:;!?»](?![:\w]))|(?<=«) ")}
HOLDING_BLANK = "\u00a0"
METHODS = [("**.py", "python")]
WIDTH = 88


def template(root: Path) -> Catalog:
    """Collect the words in the code, and those of tables that are data."""
    catalog = Catalog(project="chatapp", charset="utf-8")
    for source in SOURCES:
        found = extract_from_dir(str(root / source), METHODS, keywords=KEYWORDS)
        for file, _line, words, _comments, _context in found:
            catalog.add(words, locations=[((source / file).as_posix(), 0)])
    for words in (*_words_of_tables(), *OF_ARGPARSE):
        catalog.add(words)
    return catalog


def _words_of_tables() -> Iterator[str]:
    """Give what tables say of their rows: they are translated where they are shown."""
    import_module("chatapp.controllers.writing.slash_commands")  # which fills the table
    yield from (row.summary for row in COMMANDS.values())
    # The name of a command is the same in every language.
    yield from (row.usage for row in COMMANDS.values() if " " in row.usage)
    yield from (row.summary for row in SETTINGS)


def problems(root: Path) -> list[str]:
    """Say what is missing in catalogs, and which are not compiled as they stand."""
    wanted = {message.id for message in template(root) if message.id}
    found = []
    for path in sorted((root / CATALOGS).glob("*/LC_MESSAGES/*.po")):
        catalog = _read(path)
        done = {
            message.id
            for message in catalog
            if message.id and message.string and all(_strings(message.string))
        }
        missing, needless = wanted - done, done - wanted
        found += [f"{path}: not translated: {each!r}" for each in missing]
        found += [f"{path}: not in the code: {each!r}" for each in needless]
        found += [
            f"{path}: {message.id!r}: {problem}"
            for message in catalog
            if message.id
            for problem in _wrong_places(message.id, message.string)
        ]
        found += [
            f"{path}: {each!r}: a line may end before a sign; make format mends it"
            for message in catalog
            if message.id and message.string
            for each in _strings(message.string)
            if _holding(path, each) != each
        ]
        if _compiled(catalog) != _bytes_of(path.with_suffix(".mo")):
            found.append(f"{path}: compile it with make format")
    return found


def write(root: Path) -> None:
    """Put new words into every catalog, take needless ones out, and compile."""
    words = template(root)
    for path in sorted((root / CATALOGS).glob("*/LC_MESSAGES/*.po")):
        catalog = _read(path)
        catalog.update(words, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        for message in catalog:
            if message.id and message.string:
                _hold_signs(path, message)
        with path.open("wb") as file:
            write_po(
                file,
                catalog,
                width=WIDTH,
                omit_header=False,
                include_lineno=False,
                sort_output=True,
            )
        path.with_suffix(".mo").write_bytes(_compiled(_read(path)))


def _hold_signs(path: Path, message: Message) -> None:
    """Let no line of a translation begin with a sign that belongs to its last word."""
    told = tuple(_holding(path, each) for each in _strings(message.string))
    message.string = told if isinstance(message.string, tuple) else told[0]


def _holding(path: Path, told: str) -> str:
    loose = LOOSE_BLANKS.get(_language_of(path))
    return loose.sub(HOLDING_BLANK, told) if loose else told


def _language_of(path: Path) -> str:
    return path.parts[-3]


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=_language_of(path))


def _compiled(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def _bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _strings(told: object) -> tuple[str, ...]:
    return told if isinstance(told, tuple) else (str(told),)


def _wrong_places(words: object, told: object) -> Iterator[str]:
    """Tell of places to fill in, such as {nick}, that a translation lacks or adds."""
    wanted = set().union(*(_places(each) for each in _strings(words)))
    for each in _strings(told):
        if each and _places(each) - wanted:
            yield f"it has no {_places(each) - wanted}"


def _places(text: str) -> set[str]:
    return {part.partition("}")[0] for part in text.split("{")[1:]}


def main(arguments: list[str] | None = None) -> int:
    """Checks the catalogs, or writes them; tells the exit code."""
    parser = argparse.ArgumentParser(prog="tools.translations", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write instead of check")
    parser.add_argument("--root", type=Path, default=Path(), help="the checkout")
    options = parser.parse_args(arguments)
    if options.write:
        write(options.root)
        return 0
    found = problems(options.root)
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
