"""Says at the sign-in that one's own chat goes on on this computer, and chooses it."""

from typing import Protocol

from chatapp.language import gettext as _
from chatapp.models.entities import Field, SignInForm
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.running_server import Started
from chatapp.wire.this_computer import LOOPBACK

STILL_RUNNING = _(
    "Your chat is still running on this computer. Press Sign in to be in it again."
)


class OwnChatView(Protocol):
    """The sign-in, as far as this is concerned."""

    @property
    def is_trying(self) -> bool:
        """Whether it goes on by itself."""

    def form(self) -> SignInForm:
        """Give what stands in it."""

    def show_form(self, form: SignInForm, focus: Field) -> None:
        """Fill the fields and put the cursor into one."""

    def show_notice(self, words: str) -> None:
        """Print a sentence that is no problem as a banner."""


class OwnChatNotice:
    """A chat that was to go on without its window waits for whoever hosts it."""

    def __init__(self, view: OwnChatView, hosting: Hosting) -> None:
        self._view = view
        self._hosting = hosting

    def look(self) -> None:
        """Look for it; who types something meanwhile goes elsewhere."""
        before = self._view.form()

        def found(started: Started) -> None:
            if self._view.is_trying or self._view.form() != before:
                return
            username = started.username or before.username
            form = SignInForm(LOOPBACK, str(started.port), username)
            self._view.show_notice(STILL_RUNNING)
            self._view.show_form(form, Field.USERNAME)  # where Enter signs in

        self._hosting.look(found)
