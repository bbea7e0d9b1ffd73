"""The styles of buttons: those with a face of their own, and flat ones."""

from chatapp.views.look.style_builder import FOCUS_LINE, Face, States, StyleBuilder


def build_first_buttons(make: StyleBuilder) -> None:
    """Build the styles of the buttons with which one signs in."""
    palette = make.look.palette
    rest, states = _main(make)
    _button(make, "Main", "page", rest, states, palette.on_accent)
    rest, states = _second(make)
    _button(make, "Second", "page", rest, states, palette.text)


def build_other_buttons(make: StyleBuilder) -> None:
    """Build the styles of all other buttons."""
    palette = make.look.palette
    rest, states = _second(make)
    _button(make, "Notice", "card", rest, states, palette.text, (12, 4))
    _button(make, "Choice", "page", rest, states, palette.text, (14, 4))
    rest, states = _main(make)
    _button(make, "Jump", "page", rest, states, palette.on_accent, (14, 4))
    _build_flat(make)
    _build_switches(make)
    _build_send(make)


def _main(make: StyleBuilder) -> tuple[Face, States]:
    """Give the faces of the button that most people press."""
    palette = make.look.palette
    ring = (palette.text, FOCUS_LINE)
    states: States = [
        (("disabled",), (palette.card, palette.border, 1)),
        (("pressed", "focus"), (palette.primary_pressed, *ring)),
        (("pressed",), (palette.primary_pressed, "", 0)),
        (("hover", "focus"), (palette.primary_hover, *ring)),
        (("hover",), (palette.primary_hover, "", 0)),
        (("focus",), (palette.primary, *ring)),
    ]
    return (palette.primary, "", 0), states


def _second(make: StyleBuilder) -> tuple[Face, States]:
    """Give the faces of a button beside it."""
    palette = make.look.palette
    accent = (palette.accent, FOCUS_LINE)
    states: States = [
        (("disabled",), (palette.page, palette.border, 1)),
        (("pressed", "focus"), (palette.card, *accent)),
        (("pressed",), (palette.card, palette.border, 1)),
        (("hover", "focus"), (palette.hover, *accent)),
        (("hover",), (palette.hover, palette.border, 1)),
        (("focus",), (palette.page, *accent)),
    ]
    return (palette.page, palette.border, 1), states


def _button(
    make: StyleBuilder,
    name: str,
    ground: str,
    rest: Face,
    states: States,
    ink: str,
    padding: tuple[int, int] = (18, 9),
) -> None:
    palette = make.look.palette
    style, element = f"{name}.TButton", f"{name}.Button.face"
    make.face_element(element, getattr(palette, ground), rest, states)
    make.pressable(style, element)
    make.configure(
        style,
        background=getattr(palette, ground),
        foreground=ink,
        font=make.look.fonts.label,
        padding=[make.look.px(side) for side in padding],
        anchor="center",
    )
    make.styles.map(style, foreground=[("disabled", palette.muted)])


def _build_flat(make: StyleBuilder) -> None:
    """Build flat buttons, that show a face only under the pointer or the focus."""
    palette, px = make.look.palette, make.look.px
    hovers = {"Page": palette.card, "Side": palette.side_hover}
    for surface, ground in make.grounds().items():
        hover = hovers.get(surface, palette.hover)
        focus = (palette.accent, FOCUS_LINE)
        states: States = [
            (("pressed",), (hover, palette.border, 1)),
            (("selected", "focus"), (hover, *focus)),
            (("selected",), (hover, palette.accent, 1)),
            (("hover", "focus"), (hover, *focus)),
            (("hover",), (hover, "", 0)),
            (("focus",), (ground, *focus)),
        ]
        style, element = f"{surface}Tool.TButton", f"{surface}Tool.Button.face"
        make.face_element(element, ground, (ground, "", 0), states, radius=8)
        make.pressable(style, element)
        make.configure(
            style,
            background=ground,
            foreground=palette.muted,
            font=make.look.fonts.small,
            padding=[px(6), px(5)],
            anchor="center",
        )
        inks = [(state, palette.text) for state in ("selected", "hover", "focus")]
        make.styles.map(style, foreground=inks)


def _build_switches(make: StyleBuilder) -> None:
    """Build switches: flat, but with words that are to be read."""
    make.configure(
        "Switch.PageTool.TButton",
        foreground=make.look.palette.text,
        font=make.look.fonts.label,
    )


def _build_send(make: StyleBuilder) -> None:
    """Build the send button, whose face is a picture of its own."""
    palette = make.look.palette
    rest: Face = (palette.input, "", 0)
    focus: States = [(("focus",), (palette.input, palette.accent, FOCUS_LINE))]
    make.face_element("Send.Button.face", palette.input, rest, focus, radius=12)
    make.pressable("Send.TButton", "Send.Button.face")
    make.configure("Send.TButton", background=palette.input, padding=4)
