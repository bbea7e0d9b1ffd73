"""Finds which servers a search everywhere covers besides the one looked at."""

from collections.abc import Callable, Sequence

from chatapp.controllers.finding.searched_servers import (
    SearchedServer,
    elsewhere,
    kept_server,
    server_in_window,
)
from chatapp.models.entities import ChatMessage
from chatapp.models.servers.saved_servers import SavedServer
from chatapp.parts.shared import SharedParts, now
from chatapp.workspace import Workspace


class SearchedParts:
    """Those in the window, and what is kept of those that are saved."""

    def __init__(
        self,
        shared: SharedParts,
        workspaces: Sequence[Workspace],
        resume: Callable[[SavedServer], Workspace],
    ) -> None:
        """Join them with what is in the window; `resume` signs in where one was."""
        self._shared = shared
        self._workspaces = workspaces
        self._resume = resume

    def beside(self, workspace: Workspace) -> Sequence[SearchedServer]:
        """List them, those first that are in the window."""
        on = [it for it in self._workspaces if it.is_signed_in]
        here = [
            server_in_window(it.network, now, it.lead_to)
            for it in on
            if it is not workspace
        ]
        places = [(it.network.host, it.network.port) for it in on]
        return [*here, *map(self._kept, elsewhere(self._shared.saved.all(), places))]

    def _kept(self, server: SavedServer) -> SearchedServer:
        def lead_to(line: ChatMessage) -> None:
            """Sign in there, or wait with it until one has."""
            known = (it for it in self._workspaces if it.saved_key == server.key)
            (next(known, None) or self._resume(server)).lead_to(line)

        return kept_server(server, self._shared.store, now, lead_to)
