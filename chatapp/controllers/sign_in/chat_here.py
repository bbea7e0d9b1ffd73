"""Starts a chat on this computer from the sign-in, or finds the one that runs."""

from collections.abc import Callable, Mapping
from typing import Protocol

from chatapp.controllers.hosting.host_wording import ALREADY_HOSTED
from chatapp.controllers.validation import validate_username
from chatapp.language import gettext as _
from chatapp.models.entities import Field, SignInForm
from chatapp.models.hosting.hosting import Hosting
from chatapp.wire.this_computer import LOOPBACK


class ChatHereView(Protocol):
    """The sign-in window, as far as this is concerned."""

    def show_form(self, form: SignInForm, focus: Field) -> None:
        """Fill the fields and put the cursor into one."""

    def form(self) -> SignInForm:
        """Return what stands in the fields."""

    def show_problems(self, problems: Mapping[Field | None, str]) -> None:
        """Print each sentence at its field; without a field, as a banner."""

    def show_notice(self, words: str) -> None:
        """Print a sentence that is no problem as a banner."""

    def show_progress(self, text: str | None) -> None:
        """Say what is under way and offer Cancel; None when nothing is."""


class ChatHere:
    """Leads to the chat that this computer hosts, which ends if one gives it up."""

    def __init__(
        self,
        view: ChatHereView,
        hosting: Hosting,
        come_home: Callable[[int, str], None],
    ) -> None:
        """Stand ready; `come_home` signs in there: at which port, and as whom."""
        self._view = view
        self._hosting = hosting
        self._come_home = come_home
        self._is_under_way = False

    def start(self, *, as_before: bool) -> None:
        """Start it and sign in; one that runs takes one `as_before`."""
        problems: dict[Field | None, str] = {}
        username = validate_username(self._view.form().username, problems)
        if problems:
            self._view.show_problems(problems)
            return
        started = self._hosting.started
        if started and self._hosting.serves:
            form = SignInForm(LOOPBACK, str(started.port), username)
            self._view.show_form(form, Field.USERNAME)
            self._view.show_notice(ALREADY_HOSTED)
            return
        self._is_under_way = True
        self._view.show_problems({})
        self._view.show_progress(_("Starting a chat on this computer…"))
        self._hosting.start(
            username,
            on_ready=lambda port: self._come_home(port, username),
            on_running=lambda it: self._come_home(
                it.port, (as_before and it.username) or username
            ),
            on_failed=self._failed,
        )

    def leave_it(self) -> None:
        """Let it go on from now on, whatever becomes of the sign-in."""
        self._is_under_way = False

    def give_up(self) -> None:
        """End it, if it was started for a sign-in that is given up."""
        if self._is_under_way:
            self._hosting.stop()
            self._is_under_way = False

    def _failed(self, sentence: str) -> None:
        self._view.show_progress(None)
        self._view.show_problems({None: sentence})
