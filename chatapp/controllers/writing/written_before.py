"""What one has written in each room, to be gone through, and back to the draft."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from chatapp.wire.names import fold

MOST_REMEMBERED = 200


@dataclass(slots=True)
class _Past:
    """What was written in one room, the newest last; `place` is behind it at rest."""

    texts: list[str] = field(default_factory=list)
    place: int = 0
    draft: str = ""


class WrittenBefore:
    """Keeps the draft safe while somebody looks at what was written before it."""

    def __init__(self, said: Callable[[str], Sequence[str]]) -> None:
        """Begin with what one `said` in a room before this window was opened."""
        self._said = said
        self._pasts: dict[str, _Past] = {}

    def remember(self, room: str, text: str) -> None:
        """Note what was sent, or run, in a room."""
        past = self._past(room)
        if past.texts[-1:] != [text]:
            past.texts = [*past.texts[-MOST_REMEMBERED + 1 :], text]
        self.rest(room)

    def rest(self, room: str) -> None:
        """Be behind the newest again."""
        past = self._past(room)
        past.place, past.draft = len(past.texts), ""

    def recall(self, room: str, steps: int, text: str) -> str | None:
        """Give what was written so many steps later, or earlier where it is below 0.

        `text` is what stands in the box; it comes back behind the newest. None where
        there is nothing to go to.
        """
        past = self._past(room)
        place = min(len(past.texts), max(0, past.place + steps))
        if place == past.place:
            return None
        if past.place == len(past.texts):
            past.draft = text
        past.place = place
        return past.draft if place == len(past.texts) else past.texts[place]

    def draft_behind(self, room: str, text: str) -> str:
        """Give the draft: what stands in the box, unless that is only looked at."""
        past = self._past(room)
        is_looked_at = past.texts[past.place : past.place + 1] == [text]
        return past.draft if is_looked_at else text

    def _past(self, room: str) -> _Past:
        key = fold(room)
        if key not in self._pasts:
            texts = list(self._said(room))[-MOST_REMEMBERED:]
            self._pasts[key] = _Past(texts, len(texts))
        return self._pasts[key]
