"""The ttk styles of the window, built anew for every palette; the first ones first."""

from typing import TYPE_CHECKING

from chatapp.views.look.button_styles import (
    build_first_buttons,
    build_other_buttons,
)
from chatapp.views.look.pictures import Photo
from chatapp.views.look.style_builder import (
    FOCUS_LINE,
    RADIUS,
    Face,
    States,
    StyleBuilder,
)

if TYPE_CHECKING:
    from chatapp.views.look.palette import Look


Built = tuple[list[str], list[Photo]]
"""The names of styles, and the pictures that must stay alive for them."""


def build_first_styles(look: "Look") -> Built:
    """Build the styles of the sign-in window, which is not to wait for others."""
    make = StyleBuilder(look)
    _plain_frames(make)
    _labels(make)
    build_first_buttons(make)
    _field(make, "Form", look.palette.page)
    _scrollbars(make)
    _progress(make)
    return make.names, make.pictures


def build_other_styles(look: "Look") -> Built:
    """Build the styles of all else."""
    make = StyleBuilder(look)
    _other_frames(make)
    build_other_buttons(make)
    _field(make, "Side", look.palette.side)
    return make.names, make.pictures


def _plain_frames(make: StyleBuilder) -> None:
    palette = make.look.palette
    for name, ground in make.grounds().items():
        make.configure(f"{name}.TFrame", background=ground)
    make.configure("Line.TFrame", background=palette.border)
    line = (palette.page, palette.border, 1)
    _framed(make, "Sheet.TFrame", palette.side, line, (), 18, palette.page, (122, 80))
    warning = (palette.card, palette.danger_text, 1)
    focus = [(("focus",), (palette.card, palette.danger_text, FOCUS_LINE))]
    _framed(make, "Warning.TFrame", palette.page, warning, focus, 10, palette.card)
    notice = (palette.card, palette.border, 1)
    focus = [(("focus",), (palette.card, palette.accent, FOCUS_LINE))]
    listed = (palette.side, "", 0)
    _framed(make, "List.TFrame", palette.page, listed, (), RADIUS, palette.side)
    _framed(make, "Told.TFrame", palette.page, notice, focus, 10, palette.card)


def _other_frames(make: StyleBuilder) -> None:
    palette = make.look.palette
    over = (palette.page, palette.accent, 1)
    _framed(make, "Dialog.TFrame", palette.page, over, (), 14, palette.page, (92, 48))
    notice = (palette.card, palette.border, 1)
    focus = [(("focus",), (palette.card, palette.accent, FOCUS_LINE))]
    field = (palette.input, palette.border, 1)
    states: States = [
        (("invalid", "focus"), (palette.input, palette.danger_text, FOCUS_LINE)),
        (("invalid",), (palette.input, palette.danger_text, 1)),
        (("focus",), (palette.input, palette.accent, FOCUS_LINE)),
    ]
    _framed(make, "Field.TFrame", palette.page, field, states, RADIUS, palette.input)
    _framed(make, "Banner.TFrame", palette.page, notice, focus, 10, palette.card)
    _framed(
        make,
        "Composer.TFrame",
        palette.page,
        (palette.input, palette.border, 1),
        [
            (("active",), (palette.input, palette.accent, FOCUS_LINE)),
            (("focus",), (palette.input, palette.accent, 1)),
        ],
        12,
        palette.input,
    )


def _framed(
    make: StyleBuilder,
    name: str,
    ground: str,
    rest: Face,
    states: States,
    radius: int,
    inside: str,
    middle: tuple[int, int] = (96, 16),
) -> None:
    element = name.replace(".TFrame", ".frame")
    make.face_element(element, ground, rest, states, radius=radius, middle=middle)
    make.styles.layout(name, [(element, {"sticky": "nsew"})])
    make.configure(name, background=inside)


def _labels(make: StyleBuilder) -> None:
    palette, fonts = make.look.palette, make.look.fonts
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
    for surface, ground in make.grounds().items():
        for kind, (ink, font) in inks.items():
            make.configure(
                f"{surface}{kind}.TLabel",
                background=ground,
                foreground=ink,
                font=font,
            )
    make.configure(
        "tooltip.TLabel",
        background=palette.card,
        foreground=palette.text,
        bordercolor=palette.border,
        darkcolor=palette.card,
        lightcolor=palette.card,
        font=fonts.small,
    )


def _field(make: StyleBuilder, name: str, ground: str) -> None:
    palette = make.look.palette
    states: States = [
        (("disabled",), (palette.page, palette.border, 1)),
        (("invalid", "focus"), (palette.input, palette.danger_text, FOCUS_LINE)),
        (("invalid",), (palette.input, palette.danger_text, 1)),
        (("focus",), (palette.input, palette.accent, FOCUS_LINE)),
    ]
    rest = (palette.input, palette.border, 1)
    make.face_element(f"{name}.Entry.field", ground, rest, states)
    _entry(make, name, ground)


def _entry(make: StyleBuilder, name: str, ground: str) -> None:
    palette, px = make.look.palette, make.look.px
    area = ("Entry.textarea", {"sticky": "nsew"})
    padded = ("Entry.padding", {"sticky": "nsew", "children": [area]})
    make.styles.layout(
        f"{name}.TEntry",
        [(f"{name}.Entry.field", {"sticky": "nsew", "children": [padded]})],
    )
    make.configure(
        f"{name}.TEntry",
        background=ground,
        fieldbackground=palette.input,
        foreground=palette.text,
        insertcolor=palette.accent,
        insertwidth=px(2),
        selectbackground=palette.selection,
        selectforeground=palette.on_selection,
        padding=[px(12), px(9)],
        font=make.look.fonts.body,
    )
    make.styles.map(f"{name}.TEntry", foreground=[("disabled", palette.muted)])


def _scrollbars(make: StyleBuilder) -> None:
    """Build thin scrollbars, which do not show where all there is can be seen."""
    palette, px = make.look.palette, make.look.px
    for surface in ("Page", "Side"):
        ground = make.grounds()[surface]

        def thumb(fill: str, ground: str = ground) -> Photo:
            size = (px(6), px(48))
            photo = make.look.pictures.rounded(size, px(3), fill, ground)
            make.pictures.append(photo)
            return photo

        # Tk's bindings know the part that is dragged by the end of its name.
        name, part = f"{surface}.Vertical.TScrollbar", f"{surface}.bar.thumb"
        make.styles.element_create(
            part,
            "image",
            thumb(palette.border),
            ("disabled", thumb(ground)),
            ("pressed", thumb(palette.accent)),
            ("hover", thumb(palette.muted)),
            border=(px(2), px(6)),
            padding=0,
            sticky="nsew",
        )
        inside = (part, {"expand": "1", "sticky": "nswe"})
        trough = {"sticky": "ns", "children": [inside]}
        make.styles.layout(name, [("Vertical.Scrollbar.trough", trough)])
        make.configure(
            name,
            troughcolor=ground,
            bordercolor=ground,
            background=ground,
            borderwidth=0,
            relief="flat",
        )


def _progress(make: StyleBuilder) -> None:
    """Build the thin bar that runs to and fro while something is tried."""
    palette, px = make.look.palette, make.look.px
    style = "Page.Horizontal.TProgressbar"
    for part, fill in (("trough", palette.border), ("pbar", palette.accent)):
        size = (px(48), px(4))
        photo = make.look.pictures.rounded(size, px(2), fill, palette.page)
        make.pictures.append(photo)
        make.styles.element_create(
            f"Page.{part}", "image", photo, border=(px(2), 0), padding=0, sticky="ew"
        )
    bar = ("Page.pbar", {"side": "left", "sticky": "ns"})
    make.styles.layout(style, [("Page.trough", {"sticky": "ew", "children": [bar]})])
    make.configure(style, background=palette.page)
