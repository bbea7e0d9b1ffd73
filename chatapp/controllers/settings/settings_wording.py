"""Words of the settings card: its pages, its titles and what one may choose."""

from enum import Enum
from typing import Any

from chatapp.language import gettext as _
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import (
    Comings,
    Contrast,
    Density,
    Language,
    Mode,
    TimeFormat,
)
from chatapp.models.settings.setting import Rule, Setting, Words
from chatapp.models.settings.settings import Misfit

TITLE = _("Settings")
CLOSE = _("Close")
RESET = _("Reset this page")
PAGES = {
    "colours": _("Colours"),
    "chat": _("Messages"),
    "notifications": _("Notifications"),
    "window": _("Window"),
}
TITLES: dict[Setting[Any], str] = {
    table.MODE: _("Dark or light"),
    table.CONTRAST: _("Contrast"),
    table.START_PALETTE: _("Colours of each start"),
    table.ROLLS_KEPT: _("Roll among those that I keep"),
    table.KEPT_PALETTES: _("Palettes that I keep"),
    table.BANNED_PALETTES: _("Palettes that never come"),
    table.DENSITY: _("Density"),
    table.TIME_FORMAT: _("Time"),
    table.COMINGS: _("People who come and go"),
    table.TYPING_NOTICES: _("Tell others that I am writing"),
    table.SPELLING: _("Check my spelling"),
    table.SPELLING_LANGUAGE: _("Language of my spelling"),
    table.NOTIFICATIONS: _("Notifications of the system"),
    table.SOUNDS: _("Sounds"),
    table.HIGHLIGHT_WORDS: _("Words that call you, with commas between them"),
    table.QUIET: _("Do not disturb"),
    table.QUIET_HOURS: _("Quiet hours"),
    table.QUIET_FROM: _("From"),
    table.QUIET_TO: _("To"),
    table.LANGUAGE: _("Language"),
}
OPTIONS: dict[Enum, str] = {
    Mode.AUTO: _("Like the system"),
    Mode.DARK: _("Dark"),
    Mode.LIGHT: _("Light"),
    Contrast.USUAL: _("Usual"),
    Contrast.HIGH: _("High"),
    Contrast.PROJECTOR: _("For a projector"),
    Density.COMFORTABLE: _("Comfortable"),
    Density.COMPACT: _("Compact"),
    TimeFormat.HOURS_24: "17:05",
    TimeFormat.HOURS_12: "5:05 PM",
    TimeFormat.SECONDS: "17:05:09",
    TimeFormat.NONE: _("None"),
    Comings.SHOWN: _("Each of them"),
    Comings.FOLDED: _("One line for several"),
    Comings.HIDDEN: _("Nothing"),
    Language.SYSTEM: _("Like the system"),
    Language.ENGLISH: _("English"),
    Language.GERMAN: _("Deutsch"),
    Language.FRENCH: "Français",
}
ANOTHER = _("Others each time")
THIS_ONE = _("Always those of now")
STARTS_WITH = _("Each start begins with {name}.")
STARTS_WITH_OTHERS = _("Each start has colours of its own.")
KEEP, BAN, ROLL = "keep", "ban", "roll"
PALETTE_TITLE = _("The palette that you see")
PALETTE_WORDS = _("In a chat, a right click on its name does the same.")
ABOUT_PALETTE = {
    KEEP: _("Keep this one"),
    BAN: _("Never this one"),
    ROLL: _("Another one"),
}
_NO_TIME = _("Write a time of the day, such as 22:00.")
_NO_WORDS = _(
    "Write at most {most} words of at most {longest} letters each, with commas between"
    " them."
)
NONE_YET = _("None yet.")
SMALLER, USUAL_SIZE, LARGER = "smaller", "usual", "larger"
SIZE_TITLE = _("Size")
SIZE_NOW = _("Everything is at {percent} % of its usual size.")
SIZES = {SMALLER: _("Smaller"), USUAL_SIZE: _("Usual"), LARGER: _("Larger")}
LET_GO = _("Keep it no longer")
ALLOW = _("Let it come again")
KEEP_PALETTE = _("Keep {name}")
BAN_PALETTE = _("Never {name} again")
OTHER_COLOURS = _("Other colours")
OPEN_SETTINGS = _("All settings")
BEGIN_QUIET = _("Do not disturb me")
END_QUIET = _("You are not disturbed. Press to be told again")
MISFIT = _(
    "In the file stands “{raw}”, where there may be {expected}. What is usual holds"
    " until you choose here, and the file stays as it is."
)
MISFITS = _(
    "Your settings file has values that make no sense: {places}. What is usual holds"
    " instead, and nothing is lost. Choose in the settings what you want."
)
SET_ASIDE = _(
    "Your settings file could not be read, so it was set aside, beside the new one, and"
    " everything is as it usually is. Choose in the settings what you want."
)
LIKE_WINDOW = _("Like the window")
# Each is written as those who speak it write it.
LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "sv": "Svenska",
    "da": "Dansk",
    "cs": "Čeština",
    "tr": "Türkçe",
}
DICTIONARY_IN_USE = _("The dictionary {name} of this computer is used.")
NO_SPELLING = _(
    "A part for this is missing. Install it with pip install pyenchant, and start"
    " chatapp anew."
)
NO_NOTIFIER = _(
    "A part for this is missing. Install it with pip install desktop-notifier, and"
    " start chatapp anew."
)
NO_PLAYER = _(
    "A part for this is missing, so the window only rings. Install it with pip install"
    " playsound3, and start chatapp anew."
)
NO_ENCHANT = _(
    "The program Enchant is missing, which has the dictionaries. Install it with"
    " {command}, and start chatapp anew."
)
ENCHANT_COMMAND = "sudo apt install libenchant-2-2"
ENCHANT_COMMANDS = {"darwin": "brew install enchant", "win32": "pip install pyenchant"}
NO_DICTIONARY = _(
    "This computer has no dictionary of that language, so nothing is marked. {place}"
)
DICTIONARY_PLACE = _(
    "Install one, such as the package hunspell-de-de, and start chatapp anew."
)
DICTIONARY_PLACES = {
    "win32": _(
        "Put its files, which end in .aff and .dic, into the folder enchant\\hunspell"
        " of %LOCALAPPDATA%, and start chatapp anew."
    ),
    "darwin": _(
        "Put its files, which end in .aff and .dic, into the folder"
        " ~/.config/enchant/hunspell, and start chatapp anew."
    ),
}
_LONGEST_VALUE = 40


def start(name: str) -> str:
    """Say with which colours a start begins."""
    return STARTS_WITH.format(name=name) if name else STARTS_WITH_OTHERS


def size(zoom: float) -> str:
    """Say how large everything is."""
    return SIZE_NOW.format(percent=round(zoom * 100))


def cannot_be(rule: Rule[Any]) -> str:
    """Say what may be typed where something else was."""
    if isinstance(rule, Words):
        return _NO_WORDS.format(most=rule.most, longest=rule.longest)
    return _NO_TIME


def misfit(found: Misfit) -> str:
    """Say what is wrong with a value of the file, and what holds instead."""
    raw = str(found.raw)
    short = raw if len(raw) <= _LONGEST_VALUE else raw[:_LONGEST_VALUE] + "…"
    return MISFIT.format(raw=short, expected=found.setting.rule.expected)


def misfits(found: list[Misfit]) -> str:
    """Say in one sentence where the file makes no sense; "" where it does."""
    if not found:
        return ""
    places = ", ".join(each.setting.heading for each in found)
    return MISFITS.format(places=places)
