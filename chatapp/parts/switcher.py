"""Joins the switcher with a server, its card and the ways it leads."""

from collections.abc import Callable, Sequence
from functools import partial

from chatapp.controllers.finding import search_wording
from chatapp.controllers.finding.other_rooms import OtherRooms
from chatapp.controllers.finding.switcher import SwitcherController
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.views.windows.main_window import MainWindow


def join_switcher(
    window: MainWindow,
    network: Network,
    bus: EventBus,
    select: Callable[[str], None],
    write: Callable[[str], None],
    others: Callable[[], Sequence[ServerDoor]],
    open_link: Callable[[str], object],
) -> Callable[[], None]:
    """Give what opens the switcher of a server; for the rest see its controller."""
    switcher = SwitcherController(
        partial(
            window.new_switcher,
            search_wording.SWITCHER_TITLE,
            search_wording.SWITCHER_LABEL,
        ),
        network,
        OtherRooms(network, bus, window),
        select,
        write,
        others,
        open_link,
    )
    return switcher.open
