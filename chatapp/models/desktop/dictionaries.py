"""Opens the dictionaries of the system, where the library pyenchant is installed."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from importlib.util import find_spec
from typing import Protocol

from chatapp import language

LIBRARY = "enchant"
# Which of several countries' dictionaries serves where none is named.
_USUAL = {"de": "de_DE", "en": "en_US", "fr": "fr_FR"}


class Lack(Enum):
    """What is missing, so that no spelling can be checked."""

    NOTHING = auto()
    LIBRARY = auto()
    SYSTEM_LIBRARY = auto()
    DICTIONARY = auto()


class Dictionary(Protocol):
    """The words of a language."""

    def check(self, word: str) -> bool:
        """Tell whether a word is spelled so."""

    def suggest(self, word: str) -> list[str]:
        """Give words that may have been meant, the likeliest first."""


class Library(Protocol):
    """What the library can do, of which one thread alone may ask."""

    def list_languages(self) -> list[str]:
        """List the languages whose dictionaries are there, such as de_AT."""

    def request_dict(self, tag: str) -> Dictionary:
        """Open the dictionary of a language."""


def load_library() -> Library | Lack:
    """Load the library, or tell what is missing.

    That takes its time, so only a thread of its own may call this.
    """
    if find_spec(LIBRARY) is None:
        return Lack.LIBRARY
    try:
        import enchant  # noqa: PLC0415 - it need not be installed
    except ImportError:
        return Lack.SYSTEM_LIBRARY
    broker: Library = enchant.Broker()
    return broker


def wanted_languages(chosen: str, environment: Mapping[str, str]) -> Sequence[str]:
    """List what may serve, the best first.

    Args:
        chosen: what stands in the settings, such as "de_AT"; "": the window's.
        environment: where systems say which languages a person reads.
    """
    if chosen:
        return [chosen]
    window = language.current()
    codes = [code.partition(".")[0] for code in language.system_languages(environment)]
    return [*(code for code in codes if _short(code) == window), window]


def best_language(wanted: Sequence[str], there: Sequence[str]) -> str:
    """Give the language that fits best of those that are there; "" if none does."""
    by_name = {tag.replace("-", "_").casefold(): tag for tag in there}
    for code in wanted:
        short = _short(code)
        usual = _USUAL.get(short, short)
        for name in [code, usual, short] if code != short else [usual, short]:
            tag = by_name.get(name.replace("-", "_").casefold())
            if tag:
                return tag
        related = sorted(tag for tag in there if _short(tag) == short)
        if related:
            return related[0]
    return ""


def _short(tag: str) -> str:
    return tag.replace("-", "_").partition("_")[0].casefold()
