"""Dresses the window in a palette: theme, styles, pictures and classic widgets."""

import itertools
import tkinter as tk
from collections.abc import Callable, Sequence
from functools import cached_property
from tkinter import ttk as plain_ttk
from typing import TYPE_CHECKING, Any

import ttkbootstrap as ttk
from ttkbootstrap.style.theme import Colors, ThemeDefinition

from chatapp.models.entities import Palette, Presence
from chatapp.views.look.followers import Followers
from chatapp.views.look.fonts import Fonts
from chatapp.views.look.pictures import Photo, Pictures
from chatapp.views.look.scale import Scale
from chatapp.views.look.styles import (
    Built,
    build_first_styles,
    build_other_styles,
)
from chatapp.views.transcript.manner import Manner

if TYPE_CHECKING:
    from chatapp.views.emoji.emoji_photos import EmojiPhotos

# Registering a theme again under a used name would leave the old one's pictures.
_theme_numbers = itertools.count(1)


class _ExactTheme(ttk.Theme):
    """A theme that takes its colours as they are, where `Theme` would restate them."""

    def __init__(self, definition: ThemeDefinition) -> None:
        super().__init__(name=definition.name)
        self._exact = definition

    def to_definitions(self) -> list[ThemeDefinition]:
        return [self._exact]


def theme_definition(palette: Palette) -> ThemeDefinition:
    """Make ttkbootstrap's theme of a palette, under a name never used before."""
    return ThemeDefinition(
        f"palette{next(_theme_numbers)}",
        Colors(
            primary=palette.primary,
            secondary=palette.secondary,
            success=palette.success,
            info=palette.info,
            warning=palette.warning,
            danger=palette.danger,
            light=palette.card,
            dark=palette.text,
            bg=palette.page,
            fg=palette.text,
            selectbg=palette.selection,
            selectfg=palette.on_selection,
            border=palette.border,
            inputfg=palette.text,
            inputbg=palette.input,
            active=palette.hover,
        ),
        "dark" if palette.dark else "light",
    )


def register_first_theme(palette: Palette) -> str:
    """Have the theme of a palette ready before there is a root; give its name."""
    definition = theme_definition(palette)
    theme: Any = _ExactTheme(definition)
    theme.register()
    return str(definition.name)


class Look:
    """The colours, sizes, fonts and pictures of the moment, and who wears them."""

    def __init__(self, root: ttk.App, palette: Palette, zoom: float = 1.0) -> None:
        self._root = root
        self._engine: Any = root.style  # ttkbootstrap's methods have no types
        self._styles = plain_ttk.Style(root)
        self._wearers = Followers()
        self._mannered = Followers()
        self.manner = Manner()
        self._is_complete = False
        self.style_names: list[str] = []
        self._style_pictures: list[Photo] = []
        self.palette = palette
        # Moves a colour of somebody else's until it can be read on these grounds.
        self.fit_ink: Callable[[str, Sequence[str]], str] = lambda ink, _grounds: ink
        # Writes the names of emoji where no pictures can stand.
        self.spell_emoji: Callable[[str], str] = lambda text: text
        self.scale = Scale(_plain_scale(float(self._engine.scaling.factor)), zoom)
        self.px = self.scale.px
        self.fit = self.scale.fit
        self.space = self.scale.space
        self.fonts = Fonts(root, self.scale.factor)
        self.pictures = Pictures()
        _keep_colors_of_pictures(root)
        self._build_styles()

    @cached_property
    def emoji(self) -> "EmojiPhotos":
        """The pictures of emoji, of which the first window has none."""
        from chatapp.views.emoji.emoji import EmojiArtist  # noqa: PLC0415
        from chatapp.views.emoji.emoji_photos import EmojiPhotos  # noqa: PLC0415

        return EmojiPhotos(self._root, self.pictures, EmojiArtist())

    def follow(self, widget: tk.Misc, paint: Callable[[], None]) -> None:
        """Call `paint` now and after each change of colours or sizes."""
        self._wearers.add(widget, paint)

    def follow_manner(self, widget: tk.Misc, write: Callable[[], None]) -> None:
        """Call `write` now, and whenever lines are to be written otherwise."""
        self._mannered.add(widget, write)

    def take_manner(self, manner: Manner) -> None:
        """Have everything written so from now on."""
        if manner != self.manner:
            self.manner = manner
            self._mannered.call()

    def wear(self, palette: Palette) -> None:
        """Change everything that is shown to another palette at once."""
        self.palette = palette
        self._dress(resized=False)

    def zoom(self, zoom: float) -> None:
        """Change everything that is shown to another size at once."""
        self.scale.change(zoom)
        self.fonts.resize(self.scale.factor)
        self._dress(resized=True)

    def dress_text(self, widget: tk.Text | tk.Listbox) -> None:
        """Give words that can be chosen the palette's colours, on its page."""
        palette = self.palette
        widget.configure(
            background=palette.page,
            foreground=palette.text,
            selectbackground=palette.selection,
            selectforeground=palette.on_selection,
        )
        if isinstance(widget, tk.Text):
            widget.configure(
                insertbackground=palette.accent,
                inactiveselectbackground=palette.selection,
            )

    def _dress(self, *, resized: bool) -> None:
        """Build theme and styles anew, whose pictures have colours and sizes."""
        definition = theme_definition(self.palette)
        old_pictures = self._style_pictures
        self.pictures.forget()
        self._engine.register_theme(definition)
        self._engine.clear_image_cache()
        self._engine.theme_use(definition.name)
        self._build_styles()
        if resized:
            self.scale.resize()
        self._wearers.call()
        old_pictures.clear()

    def person_number(self, nick: str) -> int:
        """Tell which of the palette's colours for people a person has."""
        return _share_of(nick, len(self.palette.people))

    def person_color(self, nick: str) -> str:
        """Give the colour in which a name is written."""
        return self.palette.people[self.person_number(nick)]

    def avatar_fill(self, nick: str) -> str:
        """Give the fill of a person's avatar, of the hue of the name."""
        return self.palette.avatars[_share_of(nick, len(self.palette.avatars))]

    def presence_color(self, presence: Presence) -> str:
        """Give the colour of the dot that tells how somebody is."""
        return {
            Presence.ONLINE: self.palette.online,
            Presence.AWAY: self.palette.away,
            Presence.OFFLINE: self.palette.offline,
            Presence.UNKNOWN: self.palette.offline,
        }[presence]

    def complete(self) -> None:
        """Build the styles of all but the sign-in window, unless they are there."""
        if not self._is_complete:
            self._is_complete = True
            self._take_styles(build_other_styles)

    def _build_styles(self) -> None:
        self.style_names, self._style_pictures = [], []
        self._take_styles(build_first_styles)
        if self._is_complete:
            self._take_styles(build_other_styles)

    def _take_styles(self, build: "Callable[[Look], Built]") -> None:
        names, pictures = build(self)
        self.style_names += names
        self._style_pictures += pictures
        register: Any = ttk.register_style
        for name in names:
            register(self._engine, name)

    @property
    def styles(self) -> plain_ttk.Style:
        """The styles of the theme of the moment."""
        return self._styles


def _keep_colors_of_pictures(root: tk.Misc) -> None:
    """Have a widget, which nobody sees, with the two colours Tk makes a picture with.

    It takes them for each one, and asks the X server anew where nothing has them.
    """
    ttk.Canvas(root, autostyle=False, background="white", highlightbackground="black")


def _share_of(nick: str, count: int) -> int:
    """Map a name to one of `count` colours, the same one on every machine."""
    total = 0
    for letter in nick[:64].casefold():
        total = (total * 131 + ord(letter)) % 1_000_003
    return total % count


def _plain_scale(factor: float) -> float:
    """Take an almost ordinary screen for an ordinary one, as lines stay sharp so."""
    return 1.0 if abs(factor - 1) < 0.1 else factor
