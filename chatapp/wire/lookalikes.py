"""Says what a name looks like, so that nobody can pose as somebody else."""

import unicodedata
from functools import lru_cache

from chatapp.wire.names import fold

# Letters of other alphabets that cannot be told from a Latin one in a usual typeface,
# after https://www.unicode.org/reports/tr39/#Confusable_Detection. Capitals stand
# for themselves: a capital Cyrillic ve looks like a Latin "B", a small one does not.
_LIKE_LATIN = {
    "a": "\u0251\u03b1\u0430",
    "b": "\u0185\u042c",
    "c": "\u03f2\u0441\u2ca5",
    "d": "\u0501",
    "e": "\u0435\u04bd",
    "g": "\u0261\u0581",
    "h": "\u04bb\u0570",
    "i": "\u0131\u0269\u03b9\u0456",
    "j": "\u03f3\u0458",
    "k": "\u03ba\u043a",
    "l": "\u01c0\u04c0\u04cf",
    "n": "\u0578",
    "o": "\u03bf\u043e\u0585\u2c9f",
    "p": "\u03c1\u0440\u2ca3",
    "q": "\u051b\u0566",
    "r": "\u0433\u2c85",
    "s": "\u0455",
    "u": "\u028b\u03c5\u057d",
    "v": "\u03bd\u0475",
    "w": "\u0461\u051d\u0561",
    "x": "\u03c7\u0445",
    "y": "\u03b3\u0443\u04af\u10e7",
    "A": "\u0391\u0410\u13aa",
    "B": "\u0392\u0412\u13f4",
    "C": "\u03f9\u0421\u13df\u2ca4",
    "D": "\u13a0",
    "E": "\u0395\u0415\u13ac",
    "F": "\u03dc",
    "G": "\u050c\u13c0",
    "H": "\u0397\u041d\u13bb\u2c8e",
    "I": "\u0399\u0406\u2c92",
    "J": "\u037f\u0408\u13ab",
    "K": "\u039a\u041a\u13e6\u2c94",
    "L": "\u13de",
    "M": "\u039c\u041c\u13b7\u2c98",
    "N": "\u039d\u2c9a",
    "O": "\u039f\u041e\u0555\u2c9e",
    "P": "\u03a1\u0420\u13e2\u2ca2",
    "Q": "\u051a",
    "R": "\u13a1",
    "S": "\u0405\u054f\u13da",
    "T": "\u03a4\u0422\u13a2\u2ca6",
    "U": "\u054d",
    "V": "\u0474\u13d9",
    "W": "\u051c\u13b3",
    "X": "\u03a7\u0425\u2cac",
    "Y": "\u03a5\u0423\u04ae\u2ca8",
    "Z": "\u0396\u13c3\u2c8c",
}
_LATIN = str.maketrans(
    {look: latin for latin, looks in _LIKE_LATIN.items() for look in looks}
)


def appearance(name: str) -> str:
    """Give what is the same for names that people take for one; it is never shown.

    Letters of other alphabets that look like Latin ones count as those, as in the
    skeletons of https://www.unicode.org/reports/tr39/#Confusable_Detection; marks stay
    what they are. Within ASCII only capitals are the same as small letters: who has
    digits in his name means them.

    Args:
        name: as it is shown.
    """
    return name.lower() if name.isascii() else _appearance_of_unicode(name)


@lru_cache(maxsize=1024)
def _appearance_of_unicode(name: str) -> str:
    letters = unicodedata.normalize("NFD", name).translate(_LATIN)
    return fold(unicodedata.normalize("NFC", letters))
