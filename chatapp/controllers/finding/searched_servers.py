"""A server as a search everywhere covers it: one in the window, or what is kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from chatapp.controllers.finding.search_words import SearchWords
from chatapp.models.entities import ChatMessage, Search
from chatapp.models.finding.kept_search import KeptSearch
from chatapp.models.finding.searching import Finding, OnPage
from chatapp.models.network import Network
from chatapp.models.servers.saved_servers import SavedServer
from chatapp.models.storage.jobs import Jobs

LeadTo = Callable[[ChatMessage], object]


@dataclass(frozen=True, slots=True)
class SearchedServer:
    """What is asked, and where a click leads.

    Args:
        name: marks what was found there.
        address: marks it where another server has the same name.
        words: reads what is searched by, as that server has it.
        find: begins a search.
        ignores: whether one wants to hear nothing of somebody there.
        go_to: leads to a message there.
    """

    name: str
    address: str
    words: SearchWords
    find: Callable[[Search, OnPage], Finding]
    ignores: Callable[[str], bool]
    go_to: LeadTo


@dataclass(frozen=True, slots=True)
class _Unentered:
    """A server one is not on, as far as filters name it."""

    nick: str

    def room(self, name: str) -> object | None:
        """Take a name for a room's as people mean it: most are channels."""
        return None if name.startswith("#@") else name


def elsewhere(
    saved: Iterable[SavedServer], places: Iterable[tuple[str, int]]
) -> Sequence[SavedServer]:
    """List the saved servers that are at none of these places.

    Where one is under another name now, what that name was told is not searched.
    """
    known = {(host.lower(), port) for host, port in places}
    return [it for it in saved if (it.host.lower(), it.port) not in known]


def server_in_window(
    network: Network, now: Callable[[], datetime], go_to: LeadTo
) -> SearchedServer:
    """Search a server that one has signed in to, whether it answers now or not."""
    return SearchedServer(
        network.name,
        f"{network.host}:{network.port}",
        SearchWords(network, now),
        network.searching.find,
        network.ignoring.ignores,
        go_to,
    )


def kept_server(
    server: SavedServer, jobs: Jobs, now: Callable[[], datetime], go_to: LeadTo
) -> SearchedServer:
    """Search what is kept of a server that one is not on."""
    return SearchedServer(
        server.host,
        f"{server.host}:{server.port}",
        SearchWords(_Unentered(server.username), now),
        KeptSearch(jobs, server.host, server.port, server.username).find,
        lambda _nick: False,
        go_to,
    )
