"""The emoji picker: finds an emoji for whoever wants one, and remembers the last."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from chatapp.controllers.writing import emoji_wording
from chatapp.models.entities import Emoji, EmojiGroup
from chatapp.models.messages.emoji_names import EmojiNames
from chatapp.models.settings.choices import SkinTone
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import (
    MOST_RECENT_EMOJI,
    RECENT_EMOJI,
    SKIN_TONE,
)

MOST_FOUND = 90
_HANDS = [(tone.value, f"✋{tone.modifier}") for tone in SkinTone]


class EmojiPickerView(Protocol):
    """A card with a field to search in, and emoji in groups underneath."""

    on_search: Callable[[str], None]
    on_pick: Callable[[str], None]
    on_tone: Callable[[str], None]

    def open(self) -> None:
        """Show the card, with the keyboard in its field."""

    def show_groups(self, groups: Sequence[EmojiGroup]) -> None:
        """Show all emoji there are, from the beginning."""

    def show_found(self, found: Sequence[Emoji]) -> None:
        """Show what was found, the best first, in place of the groups."""

    def show_tones(self, tones: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer tones of skin, each by a key and a hand in it; one is chosen."""


class EmojiPickerController:
    """Opens the card wherever an emoji is wanted."""

    def __init__(
        self,
        new_view: Callable[[], EmojiPickerView],
        names: EmojiNames,
        settings: Settings,
    ) -> None:
        self._new_view = new_view
        self._names = names
        self._settings = settings

    def pick(self, on_pick: Callable[[str], None]) -> None:
        """Let somebody pick an emoji; giving the card up calls nothing back."""
        view = self._new_view()
        sought = ""

        def search(text: str) -> None:
            nonlocal sought
            sought = text
            if text.strip():
                view.show_found(self._names.find(text, MOST_FOUND))
            else:
                view.show_groups(self._groups())

        def choose_tone(tone: str) -> None:
            self._settings.change(SKIN_TONE, SkinTone(tone))
            view.show_tones(_HANDS, tone)
            search(sought)

        def picked(emoji: str) -> None:
            self.remember(emoji)
            on_pick(emoji)

        view.on_search = search
        view.on_pick = picked
        view.on_tone = choose_tone
        view.show_groups(self._groups())
        view.show_tones(_HANDS, self._settings[SKIN_TONE].value)
        view.open()

    def recent(self) -> tuple[str, ...]:
        """Give the emoji that were used last, the newest first."""
        return self._settings[RECENT_EMOJI]

    def remember(self, emoji: str) -> None:
        """Note that an emoji was used, to have it at hand the next time."""

        def put_first(recent: tuple[str, ...]) -> tuple[str, ...]:
            others = [each for each in recent if each != emoji]
            return (emoji, *others)[:MOST_RECENT_EMOJI]

        self._settings.alter(RECENT_EMOJI, put_first)

    def _groups(self) -> Sequence[EmojiGroup]:
        groups = [
            replace(it, title=emoji_wording.GROUPS.get(it.title, it.title))
            for it in self._names.groups()
        ]
        known = [self._names.of(it) for it in self._settings[RECENT_EMOJI]]
        recent = tuple(it for it in known if it)
        if recent:
            groups.insert(0, EmojiGroup(emoji_wording.RECENT, "🕘", recent))
        return groups
