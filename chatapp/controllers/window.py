"""What controllers may ask of the window that their views stand in."""

from collections.abc import Callable
from typing import Protocol

from chatapp.models.entities import Comparison


class ComparingWindow(Protocol):
    """A window that can show fingerprints."""

    def compare(self, comparison: Comparison) -> None:
        """Show fingerprints, and ask what to do."""


class WindowView(ComparingWindow, Protocol):
    """The window around the views."""

    def show_title(self, text: str) -> None:
        """Write this in the title bar."""

    def ask_text(
        self,
        *,
        title: str,
        label: str,
        initial: str,
        action: str,
        on_text: Callable[[str], str | None],
        hint: str = "",
        other: str = "",
        on_other: Callable[[], None] | None = None,
        secret: bool = False,
    ) -> None:
        """Ask for one line of text in a small dialog, or of dots if it is `secret`.

        `on_text` returns what is wrong with the text, or None; the dialog stays until
        the text is accepted or given up, or something `other` is wanted instead.
        """

    def show_link(
        self, *, title: str, text: str, link: str, on_copy: Callable[[str], None]
    ) -> None:
        """Show a link in a small dialog, to be copied."""

    def ask(
        self,
        *,
        title: str,
        text: str,
        yes: str,
        no: str,
        on_yes: Callable[[], None],
        other: str = "",
        on_other: Callable[[], None] | None = None,
    ) -> None:
        """Ask a question in a small dialog; `no` changes nothing.

        A third answer, `other`, may be what is wanted instead of either.
        """
