"""Makes a room: asks for its name and how it shall be, and sees to that once in it."""

from collections.abc import Callable
from typing import Protocol

from chatapp.controllers.rooms import rooms_wording as words
from chatapp.models.entities import NewRoom
from chatapp.models.events import PeopleChanged
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.names import check_channel, is_channel

_PRIVATE, _INVITED = "s", "i"


class RoomMakerView(Protocol):
    """A card to write down how a room shall be."""

    on_make: Callable[[NewRoom], None]

    def show_problem(self, name: str, topic: str) -> None:
        """Say what is wrong with the name and with the topic, if anything is."""

    def close(self) -> None:
        """Take the card away."""


class RoomMakerWindow(Protocol):
    """The window, as far as the card is concerned."""

    def new_room_maker(self, name: str, hint: str) -> RoomMakerView:
        """Open a card with a name in it."""


class RoomMakingController:
    """Joins the room that shall be made, and gives it its settings if it is new."""

    def __init__(
        self, window: RoomMakerWindow, network: Network, bus: EventBus
    ) -> None:
        self._window = window
        self._network = network
        self._wanted: NewRoom | None = None
        bus.subscribe(PeopleChanged, self._people_changed)

    def open(self, name: str = "") -> None:
        """Ask how the room shall be."""
        account = self._network.own_name.account
        hint = words.STAYS.format(account=account) if account else words.ENDS
        view = self._window.new_room_maker(name.lstrip("#"), hint)
        view.on_make = lambda room: self._make(view, room)

    def _make(self, view: RoomMakerView, room: NewRoom) -> None:
        name = room.name.strip()
        name = name if is_channel(name) else f"#{name}"
        problem = check_channel(name, self._network.directory.longest_name)
        topic, longest = room.topic.strip(), self._network.moderation.longest_topic
        over = len(topic) - longest if longest is not None else 0
        if problem or over > 0:
            about_topic = words.topic_too_long(over, longest or 0) if over > 0 else ""
            view.show_problem(problem.sentence if problem else "", about_topic)
            return
        view.close()
        found = self._network.room(name)
        self._wanted = NewRoom(name, topic, room.is_private, room.by_invitation)
        self._network.join(name)
        if found and found.joined:
            self._leave_as_it_is(name)

    def _people_changed(self, event: PeopleChanged) -> None:
        """Once it is known who is in the room, one is its only operator, or not."""
        wanted = self._wanted
        if wanted is None or not self._network.same(event.room, wanted.name):
            return
        people = self._network.people(wanted.name)
        if not any(person.is_me for person in people):
            return
        if len(people) == 1 and self._network.moderation.may_moderate(wanted.name):
            self._wanted = None
            self._furnish(wanted)
        elif len(people) > 1:
            self._leave_as_it_is(wanted.name)

    def _furnish(self, room: NewRoom) -> None:
        moderation = self._network.moderation
        modes = _PRIVATE * room.is_private + _INVITED * room.by_invitation
        if modes:
            moderation.change(room.name, f"+{modes}")
        if room.topic:
            moderation.set_topic(room.name, room.topic)

    def _leave_as_it_is(self, name: str) -> None:
        self._wanted = None
        self._network.note(name, words.WAS_THERE.format(room=name))
