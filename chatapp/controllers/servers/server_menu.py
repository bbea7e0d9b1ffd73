"""What can be done about a server one is on, as its menu offers it."""

from collections.abc import Callable, Sequence
from functools import partial

from chatapp.controllers.servers import server_wording as wording
from chatapp.controllers.sign_in.account_wording import ACCOUNT
from chatapp.models.entities import MenuEntry, MenuPart
from chatapp.models.servers.saved_servers import SavedServer, SavedServers


class ServerMenu:
    """Offers what fits: a server that is not saved cannot be joined at the start."""

    def __init__(self, saved: SavedServers) -> None:
        self._saved = saved

    def offer(
        self,
        server: SavedServer | None,
        change_account: Callable[[], None],
        words: str,
        leave: Callable[[], None],
    ) -> Sequence[MenuPart]:
        """List it for a server, which is None where it is not saved.

        `leave` is called `words`.
        """
        about = [MenuEntry(ACCOUNT, change_account)]
        known = self._saved.find(*server.key) if server else None
        if known:
            change = partial(
                self._saved.join_at_start, *known.key, at_start=not known.at_start
            )
            about.append(MenuEntry(wording.AT_START, change, known.at_start))
        return (about, [MenuEntry(words, leave)])
