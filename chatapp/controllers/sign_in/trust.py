"""With whom one speaks: whether it is encrypted, and by what the server is known."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.sign_in import trust_wording as wording
from chatapp.controllers.window import WindowView
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.models.entities import Comparison, Connectedness, NoticeAction, Tone
from chatapp.models.events import ConnectionChanged, ServerMet
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.fingerprints import Fingerprint

SAFETY = "safety"


class SafetyView(Protocol):
    """Where the window says whether the connection is encrypted."""

    on_safety: Callable[[], None]

    def show_safety(self, text: str, *, is_safe: bool) -> None:
        """Say whether it is; "" says nothing."""


class TrustController:
    """Says how safe the connection is, and shows by what the server is known."""

    def __init__(
        self,
        view: SafetyView,
        notices: NoticesView,
        window: WindowView,
        network: Network,
        bus: EventBus,
        copy: Callable[[str], None],
    ) -> None:
        self._copy = copy
        self._view = view
        self._notices = notices
        self._window = window
        self._network = network
        view.on_safety = self.explain
        bus.subscribe(ConnectionChanged, lambda _event: self.show())
        bus.subscribe(ServerMet, self._met)

    def begin(self, met: ServerMet | None) -> None:
        """Show how it is now; `met` came before the chat window was there."""
        self.show()
        if met:
            self._met(met)

    def show(self) -> None:
        """Say whether the connection is encrypted, as long as there is one."""
        is_online = self._network.state is Connectedness.ONLINE
        is_safe = self._network.encryption is not None
        words = wording.ENCRYPTED if is_safe else wording.NOT_ENCRYPTED
        self._view.show_safety(words if is_online else "", is_safe=is_safe)

    def explain(self) -> None:
        """Show by what the server is known, or what it means that it is not."""
        encryption = self._network.encryption
        if encryption:
            self._explain_encryption(encryption)
            return
        words = wording.plain_connection(self._network.host)
        self._notices.show(SAFETY, words, Tone.WARNING)

    def _explain_encryption(self, encryption: Encryption) -> None:
        comparison = Comparison(
            title=wording.known_by(self._network.name),
            text=_REASONS[encryption.trust],
            fingerprints=(("", encryption.fingerprint),),
            yes=wording.COPY_WORDS,
            no=wording.CLOSE,
            on_yes=lambda: self._copy(_in_text(encryption.fingerprint)),
        )
        self._window.compare(comparison)

    def _met(self, _event: ServerMet) -> None:
        self._notices.show(
            SAFETY,
            wording.first_time_here(self._network.name),
            Tone.INFO,
            NoticeAction(wording.COMPARE, self.explain),
        )


def _in_text(fingerprint: Fingerprint) -> str:
    return f"{' '.join(fingerprint.words)}\nSHA-256 {fingerprint.hex}"


_REASONS = {
    Trust.AUTHORITY: wording.VOUCHED_FOR,
    Trust.FINGERPRINT: wording.KNOWN_AGAIN,
    Trust.FIRST_USE: wording.TO_COMPARE,
}
