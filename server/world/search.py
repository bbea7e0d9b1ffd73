"""What somebody looks for in what was said."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from server.world.multiline import NO_BREAK

_WORD = re.compile(r"[^\W_]+")
_LAST_ALPHABETIC = "\u058f"
"""Up to here scripts have words with blanks between, and an index can find them."""


class SearchTooLong(Exception):
    """A search has taken all the time it may, and found nothing."""


@dataclass(frozen=True, slots=True)
class Search:
    """A search: what is found fulfils all that is given.

    Args:
        conversations: where to look: keys, each with the first number.
        limit: how many messages at most.
        text: what was said, or "".
        nick_key: the key of who said it, or "".
        after: it was not said before this, in milliseconds since 1970.
        before: it was not said after this.
    """

    conversations: Mapping[str, int]
    limit: int
    text: str = ""
    nick_key: str = ""
    after: int | None = None
    before: int | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The beginnings of words by which an index finds it; none: it cannot."""
        if any(letter > _LAST_ALPHABETIC for letter in self.text):
            return ()
        return tuple(_WORD.findall(unicodedata.normalize("NFC", self.text)))

    def describes(self, text: str) -> bool:
        """Tell whether this is meant: words that begin so, or else all of it."""
        text, words = folded(text), tuple(map(folded, self.words))
        if not words:
            return folded(self.text) in text
        said = _WORD.findall(text)
        return all(any(word.startswith(each) for word in said) for each in words)


def folded(text: str) -> str:
    """Give a text without the difference of case, accents, and where lines were cut."""
    if text.isascii():
        return text.replace(NO_BREAK, "").lower()
    parts = unicodedata.normalize("NFD", text.replace(NO_BREAK, "").lower())
    return unicodedata.normalize(
        "NFC", "".join(each for each in parts if unicodedata.category(each) != "Mn")
    )
