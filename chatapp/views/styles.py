"""The ttk styles of the window, built anew for every palette."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from chatapp.views.pictures import Photo

if TYPE_CHECKING:
    from chatapp.views.palette import Look

_RADIUS = 10
_FOCUS_LINE = 2
# What a button, a field or a frame looks like: fill, outline, width of the outline.
Face = tuple[str, str, int]
States = Sequence[tuple[tuple[str, ...], Face]]


def build_styles(look: "Look") -> tuple[list[str], list[Photo]]:
    """Build all styles; give their names, and the pictures that must stay alive."""
    builder = _Builder(look)
    builder.frames()
    builder.labels()
    builder.buttons()
    builder.tools()
    builder.fields()
    return builder.names, builder.pictures


class _Builder:
    def __init__(self, look: "Look") -> None:
        self._look = look
        self._styles: Any = look.styles  # layouts are nested too freely for its types
        self.names: list[str] = []
        self.pictures: list[Photo] = []

    def _configure(self, name: str, **options: Any) -> None:
        self._styles.configure(name, **options)
        self.names.append(name)

    def _grounds(self) -> dict[str, str]:
        palette = self._look.palette
        return {
            "Page": palette.page,
            "Side": palette.side,
            "Notice": palette.card,
            "Input": palette.input,
        }

    def _frame_element(
        self, name: str, ground: str, rest: Face, states: States, radius: int = _RADIUS
    ) -> None:
        """Make a rounded frame that is cut in nine, with a face for each state."""
        px = self._look.px
        edge = px(radius)
        size = 2 * edge + px(8)

        def face(look: Face) -> Photo:
            fill, outline, line = look
            photo = self._look.pictures.rounded(
                (size, size), edge, fill, ground, outline, px(line)
            )
            self.pictures.append(photo)
            return photo

        specs = [(*state, face(look)) for state, look in states]
        self._styles.element_create(
            name,
            "image",
            face(rest),
            *specs,
            border=edge + px(2),
            padding=0,
            sticky="nsew",
        )

    def frames(self) -> None:
        palette = self._look.palette
        for name, ground in self._grounds().items():
            self._configure(f"{name}.TFrame", background=ground)
        self._configure("Line.TFrame", background=palette.border)
        line = (palette.page, palette.border, 1)
        self._framed("Sheet.TFrame", palette.side, line, (), 18, palette.page)
        self._framed("Dialog.TFrame", palette.page, line, (), 14, palette.page)
        notice = (palette.card, palette.border, 1)
        focus = [(("focus",), (palette.card, palette.accent, _FOCUS_LINE))]
        self._framed("Banner.TFrame", palette.page, notice, focus, 10, palette.card)
        warning = (palette.card, palette.danger_text, 1)
        focus = [(("focus",), (palette.card, palette.danger_text, _FOCUS_LINE))]
        self._framed("Warning.TFrame", palette.page, warning, focus, 10, palette.card)
        self._framed(
            "Composer.TFrame",
            palette.page,
            (palette.input, palette.border, 1),
            [(("focus",), (palette.input, palette.accent, 1))],
            12,
            palette.input,
        )

    def _framed(
        self,
        name: str,
        ground: str,
        rest: Face,
        states: States,
        radius: int,
        inside: str,
    ) -> None:
        element = name.replace(".TFrame", ".frame")
        self._frame_element(element, ground, rest, states, radius)
        self._styles.layout(name, [(element, {"sticky": "nsew"})])
        self._configure(name, background=inside)

    def labels(self) -> None:
        palette, fonts = self._look.palette, self._look.fonts
        inks = {
            "": (palette.text, fonts.body),
            "Bold": (palette.text, fonts.label),
            "Heading": (palette.text, fonts.heading),
            "Title": (palette.text, fonts.title),
            "Muted": (palette.muted, fonts.note),
            "Small": (palette.muted, fonts.small),
            "Danger": (palette.danger_text, fonts.note),
            "Accent": (palette.accent, fonts.small),
        }
        for surface, ground in self._grounds().items():
            for kind, (ink, font) in inks.items():
                self._configure(
                    f"{surface}{kind}.TLabel",
                    background=ground,
                    foreground=ink,
                    font=font,
                )

    def buttons(self) -> None:
        palette = self._look.palette
        ring = (palette.text, _FOCUS_LINE)
        main = [
            (("disabled",), (palette.card, palette.border, 1)),
            (("pressed",), (palette.primary_pressed, *ring)),
            (("hover", "focus"), (palette.primary_hover, *ring)),
            (("hover",), (palette.primary_hover, "", 0)),
            (("focus",), (palette.primary, *ring)),
        ]
        accent = (palette.accent, _FOCUS_LINE)
        second = [
            (("disabled",), (palette.page, palette.border, 1)),
            (("pressed",), (palette.card, *accent)),
            (("hover", "focus"), (palette.hover, *accent)),
            (("hover",), (palette.hover, palette.border, 1)),
            (("focus",), (palette.page, *accent)),
        ]
        rest = (palette.page, palette.border, 1)
        self._button("Main", "page", (palette.primary, "", 0), main, palette.on_accent)
        self._button("Second", "page", rest, second, palette.text)
        self._button("Notice", "card", rest, second, palette.text, (12, 4))
        self._button(
            "Jump", "page", (palette.primary, "", 0), main, palette.on_accent, (14, 4)
        )

    def _button(
        self,
        name: str,
        ground: str,
        rest: Face,
        states: States,
        ink: str,
        padding: tuple[int, int] = (18, 9),
    ) -> None:
        palette = self._look.palette
        style, element = f"{name}.TButton", f"{name}.Button.face"
        self._frame_element(element, getattr(palette, ground), rest, states)
        self._pressable(style, element)
        self._configure(
            style,
            background=getattr(palette, ground),
            foreground=ink,
            font=self._look.fonts.label,
            padding=[self._look.px(side) for side in padding],
            anchor="center",
        )
        self._styles.map(style, foreground=[("disabled", palette.muted)])

    def _pressable(self, style: str, element: str) -> None:
        label = ("Button.label", {"sticky": "nsew"})
        padded = ("Button.padding", {"sticky": "nsew", "children": [label]})
        self._styles.layout(
            style, [(element, {"sticky": "nsew", "children": [padded]})]
        )

    def tools(self) -> None:
        """Build flat buttons, that show a face only under the pointer or the focus."""
        palette, px = self._look.palette, self._look.px
        hovers = {"Page": palette.card, "Side": palette.side_hover}
        for surface, ground in self._grounds().items():
            hover = hovers.get(surface, palette.hover)
            focus = (palette.accent, _FOCUS_LINE)
            states: States = [
                (("pressed",), (hover, palette.border, 1)),
                (("hover", "focus"), (hover, *focus)),
                (("hover",), (hover, "", 0)),
                (("focus",), (ground, *focus)),
            ]
            style, element = f"{surface}Tool.TButton", f"{surface}Tool.Button.face"
            self._frame_element(element, ground, (ground, "", 0), states, 8)
            self._pressable(style, element)
            self._configure(
                style,
                background=ground,
                foreground=palette.muted,
                font=self._look.fonts.small,
                padding=[px(6), px(5)],
                anchor="center",
            )
            self._styles.map(
                style, foreground=[("hover", palette.text), ("focus", palette.text)]
            )

        self._send()

    def _send(self) -> None:
        """Build the send button, whose face is a picture of its own."""
        palette = self._look.palette
        rest: Face = (palette.input, "", 0)
        focus: States = [(("focus",), (palette.input, palette.accent, _FOCUS_LINE))]
        self._frame_element("Send.Button.face", palette.input, rest, focus, 12)
        self._pressable("Send.TButton", "Send.Button.face")
        self._configure("Send.TButton", background=palette.input, padding=4)

    def fields(self) -> None:
        palette, px = self._look.palette, self._look.px
        states: States = [
            (("disabled",), (palette.page, palette.border, 1)),
            (("invalid", "focus"), (palette.input, palette.danger_text, _FOCUS_LINE)),
            (("invalid",), (palette.input, palette.danger_text, 1)),
            (("focus",), (palette.input, palette.accent, _FOCUS_LINE)),
        ]
        rest = (palette.input, palette.border, 1)
        self._frame_element("Form.Entry.field", palette.page, rest, states)
        area = ("Entry.textarea", {"sticky": "nsew"})
        padded = ("Entry.padding", {"sticky": "nsew", "children": [area]})
        self._styles.layout(
            "Form.TEntry",
            [("Form.Entry.field", {"sticky": "nsew", "children": [padded]})],
        )
        self._configure(
            "Form.TEntry",
            background=palette.page,
            fieldbackground=palette.input,
            foreground=palette.text,
            insertcolor=palette.accent,
            insertwidth=px(2),
            selectbackground=palette.selection,
            selectforeground=palette.on_selection,
            padding=[px(12), px(9)],
            font=self._look.fonts.body,
        )
        self._styles.map("Form.TEntry", foreground=[("disabled", palette.muted)])
