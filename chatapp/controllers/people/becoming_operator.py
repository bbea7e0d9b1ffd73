"""Becomes an operator of the server: its password is asked for, and stands nowhere."""

from functools import partial

from chatapp.controllers.window import WindowView
from chatapp.language import gettext as _
from chatapp.models.hosting.operator_events import BecameOperator
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.this_computer import is_here

TITLE = _("Look after this server")
HINT = _("The server's settings name its operators. The password is not kept.")
NOT_SAFE = _(
    "This connection is not encrypted, so others could read the password. Sign in with"
    " TLS first."
)
DONE = _("You are an operator of this server now: you may look after its rooms, too.")


class BecomingOperator:
    """Asks for the password in a card of its own, not in the box that keeps drafts."""

    def __init__(self, window: WindowView, network: Network, bus: EventBus) -> None:
        self._window = window
        self._network = network
        self._room: str | None = None
        bus.subscribe(BecameOperator, self._became)

    def ask(self, room: str, name: str) -> str:
        """Ask for an operator's password; tell what is in the way, or "".

        Args:
            room: where to say that it went well.
            name: the operator's, as the server's settings have it.
        """
        if self._network.encryption is None and not is_here(self._network.host):
            return NOT_SAFE
        self._window.ask_text(
            title=TITLE,
            label=_("Password of {name}").format(name=name),
            initial="",
            action=_("Become operator"),
            on_text=partial(self._become, room, name),
            hint=HINT,
            secret=True,
        )
        return ""

    def _become(self, room: str, name: str, password: str) -> str | None:
        if not password.strip():
            return _("Type the password.")
        self._room = room
        self._network.operating.become(name, password)
        return None

    def _became(self, _event: BecameOperator) -> None:
        room, self._room = self._room, None
        if room:
            self._network.note(room, DONE)
