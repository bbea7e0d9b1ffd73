"""A client without a window: the real models with real sockets and a real disk."""

import random
import secrets
from collections.abc import Callable
from pathlib import Path

from chatapp.models.accounts.credentials import Credentials
from chatapp.models.connection.connection import Connection
from chatapp.models.connection.means import Means
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.mailbox import Mailbox
from chatapp.models.program.worker import Worker
from chatapp.models.storage.store import Store
from tests.support.main_loop import MainLoop
from tests.support.talker import Talker

ACCOUNTS = "accounts"
ENDING_SECONDS = 30.0


def database_of(folder: Path, nick: str) -> Path:
    """Name the database of a client; no other client has anything in its folder."""
    return folder / nick / "chatapp.db"


class HeadlessClient(Talker):
    """One person in the lobby of a real server."""

    def __init__(self, loop: MainLoop, folder: Path, port: int, nick: str) -> None:
        """Begin to sign in on this machine; what is to last is kept in the folder.

        It lies in a folder of the client's own there, as it does on one's computer: a
        window's lock lies beside its database, and who looks at one holds it meanwhile.
        """
        self._mailbox = Mailbox(loop, loop)
        self._store = Store(database_of(folder, nick), self._mailbox.post)
        bus = EventBus(self._mailbox.request_frame)
        network = Network(
            bus,
            Means(
                Connection,
                self._mailbox.post,
                loop,
                random.Random(nick),
                loop.now,
                lambda: secrets.token_urlsafe(9),
                accounts=Credentials(
                    Worker(f"accounts of {nick}", self._mailbox.post).do,
                    lambda: None,
                    folder / nick / ACCOUNTS,
                ),
            ),
            self._store,
        )
        super().__init__(nick, port, network, bus, loop)

    def post(self, callback: Callable[[], None]) -> None:
        """Have something done on the main loop; may be called from any thread."""
        self._mailbox.post(callback)

    def close(self) -> None:
        """Leave, and end what runs in the background."""
        self.network.sign_out()
        self._store.close()
        self.network.wait_until_ended(ENDING_SECONDS)
        self._store.wait_until_ended(ENDING_SECONDS)
        self._mailbox.close()
