"""Says at the sign-in that words wait for it, which an earlier window did not send."""

from functools import partial
from typing import Protocol

from chatapp.controllers.validation import InvalidForm, validate
from chatapp.language import ngettext
from chatapp.models.entities import SignInForm
from chatapp.models.outbox.waiting_words import WaitingWords


class WaitingView(Protocol):
    """The sign-in, as far as this is concerned."""

    @property
    def is_trying(self) -> bool:
        """Whether it goes on by itself."""

    @property
    def says_something(self) -> bool:
        """Whether something else is said already."""

    def form(self) -> SignInForm:
        """Give what stands in it."""

    def show_notice(self, words: str) -> None:
        """Print a sentence that is no problem as a banner."""


class WaitingWordsNotice:
    """A window signs in by itself only where it was told to; else it says this."""

    def __init__(self, view: WaitingView, waiting: WaitingWords) -> None:
        self._view = view
        self._waiting = waiting

    def look(self, form: SignInForm) -> None:
        """Say it if something waits for what stands in the form."""
        try:
            request = validate(form)
        except InvalidForm:
            return
        tell = partial(self._tell, _whose(form))
        self._waiting.count(request.host, request.port, request.username, tell)

    def _tell(self, whose: tuple[str, ...], count: int) -> None:
        is_same = _whose(self._view.form()) == whose
        if (
            count
            and is_same
            and not self._view.is_trying
            and not self._view.says_something
        ):
            words = ngettext(
                "A message that you wrote waits to be sent. Sign in to send it.",
                "{count} messages that you wrote wait to be sent. Sign in for that.",
                count,
            )
            self._view.show_notice(words.format(count=count))


def _whose(form: SignInForm) -> tuple[str, ...]:
    return form.address, form.port, form.username
