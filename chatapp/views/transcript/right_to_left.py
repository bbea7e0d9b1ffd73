"""Turns what is written from right to left, and joins its letters, where Tk does not.

Tk leaves that to the system on Windows and macOS. On X11 it draws one letter after the
other from the left, so they are put into the order in which one sees them, line by line
(https://www.unicode.org/reports/tr9/).
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from chatapp.views.transcript.paired_brackets import settle_brackets

IS_NEEDED_HERE = sys.platform not in ("win32", "darwin")
_LETTER = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# Points above and below letters, which Tk would set beside them.
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
# Few fonts have these words as one sign.
_RARE_FORMS = {"ARABIC LIGATURE ALLAH": False, "RIAL SIGN": False}
_LONGEST = 4000
_DIRECTIONS = frozenset(
    ("L", "R", "AL", "EN", "AN", "ES", "CS", "ET", "NSM", "ON", "WS")
)
_NEUTRAL = "\ufffc"


def is_right_to_left(text: str) -> bool:
    """Tell whether there is anything to turn in a text, on this system."""
    return IS_NEEDED_HERE and _LETTER.search(text) is not None


def turned(text: str) -> str:
    """Give a line of text as Tk has to draw it."""
    if not is_right_to_left(text):
        return text
    joined = join_letters(text[:_LONGEST])
    order = visual_order(joined, from_right=begins_right(joined))
    return "".join(character for character, _place in order)


def join_letters(text: str) -> str:
    """Give letters the forms that they have beside each other, and no points."""
    reshape = _reshaper()
    bare = _POINTS.sub("", text)
    return reshape(bare) if reshape else bare


def begins_right(text: str) -> bool:
    """Tell whether a text begins at the right: its first letter decides."""
    directions = (unicodedata.bidirectional(character) for character in text)
    first = next((it for it in directions if it in ("L", "R", "AL")), "L")
    return first != "L"


def visual_order(text: str, *, from_right: bool) -> Sequence[tuple[str, int]]:
    """Give the characters as they are drawn, each with its place in the text."""
    algorithm = _algorithm()
    if algorithm is None:
        return list(zip(text, range(len(text)), strict=True))
    taken = "".join(it if _is_taken(it) else _NEUTRAL for it in text)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(from_right), "LR"[from_right]
    algorithm.get_embedding_levels(taken, storage, False, False)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    for step in _STEPS:
        if step == "resolve_neutral_types":
            settle_brackets(storage["chars"], algorithm.MIRRORED, "LR"[from_right])
        getattr(algorithm, step)(storage, False)
    order = [(it["ch"], it["place"]) for it in storage["chars"]]
    return [(it if it != _NEUTRAL else text[place], place) for it, place in order]


def _is_taken(character: str) -> bool:
    """Tell whether the library takes it; it stumbles over what Unicode has not yet."""
    return unicodedata.bidirectional(character) in _DIRECTIONS


_STEPS = (
    "explicit_embed_and_overrides",
    "resolve_weak_types",
    "resolve_neutral_types",
    "resolve_implicit_levels",
    "reorder_resolved_levels",
    "apply_mirroring",
)


@cache
def _algorithm() -> Any:
    """Load the library when there is something to turn; most never need it."""
    return import_module("bidi.algorithm") if find_spec("bidi") else None


@cache
def _reshaper() -> Callable[[str], str] | None:
    if not find_spec("arabic_reshaper"):
        return None
    reshaper: Any = import_module("arabic_reshaper").ArabicReshaper(_RARE_FORMS)
    return lambda text: str(reshaper.reshape(text))
