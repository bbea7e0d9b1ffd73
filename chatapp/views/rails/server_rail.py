"""The rows of the chats around here: name, how many are there, how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from chatapp.models.entities import ServerRow
from chatapp.views.rails.rail import Rail
from chatapp.views.rails.rail_rows import RailRow, RowState
from chatapp.views.transcript.rich_text import plain

ROW = 44
ABOVE = 4


@dataclass(frozen=True, slots=True)
class _Row(RailRow):
    server: ServerRow


class ServerRail(Rail):
    """Draws a server in each row; its name goes above what else is known of it."""

    def show_servers(self, servers: Sequence[ServerRow]) -> None:
        """List these servers."""
        rows = [_Row(server.key, ROW, server) for server in servers]
        self.show_rows([RailRow("", ABOVE), *rows])

    def draw_row(self, row: RailRow, top: int, width: int, state: RowState) -> None:
        """Draw a server, its upper edge at `top`."""
        if not isinstance(row, _Row):
            return
        self.draw_ground(row, top, width, state)
        look, px, palette = self.look, self.look.px, self.look.palette
        server, middle = row.server, top + self.height(row) // 2
        sign = "lock-fill" if server.is_encrypted else "unlock"
        color = palette.accent if server.is_encrypted else palette.muted
        icon = look.pictures.icon(sign, px(15), color, self.ground(state))
        self.put(px(20), middle, icon)
        left, room = px(46), width - px(46 + 18)
        upper, lower = middle - px(9), middle + px(9)
        name, fonts = plain(server.name), look.fonts
        self.write(left, upper, name, fonts.body, palette.text, room)
        self.write(left, lower, server.details, fonts.small, palette.muted, room)
