"""Why the last sign-in failed, said for as long as the form is as it was then."""

from collections.abc import Mapping
from typing import Protocol

from chatapp.controllers.sign_in.account_wording import NEEDS_TLS
from chatapp.controllers.sign_in.fitting_name import name_that_fits
from chatapp.controllers.sign_in.problems import ASK_PASSWORD, FIELD_OF_PROBLEM
from chatapp.controllers.sign_in.sign_in_wording import TRY_NAME, describe
from chatapp.controllers.validation import SignInRequest
from chatapp.models.entities import Field
from chatapp.models.events import Problem, SignInFailed


class FailureView(Protocol):
    """The sign-in page, as far as this is concerned."""

    def show_problems(self, problems: Mapping[Field | None, str]) -> None:
        """Print each sentence at its field; without a field, as a banner."""

    def show_password(self, visible: bool) -> None:
        """Show or hide the password field."""


class SignInFailure:
    """Speaks of all that was filled in, so any change of that takes it back."""

    def __init__(self, view: FailureView) -> None:
        self._view = view
        self._told: Mapping[Field | None, str] = {}

    def forget(self) -> None:
        """Know of none, as another sign-in begins."""
        self._told = {}
        self._view.show_problems({})

    def note(self, problem: Problem | None, sentence: str) -> None:
        """Keep why it failed, to be shown once nothing goes on any more."""
        self._told = {FIELD_OF_PROBLEM.get(problem) if problem else None: sentence}

    def show(self, problem: Problem | None = None) -> None:
        """Say why it failed, if it did; a problem may ask for a password."""
        if problem in ASK_PASSWORD:
            self._view.show_password(visible=True)
        self._view.show_problems(self._told)

    def form_changed(self) -> None:
        """Take back what was said of the form as it was."""
        if self._told:
            self.forget()


def sentence_of(event: SignInFailed, request: SignInRequest, account: str) -> str:
    """Say why a sign-in failed, and what to do about it.

    Args:
        event: how it failed.
        request: what was asked for.
        account: what was to be proved; "" for nothing.
    """
    host, port, nick = request.host, request.port, request.username
    if event.problem is Problem.NO_TLS and account:
        return NEEDS_TLS.format(host=host, port=port, account=account)
    if event.problem is Problem.NICK_REFUSED:
        other = name_that_fits(nick, event.detail)
        if other:
            return TRY_NAME.format(nick=nick, other=other, detail=event.detail)
    return describe(event.problem, host, port, nick, event.detail)
