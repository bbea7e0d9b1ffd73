"""Shows a notice that only says that something was done, one at a time."""

from collections.abc import Callable

from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import Tone

PASSING = "passing"


class PassingNotice:
    """Shows words in place of those before; their button also takes them away."""

    def __init__(self, notices: NoticesView) -> None:
        """Show them among these notices, which go by themselves."""
        self._notices = notices

    def show(
        self, text: str, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Show these words; `on_action` also hides them."""

        def act() -> None:
            self._notices.hide(PASSING)
            if on_action:
                on_action()

        self._notices.show(PASSING, text, Tone.INFO, action, act)
