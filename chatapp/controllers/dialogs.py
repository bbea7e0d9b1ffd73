"""What controllers may ask a person in a small dialog."""

from collections.abc import Callable
from typing import Protocol


class AskText(Protocol):
    """Asks for one line of text; `on_text` returns what is wrong with it, or None."""

    def __call__(
        self,
        *,
        title: str,
        label: str,
        initial: str,
        action: str,
        on_text: Callable[[str], str | None],
        hint: str = "",
    ) -> None:
        """Open the dialog; it stays until the text is accepted or given up."""
