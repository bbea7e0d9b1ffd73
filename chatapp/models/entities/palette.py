"""The colours of the whole window."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the whole window, each "#rrggbb"; `dark` tells the mode.

    Surfaces from the back to the front are `side`, `page`, `hover`, `input` and
    `card`. `accents` are solid fills that carry `on_accent` text. `people` colours
    names on any message surface, `avatars` are fills that carry `on_avatar`.
    `side_hover` is a row of a rail under the pointer; the `primary_` shades are those
    of a primary button; the `_text` colours are readable on every surface.
    """

    name: str
    dark: bool
    page: str
    side: str
    side_hover: str
    card: str
    hover: str
    input: str
    border: str
    text: str
    muted: str
    accent: str
    link: str
    danger_text: str
    success_text: str
    warning_text: str
    primary: str
    primary_hover: str
    primary_pressed: str
    secondary: str
    success: str
    info: str
    warning: str
    danger: str
    on_accent: str
    mention: str
    found: str
    code: str
    selection: str
    on_selection: str
    selected_row: str
    on_avatar: str
    online: str
    away: str
    offline: str
    people: tuple[str, ...] = field(repr=False)
    avatars: tuple[str, ...] = field(repr=False)
