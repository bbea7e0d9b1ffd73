"""Builds the program: its window, the servers one is on, and what they share."""

import itertools
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from chatapp.controllers.finding.searched_servers import SearchedServer
from chatapp.controllers.keeping import Loss, lost_trust
from chatapp.controllers.servers import server_wording as wording
from chatapp.controllers.servers.chat_links import ChatLinks
from chatapp.controllers.servers.closing import ClosingController
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.controllers.servers.server_menu import ServerMenu
from chatapp.controllers.servers.servers import ServersController
from chatapp.controllers.sign_in.first_form import form_for_another, initial_form
from chatapp.controllers.theme import ThemeController
from chatapp.models.entities import MenuEntry, MenuPart, SignInForm
from chatapp.models.events import Problem
from chatapp.models.network import Network
from chatapp.models.servers.saved_servers import SavedServer, SavedServers
from chatapp.models.settings.settings import Settings
from chatapp.parts.keys import window_keys
from chatapp.parts.searched import SearchedParts
from chatapp.parts.shared import SharedParts
from chatapp.parts.sign_in import SignInParts
from chatapp.saved_start import SavedStart
from chatapp.views.windows.main_window import MainWindow
from chatapp.workspace import Workspace

APP_TITLE = "chatapp"
SECONDS_TO_SAY_GOODBYE = 1.0
SECONDS_WITHOUT_WINDOW = 0.3
"""A start that goes straight to the chat waits so long for the first sign-in."""


class ChatApp:
    """The program: one window, and a workspace for each server one is on."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        saved: SavedServers,
        theme: ThemeController,
        hosting_port: int,
        hosts_quietly: bool,
    ) -> None:
        self.window = window
        self._shared = SharedParts(
            window,
            settings,
            saved,
            theme,
            hosting_port,
            hosts_quietly,
            self._database_is_damaged,
        )
        self.mailbox = self._shared.mailbox
        self._losses = self._shared.losses()
        self._workspaces: list[Workspace] = []
        self._numbers = itertools.count(1)
        self._gone: list[Network] = []
        self._servers = ServersController()
        self.saved_start = SavedStart(
            saved, settings, self._servers, self._workspaces, self._new_workspace
        )
        self._links = ChatLinks(
            lambda: [it.door() for it in self._workspaces], self.add_server
        )
        self._searched = SearchedParts(
            self._shared, self._workspaces, self.saved_start.resume
        )
        self._entries = ServerMenu(saved)
        self._hear()
        window.keys = window_keys(window, theme, self._servers, window.on_settings)
        theme.show_on(window)

    def _hear(self) -> None:
        """Hear of what is done in the strip of servers, and with the window."""
        self._servers.on_add = self.add_server
        self._servers.on_menu = self._menu
        self._servers.on_order = self.saved_start.save_order
        self.mailbox.after_frame(self._draw)
        window = self.window
        window.on_close = self.ask_to_close
        window.task_bar.on_focus = self._looked_at
        window.task_bar.on_blur = self._looked_away
        window.on_settings = self._shared.settings_card.open

    # -- servers -------------------------------------------------------------------

    def open_sign_in(
        self, form: SignInForm, reason: str = "", problem: Problem | None = None
    ) -> SignInParts:
        """Open the sign-in window, as long as one is on no server."""
        workspace = self._new_workspace()
        workspace.open_sign_in()
        self.window.show_title(APP_TITLE)
        workspace.standing.is_first = True
        words = reason or lost_trust(self._losses)
        workspace.signing_in.begin(form, words, problem)
        return workspace.signing_in

    def begin_with(self, servers: Sequence[SavedServer]) -> None:
        """Be at saved servers at once; who does not answer soon has a page for that."""
        self.saved_start.begin_with(servers)
        self.window.call_later(SECONDS_WITHOUT_WINDOW, self._open_chat)

    def _open_chat(self, workspace: Workspace | None = None) -> None:
        """Open the chat window, unless it is there, with the page of one server.

        That is where one signed in last, also where another one answers sooner.
        """
        first = self.saved_start.first
        shown = first if first in self._workspaces else workspace
        if shown and self._servers.shown is None:
            self._servers.begin(self.window.open_frame().strip)
            self._servers.show(shown)

    def add_server(self, address: str = "") -> None:
        """Sign in to one more server, on a page in the chat window."""
        asking = next((it for it in self._workspaces if it.is_asking), None)
        workspace = asking or self._new_workspace()
        workspace.standing.joins_at_start = True
        if address or not asking:
            workspace.signing_in.begin(form_for_another(self._shared.settings, address))
        workspace.signing_in.stage.show_way_back(visible=True)
        self._servers.show(workspace)

    def go_back(self, workspace: Workspace) -> None:
        """Do without this server, where one does not want to sign in after all."""
        self.sign_out(workspace)

    def sign_out(self, workspace: Workspace) -> None:
        """Leave a server, and have it in the window no more, nor at the next start."""
        server = workspace.standing.server
        if server:
            self._shared.saved.forget(*server.key)
        if self._servers.has_several:
            self._forget(workspace)
        else:
            self._leave_the_last(workspace)

    def signed_in(self, workspace: Workspace) -> None:
        """Show the chat window, if that is the first server; else where one waits."""
        if self._servers.shown is None:
            self._open_chat(workspace)
            self.saved_start.join_others()
        elif self._servers.shown is workspace:
            workspace.show()
        self._tell_of_losses()

    def removed(
        self, workspace: Workspace, reason: str, problem: Problem | None
    ) -> None:
        """Be at its sign-in again, and say why."""
        if self._servers.has_several:
            workspace.begin_again(reason, problem)
            if self._servers.shown is workspace:
                workspace.show()
            return
        self._leave_the_last(workspace, reason, problem)

    def menu(self, workspace: Workspace) -> Sequence[MenuPart]:
        """List what can be done about servers, from the page of one of them."""
        add = MenuEntry(wording.ADD, self.add_server)
        return ([add], *self._servers.menu(workspace.key))

    def others(self, workspace: Workspace) -> Sequence[ServerDoor]:
        """List the other servers one is on."""
        doors = [it.door() for it in self._workspaces if it is not workspace]
        return [door for door in doors if door.is_open]

    def searched(self, workspace: Workspace) -> Sequence[SearchedServer]:
        """List the other servers that a search everywhere covers."""
        return self._searched.beside(workspace)

    def open_link(self, link: str) -> str:
        """Go where a link to a chat leads, or say why that cannot be."""
        return self._links.open(link)

    def bring_up(self, workspace: Workspace) -> None:
        """Show this server, in front of all other windows."""
        self.window.task_bar.bring_up()
        if self._servers.shown and self._servers.shown is not workspace:
            self._servers.show(workspace)

    def _looked_at(self) -> None:
        for workspace in self._workspaces:
            workspace.look()
        self._draw()

    def _looked_away(self) -> None:
        for workspace in self._workspaces:
            workspace.look_away()

    def _menu(self, key: str) -> Sequence[MenuPart]:
        it = next(it for it in self._workspaces if it.key == key)
        leave = wording.SIGN_OUT if it.is_signed_in else wording.REMOVE
        server = it.standing.server
        return self._entries.offer(server, it.change_account, leave, it.sign_out)

    def _new_workspace(self) -> Workspace:
        workspace = Workspace(self._shared, self, str(next(self._numbers)))
        self._workspaces.append(workspace)
        self._servers.put(workspace)
        return workspace

    def _forget(self, workspace: Workspace) -> None:
        workspace.drop()
        network = workspace.network
        self._gone.append(network)
        self.window.call_later(  # its last words are out by then
            2 * SECONDS_TO_SAY_GOODBYE, lambda: self._gone.remove(network)
        )
        self._workspaces.remove(workspace)
        self._servers.remove(workspace)

    def _leave_the_last(
        self, workspace: Workspace, reason: str = "", problem: Problem | None = None
    ) -> None:
        """Go back to the sign-in window, as the chat window has nothing to show."""
        form = workspace.signing_in.stage.form_without_secret()
        if not form.address:
            form = initial_form(self._shared.settings, form.username)
        workspace.leave()
        self._servers.end()
        self.window.close_chat()
        self._forget(workspace)
        self.open_sign_in(form, reason, problem)

    def _draw(self) -> None:
        for workspace in self._workspaces:
            workspace.draw()
        self._servers.draw()
        self.window.show_badge(sum(it.waiting.for_me() for it in self._workspaces))

    # -- the end -------------------------------------------------------------------

    def ask_to_close(self, farewell: str = "") -> None:
        """Close with these words, after asking where that ends the chat for others."""
        closing = self._hosting_chat()
        if closing:
            closing.close(farewell)
        else:
            self.close(farewell)

    def close(self, farewell: str = "") -> None:
        """Say goodbye to the servers, stop what was started, and end."""
        for workspace in self._workspaces:
            workspace.leave(farewell)
        self._shared.notices.end()
        self._shared.store.close()
        self._shared.code_reading.close()
        self.mailbox.close()
        self.window.destroy()

    def end(self) -> None:
        """Close because the system asks for it, without a question."""
        closing = self._hosting_chat()
        if closing:
            closing.end()
        else:
            self.close()

    def wait_until_ended(self) -> None:
        """After the last window closed: let the last words go out."""
        end = time.monotonic() + SECONDS_TO_SAY_GOODBYE
        for network in self._networks():
            network.wait_until_ended(max(0.0, end - time.monotonic()))
        self._shared.hosting.leave()  # only now, as the last words may go by its server
        self._shared.hosting.wait_until_ended(SECONDS_TO_SAY_GOODBYE)
        self._shared.store.wait_until_ended(SECONDS_TO_SAY_GOODBYE)
        self._shared.settings_file.wait_until_done(SECONDS_TO_SAY_GOODBYE)

    def _networks(self) -> Iterator[Network]:
        yield from (workspace.network for workspace in self._workspaces)
        yield from self._gone

    def _hosting_chat(self) -> ClosingController | None:
        """Find who asks before the chat ends that this computer hosts."""
        hosting = self._shared.hosting
        for it in self._workspaces:
            if it.chat and hosting.is_at(it.network.host, it.network.port):
                return it.chat.closing
        return None

    def _database_is_damaged(self, aside: Path) -> None:
        self._losses.append((Loss.DATABASE, aside))
        self._tell_of_losses()

    def _tell_of_losses(self) -> None:
        """Tell them once, as soon as there is a chat to tell them in."""
        chat = next((it.chat for it in self._workspaces if it.chat), None)
        while chat and self._losses:
            chat.keeping.tell_of_loss(*self._losses.pop(0))
