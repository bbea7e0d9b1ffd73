"""One's own name: why one is only a guest, and how to use it on another computer."""

from collections.abc import Callable
from functools import partial

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.sign_in.account_wording import ACCOUNT, not_proved
from chatapp.controllers.sign_in.own_name_wording import (
    ELSEWHERE,
    ELSEWHERE_TITLE,
    NOT_OWN_YET,
    ONLY_HERE,
)
from chatapp.controllers.sign_in.sign_in_wording import only_a_guest
from chatapp.controllers.window import WindowView
from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.models.entities import NoticeAction, Tone
from chatapp.models.events import AccountChanged, ProofFailed, RoomSelected
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.this_computer import is_here

GUEST = "guest"
NO_LINK = "elsewhere"


class OwnNameController:
    """Tells what one has to know of one's name, which is little."""

    def __init__(
        self,
        notices: NoticesView,
        window: WindowView,
        network: Network,
        bus: EventBus,
        hosting: Hosting,
        copy: Callable[[str], None],
    ) -> None:
        self._notices = notices
        self._window = window
        self._network = network
        self._hosting = hosting
        self._copy = copy
        self.named_account = ""
        self.on_account: Callable[[], None] = lambda: None
        bus.subscribe(ProofFailed, self._failed)
        bus.subscribe(AccountChanged, self._changed)
        bus.subscribe(RoomSelected, lambda _event: notices.hide(NO_LINK))

    def begin(self) -> None:
        """Say what went wrong before there was a window to say it in."""
        failure = self._network.own_name.failure
        if failure:
            self._failed(failure)

    def use_elsewhere(self) -> None:
        """Show what another computer of one's own needs, once it is found."""
        self._notices.hide(NO_LINK)
        self._network.own_name.look_up(self._show)

    def _show(self, account: Account | None) -> None:
        nick, encryption = self._network.nick, self._network.encryption
        fingerprint = encryption.fingerprint if encryption else None
        host = self._hosting.address_for_others(self._network.host, fingerprint)
        if account is None or not account.secret or encryption is None:
            self._notices.show(NO_LINK, NOT_OWN_YET.format(nick=nick), Tone.INFO)
            return
        show = partial(self._show_link, account, encryption)
        if is_here(host):
            self._hosting.seek_address(host, self._network.port, show)
        else:
            show(host)

    def _show_link(self, account: Account, encryption: Encryption, host: str) -> None:
        if is_here(host):
            sentence = ONLY_HERE.format(nick=self._network.nick)
            self._notices.show(NO_LINK, sentence, Tone.INFO)
            return
        by_authority = encryption.trust is Trust.AUTHORITY
        link = InviteLink(
            host,
            self._network.port,
            fingerprint=None if by_authority else encryption.fingerprint,
            account=account.name,
            secret=account.secret,
        )
        self._window.show_link(
            title=ELSEWHERE_TITLE,
            text=ELSEWHERE.format(nick=account.name),
            link=link.render(),
            on_copy=self._copy,
        )

    def _failed(self, event: ProofFailed) -> None:
        if event.account == self.named_account:
            self._notices.show(
                GUEST,
                not_proved(event.account, event.problem, self._network.nick),
                Tone.WARNING,
                NoticeAction(ACCOUNT, self.on_account),
            )
            return
        text = only_a_guest(event.account, event.problem, self._network.nick)
        self._notices.show(GUEST, text, Tone.WARNING)

    def _changed(self, event: AccountChanged) -> None:
        if event.account:
            self._notices.hide(GUEST)
