"""What a server in the window asks of the program that it is in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from chatapp.controllers.finding.searched_servers import SearchedServer
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.models.entities import MenuPart
from chatapp.models.events import Problem

if TYPE_CHECKING:
    from chatapp.workspace import Workspace


class Owner(Protocol):
    """The program, as far as one of its servers is concerned."""

    def close(self, farewell: str = "") -> None:
        """Leave all servers with these words, and end."""

    def ask_to_close(self, farewell: str = "") -> None:
        """The same, after asking where that ends the chat for others."""

    def signed_in(self, workspace: "Workspace") -> None:
        """Take in that one is on this server now."""

    def removed(
        self, workspace: "Workspace", reason: str, problem: Problem | None
    ) -> None:
        """Take in that one is on this server no more."""

    def menu(self, workspace: "Workspace") -> Sequence[MenuPart]:
        """List what can be done about servers, from the page of one of them."""

    def bring_up(self, workspace: "Workspace") -> None:
        """Show this server, in front of all other windows."""

    def others(self, workspace: "Workspace") -> Sequence[ServerDoor]:
        """List the other servers one is on."""

    def searched(self, workspace: "Workspace") -> Sequence[SearchedServer]:
        """List the other servers that a search everywhere covers."""

    def open_link(self, link: str) -> str:
        """Go where a link to a chat leads, or say why that cannot be."""

    def sign_out(self, workspace: "Workspace") -> None:
        """Leave this server, and have it in the window no more."""

    def go_back(self, workspace: "Workspace") -> None:
        """Do without this server, where one does not want to sign in after all."""
