"""Builds a client without a window, and joins its parts; it needs no Tk."""

import logging
import random
import secrets
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from chatapp.console import print_line
from chatapp.controllers.scripts.headless import HeadlessController
from chatapp.controllers.sign_in.again import SignInAgain
from chatapp.models.accounts.accounts import BorrowedAccounts, NoAccounts
from chatapp.models.accounts.credentials import Credentials
from chatapp.models.accounts.keyring_vault import open_keyring
from chatapp.models.connection.connection import Connection
from chatapp.models.connection.means import Means
from chatapp.models.events import FrameEnded
from chatapp.models.network import Network
from chatapp.models.program.ending import Ending
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.folders import data_folder
from chatapp.models.program.mailbox import Mailbox
from chatapp.models.program.main_loop import MainLoop
from chatapp.models.program.worker import Worker
from chatapp.models.servers.acquaintances import Acquaintances, NoAcquaintances
from chatapp.models.servers.transport_policies import TransportPolicies
from chatapp.models.settings.headless_settings import (
    HeadlessSettings,
    WrongSettings,
    read_settings,
)
from chatapp.models.storage.store import Store
from chatapp.wire.formatting import printable

DATABASE = "chatapp.db"
EXIT_WRONG_SETTINGS = 78
FOLDER = "headless"
SECONDS_TO_SAY_GOODBYE = 1.0


class Client:
    """A client without a window: its main loop, its network, and how it ends."""

    def __init__(
        self,
        folder: Path,
        policies: TransportPolicies,
        certificate: Path | None = None,
        servers: Acquaintances | None = None,
        *,
        borrows_accounts: bool = False,
    ) -> None:
        """Build it.

        Args:
            folder: keeps what was said.
            policies: which servers want TLS only.
            certificate: one's own, for servers that ask for one.
            servers: those that one knows, if not all of them are to be verified.
            borrows_accounts: whether it proves the accounts that the window keeps.
        """
        self.loop = MainLoop()
        self.mailbox = Mailbox(self.loop, self.loop)
        self.bus = EventBus(self.mailbox.request_frame)
        self.mailbox.after_frame(lambda: self.bus.publish(FrameEnded()))
        self._store = Store(folder / DATABASE, self.mailbox.post)
        self._exit_code: int | None = None
        self._ending = Ending(self.mailbox, self._close)
        self.network = Network(
            self.bus,
            Means(
                partial(Connection, certificate=certificate),
                self.mailbox.post,
                self.loop,
                spread(),
                now,
                new_id=lambda: secrets.token_urlsafe(12),
                servers=servers or NoAcquaintances(),
                accounts=self._borrow_accounts() if borrows_accounts else NoAccounts(),
                work=Worker("chatapp-proofs", self.mailbox.post).do,
                policies=policies,
            ),
            self._store,
        )

    def run(self, begin: Callable[[], None]) -> int:
        """Begin, go on until it is to end, leave the server; return the exit code."""
        self._ending.listen_to_signals()
        self.mailbox.post(begin)
        self.loop.run()
        self.network.wait_until_ended(SECONDS_TO_SAY_GOODBYE)
        self._store.wait_until_ended(SECONDS_TO_SAY_GOODBYE)
        return self._ending.exit_code if self._exit_code is None else self._exit_code

    def _borrow_accounts(self) -> BorrowedAccounts:
        keys = Worker("chatapp-accounts", self.mailbox.post)
        return BorrowedAccounts(Credentials(keys.do, open_keyring))

    def say(self, line: str) -> None:
        """Print a line; who reads no more of them ends it."""
        if not print_line(line):
            self.end(0)

    def complain(self, sentence: str) -> None:
        """Tell whoever reads the errors that something is not as it should be."""
        self.tell(sentence)

    def tell(self, sentence: str) -> None:
        """Tell whoever reads the errors how it goes; the output is kept for words."""
        told = f"chatapp: {printable(sentence)}"
        print(told, file=sys.stderr, flush=True)  # noqa: T201 - told

    def end(self, code: int) -> None:
        """End with this exit code."""
        self._exit_code = code
        self._close()

    def _close(self) -> None:
        self.network.let_go()
        self.network.sign_out()
        self._store.close()
        self.mailbox.close()
        self.loop.stop()


def now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


def spread() -> random.Random:
    """Give what spreads reconnections."""
    return random.Random()  # noqa: S311 - no secret is made with it


def stay(path: Path, environment: Mapping[str, str]) -> int:
    """Stay at the server that a file names until a signal; return the exit code."""
    logging.basicConfig(level=logging.WARNING)
    try:
        settings = read_settings(path)
    except WrongSettings as error:
        print(f"chatapp: {error}", file=sys.stderr)  # noqa: T201 - told
        return EXIT_WRONG_SETTINGS
    return _stay(settings, settings.state or data_folder(environment) / FOLDER)


def _stay(settings: HeadlessSettings, folder: Path) -> int:
    policies = TransportPolicies.load(now, folder, keeps_here=True)
    client = Client(folder, policies, settings.certificate)
    again = SignInAgain(client.loop, spread())
    controller = HeadlessController(settings, client.network, client.bus, again, client)
    return client.run(controller.begin)
