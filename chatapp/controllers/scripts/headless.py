"""Keeps a client without a window at its server, and tells what is in the way."""

from typing import Protocol

from chatapp.controllers.scripts.script_wording import SIGNED_IN
from chatapp.controllers.sign_in.again import SignInAgain
from chatapp.controllers.sign_in.sign_in_wording import (
    describe,
    only_a_guest,
    secret_kept_back,
)
from chatapp.models.events import Removed, SignedIn, SignInFailed
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.settings.headless_settings import HeadlessSettings

EXIT_REMOVED = 1


class Terminal(Protocol):
    """What a program without a window can tell, and how it ends."""

    def tell(self, sentence: str) -> None:
        """Tell a person or a log how it goes."""

    def complain(self, sentence: str) -> None:
        """Tell a person or a log that something is not as it should be."""

    def end(self, code: int) -> None:
        """End the program with this exit code."""


class HeadlessController:
    """Signs in, and goes on trying until the program is told to end."""

    def __init__(
        self,
        settings: HeadlessSettings,
        network: Network,
        bus: EventBus,
        again: SignInAgain,
        terminal: Terminal,
    ) -> None:
        self._settings = settings
        self._network = network
        self._again = again
        self._terminal = terminal
        self._told = ""
        again.on_try = self.begin
        bus.subscribe(SignedIn, self._signed_in)
        bus.subscribe(SignInFailed, self._failed)
        bus.subscribe(Removed, self._removed)

    def begin(self) -> None:
        """Go to the server."""
        it = self._settings
        self._network.connect(
            it.host,
            it.port,
            it.nick,
            it.password,
            demand=it.demand,
            account=it.account,
            real_name=it.real_name,
        )

    def _signed_in(self, event: SignedIn) -> None:
        network = self._network
        self._again.stop()
        self._told = ""
        self._terminal.tell(
            SIGNED_IN.format(nick=event.nick, host=network.host, port=network.port)
        )
        own_name, account = network.own_name, self._settings.account
        if own_name.failure:
            failed = own_name.failure
            self._complain(only_a_guest(failed.account, failed.problem, event.nick))
        elif account and not own_name.account:
            self._complain(secret_kept_back(account.name, event.nick))

    def _failed(self, event: SignInFailed) -> None:
        it = self._settings
        self._complain(describe(event.problem, it.host, it.port, it.nick, event.detail))
        self._again.wait(_tell_nobody)

    def _removed(self, event: Removed) -> None:
        self._terminal.complain(event.reason)
        self._terminal.end(EXIT_REMOVED)

    def _complain(self, sentence: str) -> None:
        """Tell it once, however often it happens in a row."""
        if sentence != self._told:
            self._told = sentence
            self._terminal.complain(sentence)


def _tell_nobody(_seconds_left: int) -> None:
    """Have nobody to count down for."""
