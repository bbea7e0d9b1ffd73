"""Words of the settings card: its pages, its titles and what one may choose."""

from enum import Enum
from typing import Any

from chatapp.models import settings_table as table
from chatapp.models.choices import (
    Comings,
    Contrast,
    Density,
    Language,
    Mode,
    TimeFormat,
)
from chatapp.models.setting import Setting
from chatapp.models.settings import Misfit

TITLE = "Settings"
CLOSE = "Close"
RESET = "Reset this page"
PAGES = {
    "colours": "Colours",
    "chat": "Messages",
    "notifications": "Notifications",
    "window": "Window",
}
TITLES: dict[Setting[Any], str] = {
    table.MODE: "Dark or light",
    table.CONTRAST: "Contrast",
    table.START_PALETTE: "Colours of each start",
    table.ROLLS_KEPT: "Roll among those that I keep",
    table.KEPT_PALETTES: "Palettes that I keep",
    table.BANNED_PALETTES: "Palettes that never come",
    table.DENSITY: "Density",
    table.TIME_FORMAT: "Time",
    table.COMINGS: "People who come and go",
    table.TYPING_NOTICES: "Tell others that I am writing",
    table.NOTIFICATIONS: "Notifications of the system",
    table.SOUNDS: "Sounds",
    table.QUIET: "Do not disturb",
    table.QUIET_HOURS: "Quiet hours",
    table.QUIET_FROM: "From",
    table.QUIET_TO: "To",
    table.LANGUAGE: "Language",
}
REMEMBERED = (table.RECENT_EMOJI, table.ZOOM, table.WIDTH, table.HEIGHT)
"""What stands among the settings, but is not for people to set."""
OPTIONS: dict[Enum, str] = {
    Mode.AUTO: "Like the system",
    Mode.DARK: "Dark",
    Mode.LIGHT: "Light",
    Contrast.USUAL: "Usual",
    Contrast.HIGH: "High",
    Contrast.PROJECTOR: "For a projector",
    Density.COMFORTABLE: "Comfortable",
    Density.COMPACT: "Compact",
    TimeFormat.HOURS_24: "17:05",
    TimeFormat.HOURS_12: "5:05 PM",
    TimeFormat.SECONDS: "17:05:09",
    TimeFormat.NONE: "None",
    Comings.SHOWN: "Each of them",
    Comings.FOLDED: "One line for several",
    Comings.HIDDEN: "Nothing",
    Language.SYSTEM: "Like the system",
    Language.ENGLISH: "English",
    Language.GERMAN: "Deutsch",
    Language.FRENCH: "Français",
}
ANOTHER = "Others each time"
THIS_ONE = "Always those of now"
STARTS_WITH = "Each start begins with {name}."
STARTS_WITH_OTHERS = "Each start has colours of its own."
KEEP, BAN, ROLL = "keep", "ban", "roll"
PALETTE_TITLE = "The palette that you see"
PALETTE_WORDS = "In a chat, a right click on its name does the same."
ABOUT_PALETTE = {
    KEEP: "Keep this one",
    BAN: "Never this one",
    ROLL: "Another one",
}
NO_TIME = "Write a time of the day, such as 22:00."
NONE_YET = "None yet."
SMALLER, USUAL_SIZE, LARGER = "smaller", "usual", "larger"
SIZE_TITLE = "Size"
SIZE_NOW = "Everything is at {percent} % of its usual size."
SIZES = {SMALLER: "Smaller", USUAL_SIZE: "Usual", LARGER: "Larger"}
LET_GO = "Keep it no longer"
ALLOW = "Let it come again"
KEEP_PALETTE = "Keep {name}"
BAN_PALETTE = "Never {name} again"
OTHER_COLOURS = "Other colours"
OPEN_SETTINGS = "All settings"
BEGIN_QUIET = "Do not disturb me"
END_QUIET = "You are not disturbed. Press to be told again"
MISFIT = (
    "In the file stands “{raw}”, where there may be {expected}. What is usual holds"
    " until you choose here, and the file stays as it is."
)
MISFITS = (
    "Your settings file has values that make no sense: {places}. What is usual holds"
    " instead, and nothing is lost. Choose in the settings what you want."
)
SET_ASIDE = (
    "Your settings file could not be read, so it was set aside, beside the new one, and"
    " everything is as it usually is. Choose in the settings what you want."
)
_LONGEST_VALUE = 40


def start(name: str) -> str:
    """Say with which colours a start begins."""
    return STARTS_WITH.format(name=name) if name else STARTS_WITH_OTHERS


def size(zoom: float) -> str:
    """Say how large everything is."""
    return SIZE_NOW.format(percent=round(zoom * 100))


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
