"""What leads out of one chat: to other servers, and to the end of the program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatapp.controllers.finding.searched_servers import SearchedServer
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.models.connection.whereabouts import Place
from chatapp.wire.fingerprints import Fingerprint


@dataclass(frozen=True, slots=True)
class WaysOut:
    """Ways out of one chat, and whether it is the one to be seen.

    Args:
        is_shown: whether its page is on the screen.
        close: ends the program with a farewell.
        ask_to_close: the same, after asking where that ends the chat for others.
        stop_hosting: ends the chat that this computer hosts.
        others: the other servers one is on.
        searched: the other servers that a search everywhere covers.
        compare: asks whether who has this certificate, at a place, is the server.
        open_link: goes where a link to a chat leads, or says why that cannot be.
    """

    is_shown: Callable[[], bool]
    close: Callable[[str], None]
    ask_to_close: Callable[[str], None]
    stop_hosting: Callable[[], None]
    others: Callable[[], Sequence[ServerDoor]]
    searched: Callable[[], Sequence[SearchedServer]]
    compare: Callable[[Place, Fingerprint], None]
    open_link: Callable[[str], str]
