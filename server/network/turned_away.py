"""What is said of connections that are not let in: to them, and to the operators."""

import logging
import threading
import time
from collections.abc import Callable

from server.log_lines import log_event
from server.network.door_limits import Admission
from server.seldom import Seldom

log = logging.getLogger(__name__)

REFUSALS = {
    Admission.TOO_MANY_FROM_ADDRESS: (
        "Too many connections from your address are signing in at once. Please try "
        "again in a moment. If that does not help, ask who runs this server to raise "
        "max_connections_per_host."
    ),
    Admission.BANNED: "You are banned from this server. Ask its operators why.",
    Admission.SERVER_IS_FULL: (
        "The server is full. Please try again later, or ask who runs it to raise "
        "max_connections."
    ),
    Admission.SYSTEM_ALLOWS_NO_MORE: (
        "The server is full: its system allows it no more connections. Please try "
        "again when somebody has left."
    ),
}
"""What a connection hears that is not let in."""

NOTICES = {
    Admission.TOO_MANY_FROM_ADDRESS: (
        "{address} was not let in, for too many of its connections have not signed in "
        "yet. If a school or an office is there, raise [limits] "
        "max_connections_per_host."
    ),
    Admission.SERVER_IS_FULL: (
        "{address} was not let in, for the server is full. If the computer can bear "
        "more, raise [limits] max_connections."
    ),
    Admission.SYSTEM_ALLOWS_NO_MORE: (
        "{address} was not let in, for the system allows the server no more "
        "connections. Raise the number of files that a process may have open or, if "
        "this is Windows, let the server run on Linux."
    ),
}
"""What operators hear of it; a ban is their own doing."""


class LimitNotices:
    """Tells operators that a limit at the door was hit: seldom, on any thread."""

    def __init__(
        self,
        tell: Callable[[str], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Let `tell` be given each sentence."""
        self._tell = tell
        self._seldom = Seldom(monotonic)
        self._lock = threading.Lock()

    def note(self, admission: Admission, address: str) -> None:
        """Tell it, unless the same was told lately."""
        notice = NOTICES.get(admission)
        if notice is None:
            return
        is_of_address = admission is Admission.TOO_MANY_FROM_ADDRESS
        with self._lock:
            if not self._seldom.may_tell((admission, address if is_of_address else "")):
                return
        log_event(log, "limit-hit", limit=admission.name.lower(), address=address)
        self._tell(notice.format(address=address))
