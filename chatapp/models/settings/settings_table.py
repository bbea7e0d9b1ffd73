"""Every setting of the window: the file, its documentation and its dialog."""

from datetime import time
from typing import Any, Final

from chatapp.models.settings.choices import (
    Comings,
    Contrast,
    Density,
    Language,
    Mode,
    SkinTone,
    TimeFormat,
)
from chatapp.models.settings.setting import (
    Names,
    Number,
    OneOf,
    Setting,
    Switch,
    Text,
    TimeOfDay,
    Whole,
    Words,
)
from chatapp.wire.ports import HIGHEST_PORT

MOST_RECENT_EMOJI = 27
MOST_PALETTES = 100

MODE: Final = Setting(
    "colours",
    "mode",
    OneOf(Mode),
    Mode.AUTO,
    "Palettes are dark, or light, or as your system is.",
)
CONTRAST: Final = Setting(
    "colours",
    "contrast",
    OneOf(Contrast),
    Contrast.USUAL,
    "How far colours stand apart; for a projector they are light and strong.",
)
START_PALETTE: Final = Setting(
    "colours",
    "at_start",
    Text("teal-otter", 64),
    "",
    "The palette that every start begins with; with none, each start has another.",
)
KEPT_PALETTES: Final = Setting(
    "colours",
    "kept",
    Names(MOST_PALETTES),
    (),
    "The palettes that you keep.",
)
BANNED_PALETTES: Final = Setting(
    "colours",
    "never",
    Names(MOST_PALETTES),
    (),
    "The palettes that are never rolled.",
)
ROLLS_KEPT: Final = Setting(
    "colours",
    "roll_kept",
    Switch(),
    False,
    "Colours are rolled among the palettes that you keep.",
)
DENSITY: Final = Setting(
    "chat",
    "density",
    OneOf(Density),
    Density.COMFORTABLE,
    "How much room there is between messages; compact leaves the pictures out.",
)
TIME_FORMAT: Final = Setting(
    "chat",
    "time",
    OneOf(TimeFormat),
    TimeFormat.HOURS_24,
    "How the time beside a message is written.",
)
COMINGS: Final = Setting(
    "chat",
    "joins_and_parts",
    OneOf(Comings),
    Comings.FOLDED,
    "What is told of people who come and go.",
)
TYPING_NOTICES: Final = Setting(
    "chat",
    "typing_notices",
    Switch(),
    True,
    "Others see that you are writing, and you see it of them.",
)
SPELLING: Final = Setting(
    "chat",
    "spelling",
    Switch(),
    True,
    "Words in the box that are in no dictionary are underlined.",
)
SPELLING_LANGUAGE: Final = Setting(
    "chat",
    "spelling_language",
    Text("de_AT", 16),
    "",
    "The language of the dictionary; with none, it is that of the window.",
)
NOTIFICATIONS: Final = Setting(
    "notifications",
    "desktop",
    Switch(),
    True,
    "Your system shows what is said to you while you look elsewhere.",
)
SOUNDS: Final = Setting(
    "notifications",
    "sounds",
    Switch(),
    True,
    "A soft sound tells of it.",
)
HIGHLIGHT_WORDS: Final = Setting(
    "notifications",
    "highlight_words",
    Words(50, 50),
    (),
    "What is said with one of these words counts as a mention of you.",
)
QUIET: Final = Setting(
    "notifications",
    "quiet",
    Switch(),
    False,
    "There are neither notifications nor sounds until you switch this off.",
)
QUIET_HOURS: Final = Setting(
    "notifications",
    "quiet_hours",
    Switch(),
    False,
    "You are not disturbed between two times of the day.",
)
QUIET_FROM: Final = Setting(
    "notifications",
    "quiet_from",
    TimeOfDay(),
    time(22),
    "When the quiet hours begin.",
)
QUIET_TO: Final = Setting(
    "notifications",
    "quiet_to",
    TimeOfDay(),
    time(7),
    "When they end; an earlier time than they begin is on the next day.",
)
LANGUAGE: Final = Setting(
    "window",
    "language",
    OneOf(Language),
    Language.SYSTEM,
    "The language of the window, from the next start on.",
)
ZOOM: Final = Setting(
    "window",
    "zoom",
    Number(0.5, 3.0),
    1.0,
    "How much larger than usual everything is.",
)
RECENT_EMOJI: Final = Setting(
    "chat",
    "recent_emoji",
    Names(MOST_RECENT_EMOJI),
    (),
    "The emoji that you picked last, the newest first.",
)
SKIN_TONE: Final = Setting(
    "chat",
    "skin_tone",
    OneOf(SkinTone),
    SkinTone.NONE,
    "The tone of skin in which you picked emoji last.",
)
WIDTH: Final = Setting(
    "window",
    "width",
    Whole(200, 20_000),
    0,
    "The chat window's width in pixels, as you left it.",
)
HEIGHT: Final = Setting(
    "window",
    "height",
    Whole(200, 20_000),
    0,
    "The chat window's height in pixels, as you left it.",
)
ADDRESS: Final = Setting(
    "sign_in",
    "address",
    Text("192.168.1.20"),
    "",
    "The address of the last sign-in that worked.",
)
PORT: Final = Setting(
    "sign_in",
    "port",
    Whole(1, HIGHEST_PORT),
    0,
    "The port of the last sign-in that worked.",
)
USERNAME: Final = Setting(
    "sign_in",
    "username",
    Text("maria"),
    "",
    "The username of the last sign-in that worked.",
)

CHOSEN: Final[tuple[Setting[Any], ...]] = (
    MODE,
    CONTRAST,
    START_PALETTE,
    KEPT_PALETTES,
    BANNED_PALETTES,
    ROLLS_KEPT,
    DENSITY,
    TIME_FORMAT,
    COMINGS,
    TYPING_NOTICES,
    SPELLING,
    SPELLING_LANGUAGE,
    NOTIFICATIONS,
    SOUNDS,
    HIGHLIGHT_WORDS,
    QUIET,
    QUIET_HOURS,
    QUIET_FROM,
    QUIET_TO,
    LANGUAGE,
    ZOOM,
)
"""What somebody chooses."""

REMEMBERED: Final[tuple[Setting[Any], ...]] = (
    RECENT_EMOJI,
    SKIN_TONE,
    WIDTH,
    HEIGHT,
    ADDRESS,
    PORT,
    USERNAME,
)
"""What the window remembers by itself."""

TABLE: Final = (*CHOSEN, *REMEMBERED)
