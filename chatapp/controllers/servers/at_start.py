"""Decides which saved servers a start of the program goes to, without a sign-in."""

from collections.abc import Sequence

from chatapp.models.servers.saved_servers import SavedServer
from chatapp.models.settings.settings import LastSignIn


def joined_at_once(
    saved: Sequence[SavedServer], last: LastSignIn | None
) -> Sequence[SavedServer]:
    """List those to be joined at once; none where the sign-in window comes first.

    It does where the server of the last sign-in is not to be joined by itself: the
    others follow then as soon as one is there.

    Args:
        saved: the servers one was on.
        last: where the sign-in window would lead.
    """
    if any(is_of(last, it) and not it.at_start for it in saved):
        return ()
    return [it for it in saved if it.at_start]


def is_of(last: LastSignIn | None, server: SavedServer) -> bool:
    """Tell whether one signed in to this server last."""
    return last == LastSignIn(server.host, server.port, server.username)
