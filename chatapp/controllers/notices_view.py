"""The banners over the box, as every controller sees them that says something there."""

from typing import Protocol

from chatapp.models.entities import NoticeAction, Tone


class NoticesView(Protocol):
    """Banners, each under a key."""

    def show(
        self,
        key: str,
        text: str,
        tone: Tone,
        *actions: NoticeAction,
        dismissable: bool = True,
    ) -> None:
        """Show a banner, in place of the one with the same key.

        It has a button for each of two actions at most.
        """

    def hide(self, key: str) -> None:
        """Take a banner away."""
