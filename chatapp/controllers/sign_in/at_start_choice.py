"""Asks at the sign-in whether the program's next starts do without it."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.sign_in.standing_requests import StandingRequests
from chatapp.controllers.validation import InvalidForm, validate
from chatapp.models.entities import SignInForm


class AtStartView(Protocol):
    """The sign-in page, as far as this is concerned."""

    on_at_start: Callable[[bool], None]

    def form(self) -> SignInForm:
        """Give what stands in the fields."""

    def show_at_start(self, is_on: bool | None) -> None:
        """Have the box ticked, or not; None has no box."""


class AtStartChoice:
    """Has a box to tick, which shows what is kept of the server in the fields.

    Who signs in for the first time of all is not asked that as well.
    """

    def __init__(self, view: AtStartView, standing: StandingRequests) -> None:
        self._view = view
        self._standing = standing
        view.on_at_start = self._choose

    def look(self) -> None:
        """Show what holds for the server in the fields, unless somebody has chosen."""
        if self._standing.is_very_first:
            self._view.show_at_start(None)
            return
        try:
            request = validate(self._view.form())
        except InvalidForm:
            request = None
        self._view.show_at_start(self._standing.is_at_start(request))

    def _choose(self, is_on: bool) -> None:
        self._standing.chosen_at_start = is_on
        self._view.show_at_start(is_on)
