"""Tells who was invited to a room, with a button to go there if it is oneself."""

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.passing_notice import PassingNotice
from chatapp.controllers.rooms import rooms_wording as words
from chatapp.models.entities import NoticeAction, Tone
from chatapp.models.events import RoomOpened
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import Invited

INVITED = "invited"


class InvitedController:
    """Shows the last invitation until one is there; that others came passes."""

    def __init__(
        self,
        notices: NoticesView,
        passing: PassingNotice,
        network: Network,
        bus: EventBus,
    ) -> None:
        self._notices = notices
        self._passing = passing
        self._network = network
        self._room = ""
        bus.subscribe(Invited, self._invited)
        bus.subscribe(RoomOpened, self._opened)

    def _invited(self, event: Invited) -> None:
        if not self._network.same(event.who, self._network.nick):
            self._passing.show(words.invited(event.who, event.room, event.by))
            return
        self._room = event.room
        self._notices.show(
            INVITED,
            words.invites_you(event.by, event.room),
            Tone.INFO,
            NoticeAction(words.JOIN, lambda: self._network.join(event.room)),
        )

    def _opened(self, event: RoomOpened) -> None:
        if self._room and self._network.same(event.room, self._room):
            self._room = ""
            self._notices.hide(INVITED)
