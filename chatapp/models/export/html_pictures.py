"""The pictures of a page: each stands in it once, and is shown as often as needed."""

from base64 import b64encode
from collections.abc import Callable
from html import escape

from chatapp.models.export.document import Pictures

MOST = 3_000
"""More different ones than this would take a page too long to open."""


class PagePictures:
    """Gives elements that show pictures, and at last the pictures themselves."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._numbers: dict[tuple[str, str], int | None] = {}
        self._drawn: list[str] = []

    def face(self, nick: str) -> str:
        """Show a person's face."""
        number = self._number("face", nick, self._pictures.face)
        shown = "" if number is None else _use(number)
        return f'<svg class="face" viewBox="0 0 1 1" aria-hidden="true">{shown}</svg>'

    def text(self, text: str) -> str:
        """Escape a text, and show its emoji, which can still be copied and read out."""
        return "".join(
            self._emoji(part) if place % 2 else escape(part)
            for place, part in enumerate(self._pictures.parts(text))
        )

    def drawn(self) -> str:
        """Give all the pictures, which themselves are not to be seen."""
        return f'<svg class="drawn" aria-hidden="true">{"".join(self._drawn)}</svg>\n'

    def _emoji(self, sequence: str) -> str:
        number = self._number("emoji", sequence, self._pictures.emoji)
        if number is None:
            return escape(sequence)
        return (
            f'<span class="emoji"><svg viewBox="0 0 1 1" aria-hidden="true">'
            f"{_use(number)}</svg><span>{escape(sequence)}</span></span>"
        )

    def _number(
        self, kind: str, name: str, draw: Callable[[str], bytes | None]
    ) -> int | None:
        """Give the number of a picture, which is drawn when it is first needed."""
        key = (kind, name)
        if key not in self._numbers and len(self._numbers) < MOST:
            picture = draw(name)
            self._numbers[key] = len(self._drawn) if picture is not None else None
            if picture is not None:
                self._drawn.append(_symbol(len(self._drawn), picture))
        return self._numbers.get(key)


def _use(number: int) -> str:
    return f'<use href="#picture-{number}" width="1" height="1"/>'


def _symbol(number: int, picture: bytes) -> str:
    data = b64encode(picture).decode("ascii")
    return (
        f'<symbol id="picture-{number}" viewBox="0 0 1 1"><image width="1" height="1"'
        f' href="data:image/png;base64,{data}"/></symbol>'
    )
