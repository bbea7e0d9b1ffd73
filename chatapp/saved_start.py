"""Joins saved servers when the program starts, in the order in which they stand."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from chatapp.controllers.servers.at_start import is_of
from chatapp.controllers.servers.servers import ServersController
from chatapp.models.servers.saved_servers import SavedServer, SavedServers
from chatapp.models.settings.settings import Settings
from chatapp.workspace import Workspace

if TYPE_CHECKING:
    from chatapp.models.servers.saved_servers import Key


class SavedStart:
    """Has a workspace for each saved server that is to be joined."""

    def __init__(
        self,
        saved: SavedServers,
        settings: Settings,
        servers: ServersController,
        workspaces: Sequence[Workspace],
        new_workspace: Callable[[], Workspace],
    ) -> None:
        """Join nothing yet.

        Args:
            saved: the servers one was on.
            settings: tell where one signed in last.
            servers: show them.
            workspaces: those that there are now.
            new_workspace: makes one more of them.
        """
        self._saved = saved
        self._settings = settings
        self._servers = servers
        self._workspaces = workspaces
        self._new_workspace = new_workspace
        self._has_joined = False
        self.first: Workspace | None = None
        """Where one signed in last, which is to be seen first."""

    def begin_with(self, wanted: Sequence[SavedServer]) -> None:
        """Sign in to these servers.

        What goes wrong is said on the page of its server, with the form to mend it.
        """
        self._has_joined = True
        last = self._settings.last_sign_in
        first = next((it for it in wanted if is_of(last, it)), wanted[0])
        places = {server.key: self.resume(server) for server in wanted}
        self.first = places[first.key]
        self.first.standing.is_first = True

    def join_others(self) -> None:
        """Join the other servers that are wanted at the start, in the background."""
        if self._has_joined:
            return
        self._has_joined = True
        saved = self._saved.all()
        here = {it.saved_key for it in self._workspaces}
        for server in saved:
            if server.at_start and server.key not in here:
                self.resume(server)
        places: dict[Key | None, int] = {
            server.key: place for place, server in enumerate(saved)
        }
        self._servers.arrange(
            {it.key: places.get(it.saved_key, len(saved)) for it in self._workspaces}
        )

    def resume(self, server: SavedServer) -> Workspace:
        """Sign in where one was before, in the background."""
        workspace = self._new_workspace()
        workspace.resume(server)
        return workspace

    def save_order(self) -> None:
        """Keep the order in which they stand now."""
        keys = {it.key: it.saved_key for it in self._workspaces}
        ordered = [keys[place.key] for place in self._servers.places]
        self._saved.arrange([key for key in ordered if key])
