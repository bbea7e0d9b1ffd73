"""Words about people who came and went, where one line stands for several."""

from collections.abc import Sequence

from chatapp.controllers.wording import plural
from chatapp.language import gettext as _

JOINED = _("{people} joined")
LEFT = _("{people} left")
CAME_AND_WENT = _("{people} came and went")
LEFT_AND_CAME_BACK = _("{people} left and came back")
BETWEEN = ", "
ONE, TWO, THREE = "{0}", _("{0} and {1}"), _("{0}, {1} and {2}")
_NAMED = (ONE, TWO, THREE)


def folded(
    joined: Sequence[str],
    left: Sequence[str],
    came_and_went: Sequence[str],
    left_and_came_back: Sequence[str],
) -> str:
    """Say who came and who went, by name where they are few."""
    parts = (
        (JOINED, joined),
        (LEFT, left),
        (CAME_AND_WENT, came_and_went),
        (LEFT_AND_CAME_BACK, left_and_came_back),
    )
    return BETWEEN.join(
        words.format(people=_people(nicks)) for words, nicks in parts if nicks
    )


def _people(nicks: Sequence[str]) -> str:
    if len(nicks) <= len(_NAMED):
        return _NAMED[len(nicks) - 1].format(*nicks)
    return plural(len(nicks), "person", "people")
