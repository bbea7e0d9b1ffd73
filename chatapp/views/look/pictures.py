"""Keeps the pictures that widgets show: each drawn once, and let go when unused."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from weakref import WeakValueDictionary

from PIL import Image, ImageTk

from chatapp.views.look import drawing

# A picture that nobody shows any more is kept for as long as it is among these.
_KEPT = 300

Photo = ImageTk.PhotoImage


class Pictures:
    """Draws pictures for Tk, and gives the same one again as long as it is alive.

    Whoever shows a picture keeps it: Tk knows it by name only. `ground` is the colour
    a picture is laid on; without one it stays see-through. Sizes are in pixels.
    """

    def __init__(self) -> None:
        self._alive: WeakValueDictionary[Hashable, Photo] = WeakValueDictionary()
        self._recent: OrderedDict[Hashable, Photo] = OrderedDict()

    def picture(self, key: Hashable, draw: Callable[[], Image.Image]) -> Photo:
        """Give the picture of this key; `draw` makes it if there is none."""
        photo = self._alive.get(key)
        if photo is None:
            photo = Photo(draw())
            self._alive[key] = photo
        self._recent[key] = photo
        self._recent.move_to_end(key)
        if len(self._recent) > _KEPT:
            self._recent.popitem(last=False)
        return photo

    def known(self, key: Hashable) -> Photo | None:
        """Give the picture of this key, if it is there."""
        return self._alive.get(key)

    def forget(self) -> None:
        """Let go of every picture that nobody shows."""
        self._recent.clear()
        self._alive = WeakValueDictionary()

    def rounded(
        self,
        size: tuple[int, int],
        radius: int,
        fill: str,
        ground: str,
        outline: str = "",
        line: int = 1,
    ) -> Photo:
        """Give a rounded rectangle, also to be cut in nine as a widget's frame."""
        return self.picture(
            ("rounded", size, radius, fill, ground, outline, line),
            lambda: drawing.rounded(*size, radius, fill, ground, outline, line),
        )

    def icon(self, name: str, size: int, color: str, ground: str = "") -> Photo:
        """Give one of the Bootstrap icons."""
        return self.picture(
            ("icon", name, size, color, ground),
            lambda: drawing.icon(name, size, color, ground),
        )

    def dot(self, size: int, fill: str, ground: str) -> Photo:
        """Give a filled circle."""
        return self.picture(
            ("dot", size, fill, ground), lambda: drawing.dot(size, fill, ground)
        )

    def avatar(
        self,
        name: str,
        size: int,
        fill: str,
        ink: str,
        ground: str,
        presence: str = "",
    ) -> Photo:
        """Give a person's sign, with a dot if `presence` is a colour.

        A second letter would lie under the dot, or be too small to be read.
        """
        letters = drawing.initials(name, small=size < 26 or bool(presence))
        return self.picture(
            ("avatar", letters, size, fill, ink, ground, presence),
            lambda: drawing.avatar(letters, size, fill, ink, ground, presence),
        )

    def pill(
        self,
        text: str,
        height: int,
        fill: str,
        ink: str,
        ground: str,
    ) -> Photo:
        """Give a short text in a pill."""
        return self.picture(
            ("pill", text, height, fill, ink, ground),
            lambda: drawing.pill(text, height, fill, ink, ground),
        )

    def paper_plane(self, size: int, fill: str, ink: str, ground: str) -> Photo:
        """Give the face of the send button."""
        return self.picture(
            ("paper plane", size, fill, ink, ground),
            lambda: drawing.paper_plane(size, fill, ink, ground),
        )

    def emblem(
        self,
        size: int,
        fill: str,
        ink: str,
        ground: str = "",
        badge: tuple[str, str, str] = ("", "", ""),
    ) -> Photo:
        """Give the program's sign; a badge is its words, its fill and its ink."""
        return self.picture(
            ("emblem", size, fill, ink, ground, badge),
            lambda: drawing.emblem(size, fill, ink, ground, badge),
        )
