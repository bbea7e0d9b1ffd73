"""The banners over the box, as every controller sees them that says something there."""

from collections.abc import Callable
from typing import Protocol

from chatapp.models.entities import Tone


class NoticesView(Protocol):
    """Banners, each under a key."""

    def show(
        self,
        key: str,
        text: str,
        tone: Tone,
        action: str = "",
        on_action: Callable[[], None] | None = None,
        *,
        dismissable: bool = True,
        other: str = "",
        on_other: Callable[[], None] | None = None,
    ) -> None:
        """Show a banner, in place of the one with the same key."""

    def hide(self, key: str) -> None:
        """Take a banner away."""
