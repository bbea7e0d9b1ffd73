"""A server in the window, as what leads to it sees it: links, and the switcher."""

from collections.abc import Callable
from dataclasses import dataclass

from chatapp.models.network import Network


@dataclass(frozen=True, slots=True)
class ServerDoor:
    """Leads to a server and into its rooms.

    Args:
        key: names it in the window.
        network: what is known of it.
        is_open: whether one has signed in there.
        is_shown: whether its page is on the screen.
        show: has its page on the screen.
        enter: does so, with a room open, which is joined if need be.
        write_to: does so, with the conversation with one person open.
        invite: goes there anew by a link that names its certificate.
    """

    key: str
    network: Network
    is_open: bool
    is_shown: bool
    show: Callable[[], None]
    enter: Callable[[str], None]
    write_to: Callable[[str], None]
    invite: Callable[[str], None]
