"""Finds out why a connection fails, and shows it while it is found."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from chatapp.controllers.validation import InvalidForm, validate
from chatapp.language import gettext as _
from chatapp.models.connection.encryption import ANY, Demand
from chatapp.models.doctor.doctor import Doctor
from chatapp.models.doctor.progress import Progress
from chatapp.models.entities import Connectedness, Field, SignInForm
from chatapp.models.events import (
    ConnectionChanged,
    Problem,
    SignedIn,
    SignInFailed,
)
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import KeptOpened
from chatapp.wire.findings import Finding, Verdict, render_report

TITLE = _("Why it does not connect")
BEGINNING = _("Looking at this computer, the way and the server…")
NOTHING_WRONG = _("Nothing is wrong here now. Try again.")
_NOT_OF_THE_CONNECTION = frozenset(
    {
        Problem.NICK_TAKEN,
        Problem.NICK_OWNED,
        Problem.NICK_REFUSED,
        Problem.PASSWORD_NEEDED,
        Problem.PASSWORD_WRONG,
        Problem.INVITATION_NEEDED,
        Problem.INVITATION_REFUSED,
        Problem.REFUSED,
    }
)


class FindingsView(Protocol):
    """A card that shows findings."""

    on_copy: Callable[[], None]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, in this order."""

    def show_progress(self, text: str) -> None:
        """Say how far it is, or what it comes to."""


class FindingsWindow(Protocol):
    """Where the card stands."""

    def new_findings(self, title: str) -> FindingsView:
        """Open an empty card for findings."""


class SignInView(Protocol):
    """The sign-in window, as far as the doctor is concerned."""

    on_find_out: Callable[[], None]

    def form(self) -> SignInForm:
        """Return what stands in the fields."""

    def show_find_out(self, visible: bool) -> None:
        """Offer to find out why it fails, or do not."""

    def show_problems(self, problems: "dict[Field | None, str]") -> None:
        """Print each sentence at its field."""


class DoctorController:
    """Opens a card for each examination, and fills it as the findings come."""

    def __init__(
        self,
        window: FindingsWindow,
        doctor: Doctor,
        clock: Callable[[], datetime],
        copy: Callable[[str], None],
    ) -> None:
        self._window = window
        self._doctor = doctor
        self._clock = clock
        self._copy = copy

    def examine(self, host: str, port: int, demand: Demand = ANY) -> None:
        """Find out how it stands with a server."""
        view = self._window.new_findings(TITLE)
        view.show_progress(BEGINNING)
        place = _("{host} port {port}").format(host=host, port=port)
        self._doctor.examine(host, port, demand, partial(self._show, view, place))

    def _show(self, view: FindingsView, place: str, progress: Progress) -> None:
        findings = progress.findings
        view.show_findings(findings)
        view.show_progress(_sum_up(progress))
        view.on_copy = lambda: self._copy(self._report(place, findings))

    def _report(self, place: str, findings: Sequence[Finding]) -> str:
        when = self._clock().strftime("%Y-%m-%d %H:%M UTC")
        return _("chatapp doctor, {place}, {when}\n{render_report}\n").format(
            place=place, when=when, render_report=render_report(findings)
        )


class SignInDoctor:
    """Offers the doctor in the sign-in window, where a connection has failed."""

    def __init__(
        self, view: SignInView, doctor: DoctorController, bus: EventBus
    ) -> None:
        self._view = view
        self._doctor = doctor
        view.on_find_out = self.find_out
        self._is_over = False
        bus.subscribe(SignInFailed, self._failed)
        for event in (SignedIn, KeptOpened):
            bus.subscribe(event, lambda _event: self._came_in())
        bus.subscribe(ConnectionChanged, self._connection_changed)

    def find_out(self) -> None:
        """Examine what stands in the fields."""
        try:
            request = validate(self._view.form())
        except InvalidForm as error:
            self._view.show_problems(dict(error.problems))
            return
        self._doctor.examine(request.host, request.port, request.demand)

    def _failed(self, event: SignInFailed) -> None:
        if event.problem not in _NOT_OF_THE_CONNECTION:
            self._view.show_find_out(True)

    def _came_in(self) -> None:
        """Leave the sign-in window alone from now on: it closes."""
        self._is_over = True

    def _connection_changed(self, event: ConnectionChanged) -> None:
        if event.state is Connectedness.CONNECTING and not self._is_over:
            self._view.show_find_out(False)


def _sum_up(progress: Progress) -> str:
    if not progress.is_over:
        return _("{done} of {all} checks are done…").format(
            done=progress.done, all=progress.all
        )
    wrong = sum(it.verdict is Verdict.FAIL for it in progress.findings)
    doubtful = sum(it.verdict is Verdict.WARN for it in progress.findings)
    if wrong:
        return (
            _("One thing is wrong.")
            if wrong == 1
            else _("{wrong} things are wrong.").format(wrong=wrong)
        )
    if doubtful:
        return _("Nothing is broken, but something may be in the way.")
    return NOTHING_WRONG
