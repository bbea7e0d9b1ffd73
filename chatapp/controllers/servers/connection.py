"""How the window stands with its server: the status line and the notices."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.rooms.rooms_wording import removed_from_room
from chatapp.controllers.sign_in.sign_in_wording import describe, first_sentence
from chatapp.controllers.sign_in.trust_wording import COMPARE
from chatapp.language import gettext as _
from chatapp.models.connection.whereabouts import Place
from chatapp.models.entities import Change, Connectedness, Delivery, NoticeAction, Tone
from chatapp.models.events import (
    AwayChanged,
    ConnectionChanged,
    FrameEnded,
    LatencyMeasured,
    MessageAdded,
    MessageReplaced,
    NickChanged,
    Problem,
    RequestRefused,
    RoomClosed,
    RoomOpened,
    ServerSaid,
    SignedIn,
    WhoisArrived,
)
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.wire.fingerprints import Fingerprint

OFFLINE = "offline"
FIND_OUT = _("Find out why")
NEWS, REFUSED = "news", "refused"


class StatusView(Protocol):
    """The status line."""

    def show_connection(self, state: Connectedness, text: str) -> None:
        """Say how the connection is."""

    def show_details(self, latency: str, identity: str, short: str) -> None:
        """Say how long the server takes, and who one is, at length and in short."""


class ConnectionController:
    """Says how the connection is, what the server refused and what it answered."""

    def __init__(
        self,
        status: StatusView,
        notices: NoticesView,
        here: NoticesView,
        network: Network,
        bus: EventBus,
        scheduler: Scheduler,
        find_out: Callable[[], None],
        compare: Callable[[Place, Fingerprint], None],
    ) -> None:
        """Say nothing yet.

        Args:
            status: the status line.
            notices: those that stay, wherever one goes.
            here: those about what one does in the open room.
            network: the server.
            bus: where its events are told.
            scheduler: counts the seconds to the next try.
            find_out: has the connection examined.
            compare: asks whether who has this certificate, at a place, is the server.
        """
        self._status = status
        self._notices = notices
        self._here = here
        self._network = network
        self._scheduler = scheduler
        self._find_out = find_out
        self._compare = compare
        self._latency: float | None = None
        self._countdown: Timer | None = None
        self._way_back = NoticeAction(_("Try now"), network.retry_now)
        self._news: tuple[str, Tone] | None = None
        self._tones_shown: set[Tone] = set()
        bus.subscribe(ConnectionChanged, self._connection_changed)
        bus.subscribe(SignedIn, self._signed_in)
        bus.subscribe(LatencyMeasured, self._latency_measured)
        bus.subscribe(NickChanged, self._succeeded)
        bus.subscribe(AwayChanged, self._succeeded)
        bus.subscribe(RoomOpened, self._room_opened)
        bus.subscribe(RequestRefused, self._refused)
        bus.subscribe(RoomClosed, self._room_closed)
        bus.subscribe(MessageAdded, self._message_added)
        bus.subscribe(MessageReplaced, self._message_replaced)
        bus.subscribe(WhoisArrived, lambda _event: self._let_go(Tone.ERROR))
        bus.subscribe(ServerSaid, lambda event: self._tell(event.text, Tone.INFO))
        bus.subscribe(FrameEnded, self._draw)

    def begin(self) -> None:
        """Show the state the connection is in now."""
        self._connection_changed(self._network.standing.now())

    def _connection_changed(self, event: ConnectionChanged) -> None:
        self._stop_counting()
        if event.state is Connectedness.WAITING and event.retry_in is not None:
            self._way_back = self._find_way_back(event)
            self._count_down(event, event.retry_in)
        elif event.state is Connectedness.CONNECTING:
            self._status.show_connection(event.state, _("Connecting…"))
        elif event.state is Connectedness.ONLINE:
            self._notices.hide(OFFLINE)
            self._status.show_connection(event.state, _("Connected"))
        else:
            self._status.show_connection(event.state, _("Not connected"))
        self._show_details()

    def _count_down(self, event: ConnectionChanged, seconds: float) -> None:
        """Say when the next try is, again each second."""
        left = max(1, round(seconds))
        self._status.show_connection(
            Connectedness.WAITING, _("Offline, next try in {left} s").format(left=left)
        )
        self._notices.show(
            OFFLINE,
            _(
                "{why_offline} Trying again in {left} s. What you write is "
                "kept, even if you close this window, and sent when the server "
                "is back."
            ).format(why_offline=self._why_offline(event), left=left),
            Tone.WARNING,
            self._way_back,
            NoticeAction(FIND_OUT, self._find_out),
            dismissable=False,
        )
        self._countdown = self._scheduler.call_later(
            1.0, lambda: self._count_down(event, max(1.0, seconds - 1.0))
        )

    def _find_way_back(self, event: ConnectionChanged) -> NoticeAction:
        """Offer what helps: another server does not become the right one by itself."""
        if event.problem is Problem.CERTIFICATE_CHANGED and event.detail:
            place = (self._network.host, self._network.port)
            found = Fingerprint.parse(event.detail)
            return NoticeAction(COMPARE, partial(self._compare, place, found))
        return NoticeAction(_("Try now"), self._network.retry_now)

    def _why_offline(self, event: ConnectionChanged) -> str:
        network = self._network
        if event.problem in (None, Problem.LOST):
            return _("The connection to {name} was lost.").format(name=network.name)
        sentence = describe(
            event.problem, network.host, network.port, network.nick, event.detail
        )
        return first_sentence(sentence)

    def _signed_in(self, _event: SignedIn) -> None:
        self._show_details()
        self._let_go(Tone.ERROR)

    def _succeeded(self, _event: NickChanged | AwayChanged) -> None:
        self._show_details()
        self._let_go(Tone.ERROR)

    def _room_opened(self, event: RoomOpened) -> None:
        if event.asked_for:
            self._let_go(Tone.ERROR, Tone.WARNING)

    def _message_added(self, event: MessageAdded) -> None:
        if event.message.mine and event.message.change is Change.TOPIC:
            self._let_go(Tone.ERROR)

    def _message_replaced(self, event: MessageReplaced) -> None:
        if event.new and event.new.delivery is Delivery.CONFIRMED:
            self._let_go(Tone.ERROR)

    def _latency_measured(self, event: LatencyMeasured) -> None:
        self._latency = event.milliseconds
        self._show_details()

    def _show_details(self) -> None:
        is_online, latency = self._network.state is Connectedness.ONLINE, ""
        if is_online and self._latency is not None:
            latency = f"{max(1, round(self._latency))} ms"
        words, short = _("signed in as {nick}"), "{nick}"
        if not is_online:
            words = short = _("{nick}, not signed in")
        elif self._network.away:
            words, short = _("signed in as {nick}, away"), _("{nick}, away")
        nick = self._network.nick
        self._status.show_details(
            latency, words.format(nick=nick), short.format(nick=nick)
        )

    def _refused(self, event: RequestRefused) -> None:
        is_said = not event.about or event.about in event.text
        text = event.text if is_said else f"{event.about}: {event.text}"
        self._tell(text, Tone.ERROR)

    def _room_closed(self, event: RoomClosed) -> None:
        if event.by:
            self._tell(
                removed_from_room(event.room, event.by, event.reason, event.is_banned),
                Tone.WARNING,
            )
        else:
            self._let_go(Tone.ERROR)

    def _tell(self, text: str, tone: Tone) -> None:
        """Show this when the frame ends, in place of what was to be shown then."""
        self._news = (text, tone)

    def _let_go(self, *tones: Tone) -> None:
        """Take back news of this kind: what it complains of is not so any more."""
        if self._news and self._news[1] in tones:
            self._news = None
        for tone in self._tones_shown.intersection(tones):
            self._tones_shown.discard(tone)
            board, key = self._board(tone)
            board.hide(key)

    def _draw(self, _event: FrameEnded) -> None:
        if self._news:
            text, tone = self._news
            self._news = None
            self._tones_shown.add(tone)
            board, key = self._board(tone)
            board.show(key, text, tone)

    def _board(self, tone: Tone) -> tuple[NoticesView, str]:
        """Tell where news are shown: a refusal is about what one did in this room."""
        if tone is Tone.ERROR:
            return self._here, REFUSED
        return self._notices, NEWS

    def _stop_counting(self) -> None:
        if self._countdown:
            self._countdown.cancel()
            self._countdown = None
