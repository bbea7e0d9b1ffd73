"""Finds a username for servers with stricter rules than there are here."""

import re
import unicodedata

from chatapp.controllers.validation import validate_username
from chatapp.models.entities import LONGEST_USERNAME, SHORTEST_USERNAME, Field

USUAL_LENGTH = 9
"""What RFC 1459 lets a nick be long, and some networks still do."""

_NUMBER = re.compile(r"\d+")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae"})
_FOREIGN = re.compile(r"[^A-Za-z0-9_-]")
_NOT_IN_FRONT = "0123456789-"


def name_that_fits(username: str, refusal: str) -> str:
    """Give the nearest name that any server takes; "" where there is no other.

    Args:
        username: what was refused.
        refusal: the server's words, which may say how many characters it takes.
    """
    apart = unicodedata.normalize("NFD", username.translate(_LETTERS))
    plain = _FOREIGN.sub("", apart).lstrip(_NOT_IN_FRONT)[: _longest(refusal)]
    problems: dict[Field | None, str] = {}
    validate_username(plain, problems)
    return "" if problems or plain == username else plain


def _longest(refusal: str) -> int:
    said = [int(number) for number in _NUMBER.findall(refusal)]
    lengths = [it for it in said if SHORTEST_USERNAME <= it <= LONGEST_USERNAME]
    return max(lengths, default=USUAL_LENGTH)
