"""Shows a notice that only says that something was done, one at a time."""

from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import NoticeAction, Tone

PASSING = "passing"


class PassingNotice:
    """Shows words in place of those before; their button also takes them away."""

    def __init__(self, notices: NoticesView) -> None:
        """Show them among these notices, which go by themselves."""
        self._notices = notices

    def show(self, text: str, action: NoticeAction | None = None) -> None:
        """Show these words; what the action does also hides them."""

        def act() -> None:
            self._notices.hide(PASSING)
            if action:
                action.do()

        actions = [NoticeAction(action.words, act)] if action else []
        self._notices.show(PASSING, text, Tone.INFO, *actions)
