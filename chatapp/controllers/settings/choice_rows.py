"""What a card has to show rows in which one of several things is chosen."""

from collections.abc import Sequence
from typing import Protocol


class ChoiceRowsView(Protocol):
    """A card with rows, each under a key."""

    def add_choice(
        self,
        key: str,
        title: str,
        words: str,
        options: Sequence[tuple[str, str]],
        chosen: str,
    ) -> None:
        """Add one of several things, each by a key and a label."""

    def show_choice(self, key: str, chosen: str) -> None:
        """Show what is chosen."""

    def show_words(self, key: str, words: str) -> None:
        """Say something else about a row."""
