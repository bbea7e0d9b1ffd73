"""The language of the words that people read: chosen once, before any are loaded.

Translations are gettext catalogs in `chatapp/locale`. Words that stand at the top of a
module are looked up when it is loaded, so choose() comes first of all.
"""

import gettext as translations
import locale
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path

DOMAIN = "chatapp"
FOLDER = Path(__file__).with_name("locale")
SOURCE = "en"
"""The language that the words in the code are in."""

# What stands between thousands; in French it is a narrow space that breaks no line.
_BETWEEN_THOUSANDS = {"de": ".", "fr": "\u202f"}
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
# Module-wide on purpose: a program speaks one language, and every word needs it.
_catalog: translations.NullTranslations = translations.NullTranslations()


def choose(wanted: str, environment: Mapping[str, str]) -> str:
    """Speak a language from now on; tells which one it is.

    Args:
        wanted: its code, such as "de"; "" for that of the system.
        environment: where systems say which languages a person reads.
    """
    global _catalog
    codes = [wanted] if wanted else system_languages(environment)
    short, _catalog = _find(codes)
    return short


def in_system_language(text: str, environment: Mapping[str, str]) -> str:
    """Give a text in the language of the system, whichever was chosen."""
    _, catalog = _find(system_languages(environment))
    return catalog.gettext(text)


def _find(codes: Sequence[str]) -> tuple[str, translations.NullTranslations]:
    """Give the first of these languages that there is, and its catalog."""
    for code in codes:
        short = _short(code)
        if short == SOURCE:
            break
        if translations.find(DOMAIN, FOLDER, [code]):
            return short, translations.translation(DOMAIN, FOLDER, [code])
    return SOURCE, translations.NullTranslations()


def teach_libraries(code: str, environment: MutableMapping[str, str]) -> None:
    """Have libraries that use gettext, such as argparse, speak a language as well.

    Args:
        code: the language.
        environment: where they look for it; changed if it says another one of ours.
    """
    translations.bindtextdomain(DOMAIN, FOLDER)
    translations.textdomain(DOMAIN)
    spoken = [environment[it] for it in _VARIABLES if environment.get(it)]
    first = _short(spoken[0].partition(":")[0]) if spoken else ""
    if first != code and (code != SOURCE or first in available()):
        environment["LANGUAGE"] = code


def current() -> str:
    """Tell the code of the language that is spoken."""
    return _catalog.info().get("language", SOURCE)


def available() -> Sequence[str]:
    """List the codes of all languages that there are."""
    return [SOURCE, *sorted(each.name for each in FOLDER.iterdir() if each.is_dir())]


def gettext(text: str) -> str:
    """Give a text in the language that was chosen; usually imported as `_`."""
    return _catalog.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Give the text that fits a count, in the language that was chosen.

    Args:
        one: the text for 1; it may hold `{count}`, which is not filled in here.
        many: the text for other counts.
        count: how many there are.
    """
    return _catalog.ngettext(one, many, count)


def number(value: int) -> str:
    """Write a whole number as people do in the language that was chosen."""
    return f"{value:,}".replace(",", _BETWEEN_THOUSANDS.get(current(), ","))


def system_languages(environment: Mapping[str, str]) -> Sequence[str]:
    """List the languages a person reads, by the system's settings, the best first."""
    for variable in _VARIABLES:
        if environment.get(variable):
            return environment[variable].split(":")
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - other systems have no need of it

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale.get(number, SOURCE)]
    return [locale.getlocale()[0] or SOURCE]


def _short(code: str) -> str:
    return code.partition("_")[0].partition(".")[0]
