"""What one may choose between in the settings, by the words that the file has."""

from enum import Enum


class Mode(Enum):
    """Whether dark or light palettes are rolled."""

    AUTO = "auto"
    DARK = "dark"
    LIGHT = "light"


class Contrast(Enum):
    """How far the colours of a palette stand apart."""

    USUAL = "usual"
    HIGH = "high"
    PROJECTOR = "projector"


class Density(Enum):
    """How close together everything stands."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class TimeFormat(Enum):
    """How the time of a message is written."""

    HOURS_24 = "24h"
    HOURS_12 = "12h"
    SECONDS = "seconds"
    NONE = "none"


class Comings(Enum):
    """What is told of those who come and go."""

    SHOWN = "shown"
    FOLDED = "folded"
    HIDDEN = "hidden"


class Language(Enum):
    """In which language the window speaks."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"

    @property
    def code(self) -> str:
        """The language's code; "" for whatever the system's is."""
        return "" if self is Language.SYSTEM else self.value


class SkinTone(Enum):
    """The tone of skin in which emoji of people are picked."""

    NONE = "none"
    LIGHT = "light"
    MEDIUM_LIGHT = "medium-light"
    MEDIUM = "medium"
    MEDIUM_DARK = "medium-dark"
    DARK = "dark"

    @property
    def modifier(self) -> str:
        """What Unicode puts behind an emoji for it; "" for none."""
        place = list(SkinTone).index(self)
        return chr(0x1F3FA + place) if place else ""
