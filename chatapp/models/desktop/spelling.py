"""Checks how words are spelled, on a thread that waits for dictionaries and disks."""

import logging
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from chatapp.models.desktop.dictionaries import (
    Dictionary,
    Lack,
    Library,
    best_language,
    load_library,
    wanted_languages,
)
from chatapp.models.program.failures import log_failure
from chatapp.models.program.files import write_whole

log = logging.getLogger(__name__)

FILE_NAME = "words.txt"
MOST_SUGGESTED = 6
_MOST_REMEMBERED = 5000

Do = Callable[[Callable[[], Any], Callable[[Any], None]], None]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The dictionaries there are, which of them is used, and what is missing."""

    lack: Lack
    languages: tuple[str, ...] = ()
    language: str = ""


class Spelling:
    """A dictionary of the system, and one's own words, which a file keeps.

    `chosen` is a language as the settings have it; "" is that of the window.
    """

    def __init__(
        self,
        folder: Path,
        do: Do,
        environment: Mapping[str, str],
        load: Callable[[], Library | Lack] = load_library,
    ) -> None:
        """Keep one's own words in `folder`; `do` works on a thread."""
        self._file = folder / FILE_NAME
        self._do = do
        self._environment = environment
        self._load = load
        self._library: Library | Lack | None = None
        self._opened: tuple[str, Dictionary | None] | None = None
        self._own: set[str] = set()
        self._is_right: dict[str, bool] = {}

    def check(
        self,
        words: frozenset[str],
        chosen: str,
        then: Callable[[frozenset[str]], None],
    ) -> None:
        """Tell which of these words are in no dictionary; without one, none is."""
        if isinstance(self._library, Lack) or not words:
            then(frozenset())
            return
        self._do(partial(self._find_wrong, words, chosen), then)

    def suggest(
        self, word: str, chosen: str, then: Callable[[Sequence[str]], None]
    ) -> None:
        """Give words that may have been meant, the likeliest first."""
        self._do(partial(self._suggestions, word, chosen), then)

    def learn(self, word: str, then: Callable[[], None]) -> None:
        """Take a word for right from now on, in every language."""
        self._do(partial(self._write, word), lambda _done: then())

    def look(self, chosen: str, then: Callable[[Shelf], None]) -> None:
        """Tell which dictionaries there are."""
        self._do(partial(self._shelf, chosen), then)

    # -- on the thread ------------------------------------------------------------

    def _find_wrong(self, words: frozenset[str], chosen: str) -> frozenset[str]:
        dictionary = self._dictionary(chosen)
        if dictionary is None:
            return frozenset()
        if len(self._is_right) > _MOST_REMEMBERED:
            self._is_right.clear()
        return frozenset(it for it in words if not self._knows(it, dictionary))

    def _knows(self, word: str, dictionary: Dictionary) -> bool:
        if word not in self._is_right:
            whole = unicodedata.normalize("NFC", word).replace("’", "'")
            is_own = bool({whole, whole.casefold()} & self._own)
            self._is_right[word] = is_own or _is_there(whole, dictionary)
        return self._is_right[word]

    def _suggestions(self, word: str, chosen: str) -> Sequence[str]:
        dictionary = self._dictionary(chosen)
        if dictionary is None:
            return ()
        try:
            return dictionary.suggest(word)[:MOST_SUGGESTED]
        except Exception as error:  # noqa: BLE001 - any error of any backend
            log_failure(log, "The dictionary suggests nothing", error)
            return ()

    def _shelf(self, chosen: str) -> Shelf:
        library = self._loaded()
        if isinstance(library, Lack):
            return Shelf(library)
        there = tuple(sorted(library.list_languages()))
        wanted = wanted_languages(chosen, self._environment)
        language = best_language(wanted, there)
        lack = Lack.NOTHING if language else Lack.DICTIONARY
        return Shelf(lack, there, language)

    def _loaded(self) -> Library | Lack:
        if self._library is None:
            self._library = self._load()
            self._own = self._read()
        return self._library

    def _dictionary(self, chosen: str) -> Dictionary | None:
        if self._opened is None or self._opened[0] != chosen:
            self._is_right.clear()
            self._opened = (chosen, self._open(chosen))
        return self._opened[1]

    def _open(self, chosen: str) -> Dictionary | None:
        library, shelf = self._loaded(), self._shelf(chosen)
        if isinstance(library, Lack) or not shelf.language:
            return None
        try:
            return library.request_dict(shelf.language)
        except Exception as error:  # noqa: BLE001 - any error of any backend
            log_failure(log, "The dictionary does not open", error)
            return None

    def _read(self) -> set[str]:
        """Read one's own words, one in each line, as people may write them as well."""
        try:
            text = self._file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return set()
        return {unicodedata.normalize("NFC", line.strip()) for line in text.split("\n")}

    def _write(self, word: str) -> None:
        """Add a word to those that stand in the file by then."""
        whole = unicodedata.normalize("NFC", word).replace("’", "'")
        self._own = (self._read() | {whole}) - {""}
        self._is_right.clear()
        try:
            write_whole(self._file, "".join(f"{it}\n" for it in sorted(self._own)))
        except OSError as error:
            log.warning("The word cannot be kept: %s", error.strerror)


def _is_there(word: str, dictionary: Dictionary) -> bool:
    try:
        return dictionary.check(word)
    except Exception as error:  # noqa: BLE001 - any error of any backend
        log_failure(log, "The dictionary cannot tell", error)
        return True
