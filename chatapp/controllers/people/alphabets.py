"""Finds names that mix alphabets which look alike, such as Latin and Greek."""

import unicodedata

from chatapp.language import gettext as _

# Within each of these alphabets stand letters that cannot be told from another's
# (https://www.unicode.org/reports/tr39/#Restriction_Level_Detection). Other scripts
# may be mixed: Latin letters beside Chinese ones deceive nobody.
_LOOK_ALIKE = {
    "LATIN": _("Latin"),
    "CYRILLIC": _("Cyrillic"),
    "GREEK": _("Greek"),
    "ARMENIAN": _("Armenian"),
    "CHEROKEE": _("Cherokee"),
    "COPTIC": _("Coptic"),
}


def mixed_alphabets(name: str) -> list[str]:
    """Name the alphabets that a name mixes though they look alike; none if it is fine.

    The first word of a letter's Unicode name is its script.
    """
    found: dict[str, None] = {}
    for character in name:
        if character.isalpha():
            script = unicodedata.name(character, "").partition(" ")[0]
            if script in _LOOK_ALIKE:
                found[_LOOK_ALIKE[script]] = None
    return list(found) if len(found) > 1 else []
