"""Makes ttk styles of a palette: their faces are rounded pictures, cut in nine."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from chatapp.views.look.pictures import Photo

if TYPE_CHECKING:
    from chatapp.views.look.palette import Look

RADIUS = 10
IN_ROUND_FRAME = 4
"""How far what is square stays from the edge of a rounded frame, to be in it."""
FOCUS_LINE = 2
# What a button, a field or a frame looks like: fill, outline, width of the outline.
Face = tuple[str, str, int]
States = Sequence[tuple[tuple[str, ...], Face]]


class StyleBuilder:
    """Builds styles, and keeps their names and the pictures that must stay alive."""

    def __init__(self, look: "Look") -> None:
        self.look = look
        self.styles: Any = look.styles  # layouts are nested too freely for its types
        self.names: list[str] = []
        self.pictures: list[Photo] = []

    def configure(self, name: str, **options: Any) -> None:
        """Set a style's options."""
        self.styles.configure(name, **options)
        self.names.append(name)

    def grounds(self) -> dict[str, str]:
        """Give the surfaces that widgets stand on, by the names styles begin with."""
        palette = self.look.palette
        return {
            "Page": palette.page,
            "Side": palette.side,
            "Notice": palette.card,
            "Input": palette.input,
        }

    def face_element(
        self,
        name: str,
        ground: str,
        rest: Face,
        states: States,
        *,
        radius: int = RADIUS,
        middle: tuple[int, int] = (64, 16),
    ) -> None:
        """Make a rounded frame that is cut in nine, with a face for each state.

        ttk fills a widget with copies of the `middle`: the smaller, the slower.
        """
        px = self.look.px
        edge = px(radius)
        size = (2 * edge + px(middle[0]), 2 * edge + px(middle[1]))

        def face(look: Face) -> Photo:
            fill, outline, line = look
            photo = self.look.pictures.rounded(
                size, edge, fill, ground, outline, px(line)
            )
            self.pictures.append(photo)
            return photo

        specs = [(*state, face(look)) for state, look in states]
        self.styles.element_create(
            name,
            "image",
            face(rest),
            *specs,
            border=edge + px(2),
            padding=0,
            width=2 * edge,
            height=2 * edge,
            sticky="nsew",
        )

    def pressable(self, style: str, element: str) -> None:
        """Lay a button out as its face with the label on it."""
        label = ("Button.label", {"sticky": "nsew"})
        padded = ("Button.padding", {"sticky": "nsew", "children": [label]})
        self.styles.layout(style, [(element, {"sticky": "nsew", "children": [padded]})])
