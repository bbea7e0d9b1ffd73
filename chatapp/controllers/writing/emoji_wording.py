"""Words of the emoji picker, ready to translate."""

from chatapp.language import gettext as _

SEARCH = _("Search emoji")
RECENT = _("Used lately")
NOTHING = _("No emoji goes by that. Try a shorter word.")
GROUPS = {
    "Smileys & Emotion": _("Smileys"),
    "People & Body": _("People"),
    "Animals & Nature": _("Animals and nature"),
    "Food & Drink": _("Food and drink"),
    "Travel & Places": _("Travel and places"),
    "Activities": _("Activities"),
    "Objects": _("Objects"),
    "Symbols": _("Symbols"),
    "Flags": _("Flags"),
}
