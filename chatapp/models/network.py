"""One server one is on: what is known of it, and what one can do there."""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import ANY, Demand, Encryption
from chatapp.models.connection.means import Means
from chatapp.models.entities import Connectedness, MessageKind, Person, Room
from chatapp.models.events import RoomChanged
from chatapp.models.history.history import History
from chatapp.models.parts import Parts
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms import people
from chatapp.models.session.login import change_nick
from chatapp.models.storage.jobs import Jobs


class Network:
    """The one door for controllers to a server; what happens comes as events."""

    def __init__(self, bus: EventBus, means: Means, jobs: Jobs) -> None:
        """Be on no server yet.

        Args:
            bus: where is told what happens.
            means: what the parts work with.
            jobs: keeps what was said, and what else is to last.
        """
        self._bus = bus
        self._clock = means.clock
        self.wire_log = means.wire_log
        parts = Parts(means, jobs, bus.publish)
        self._take_over(parts)
        parts.letting_go.follow(bus)
        parts.upkeep.follow(bus)

    def _take_over(self, parts: Parts) -> None:
        """Have the parts at hand; those that are public are for controllers."""
        self._rooms = parts.rooms
        self._link = parts.link
        self.standing = parts.link.standing
        self.expecting = parts.expecting
        self.opening_kept = parts.opening_kept
        self._requests = parts.requests
        self._keeping = parts.keeping
        self.own_name = parts.own_name
        self._read_markers = parts.read_markers
        self._backlog = parts.backlog
        self._taking_facts = parts.taking_facts
        self._speaking = parts.speaking
        self.typing = parts.typing
        self.unsent = parts.unsent
        self.answering = parts.answering
        self.emoji_reactions = parts.emoji_reactions
        self.exports = parts.exports
        self.searching = parts.searching
        self.saving = parts.saving
        self.pinning = parts.pinning
        self.arranging = parts.arranging
        self.ignoring = parts.ignoring
        self.moderation = parts.moderation
        self.directory = parts.directory
        self.operating = parts.operating
        self.correcting = parts.correcting
        self.begun_edits = parts.begun_edits
        self.seen_people = parts.seen_people
        self._entering = parts.entering

    @property
    def state(self) -> Connectedness:
        """How one stands with the server."""
        return self._link.state

    @property
    def host(self) -> str:
        """The server's address: as it was given, or where it was found since."""
        return self._link.host

    @property
    def port(self) -> int:
        """The server's port."""
        return self._link.port

    @property
    def nick(self) -> str:
        """The nick one has now."""
        return self._link.nick

    @property
    def has_wanted_nick(self) -> bool:
        """Whether it is the nick one asked for last, and none that the server gave."""
        session = self._link.session
        return session is not None and session.nick == session.wanted_nick

    @property
    def username(self) -> str:
        """The nick by which one signed in, and signs in the next time."""
        return self._taking_facts.arrival.username

    @property
    def name(self) -> str:
        """The network's name, or the server's address."""
        session = self._link.session
        return (session.isupport.network if session else "") or self.host

    @property
    def lets_in_only_invited(self) -> bool:
        """Whether others need an invitation to come in, as the server says."""
        session = self._link.session
        return session is not None and session.isupport.lets_in_only_invited

    @property
    def away(self) -> bool:
        """Whether the server counts one as away."""
        return self._taking_facts.away

    @property
    def encryption(self) -> Encryption | None:
        """How the connection is encrypted; None where it is not."""
        return self._link.encryption

    def connect(
        self,
        host: str,
        port: int,
        nick: str,
        password: str = "",
        demand: Demand = ANY,
        account: Account | None = None,
        real_name: str = "",
    ) -> None:
        """Begin to sign in; SignedIn or SignInFailed follows."""
        self._taking_facts.begin(nick)
        self.own_name.begin()
        self._read_markers.begin()
        self._link.open(host, port, nick, password, demand, account, real_name)

    def cancel(self) -> None:
        """Give up a sign-in under way."""
        self._link.close("")

    def retry_now(self) -> None:
        """Do not wait for the next attempt to reconnect."""
        self._link.retry_now()

    def sign_out(self, reason: str = "") -> None:
        """Leave the server with these words; returns at once."""
        self._read_markers.flush()
        self._link.close(reason)

    def let_go(self) -> None:
        """When the window goes: keep the last of it, for the next one to take up."""
        self._keeping.end()

    def wait_until_ended(self, seconds: float) -> None:
        """After sign_out(), when no window is left: let the last words go out."""
        self._link.wait_until_ended(seconds)

    def rooms(self) -> Sequence[Room]:
        """List the rooms, in the rail's order."""
        now = self._clock()
        return [people.describe(self._link, it, now) for it in self._rooms.all()]

    def room(self, name: str) -> Room | None:
        """Find a room."""
        conversation = self._rooms.find(name)
        if conversation is None:
            return None
        may_set_topic = people.may_set_topic(self._link, conversation)
        room = people.describe(self._link, conversation, self._clock())
        return replace(room, may_set_topic=may_set_topic)

    def same(self, first: str, second: str) -> bool:
        """Tell whether two names are one to the server."""
        return self._rooms.same(first, second)

    def people(self, room: str) -> Sequence[Person]:
        """List who is in a room, by rank and then by name."""
        conversation = self._rooms.find(room)
        if conversation is None:
            return []
        return people.people_in(self._link, conversation, self.same)

    def rooms_with(self, nick: str) -> Sequence[str]:
        """Name the channels in which one is together with somebody."""
        return people.rooms_with(self._link, nick)

    def history(self, room: str) -> History:
        """Give what was said in a room; empty for one that is not open."""
        conversation = self._rooms.find(room)
        return conversation.history if conversation else History()

    def join(self, channel: str, key: str = "") -> None:
        """Join a channel; RoomOpened or RequestRefused follows."""
        self._entering.join(channel, key)

    def part(self, room: str, reason: str = "") -> None:
        """Leave a channel."""
        self._entering.part(room, reason)

    def open_direct(self, nick: str) -> None:
        """Open the conversation with one person."""
        self._entering.open_direct(nick)

    def close(self, room: str) -> None:
        """Take a room out of the rail, leaving it if it is a channel."""
        self._entering.close(room)

    def say(self, room: str, text: str, kind: MessageKind = MessageKind.TEXT) -> None:
        """Say a line of any length; it stands in the history at once."""
        self._speaking.say(room, text, kind)

    def count_messages(self, room: str, text: str) -> int:
        """Tell how many messages a text would be in a room."""
        return len(self._speaking.parts(room, text, MessageKind.TEXT))

    def note(self, room: str, text: str) -> None:
        """Put words of the window's own into a room; nobody else sees them."""
        conversation = self._rooms.find(room)
        if conversation:
            self._taking_facts.note(conversation, text)

    def draft(self, room: str) -> str:
        """Give what was written in a room and not sent."""
        conversation = self._rooms.find(room)
        return conversation.draft if conversation else ""

    def write_draft(self, room: str, draft: str) -> None:
        """Keep what is written in a room and not sent, for another time."""
        conversation = self._rooms.find(room)
        if conversation:
            self._keeping.write_draft(conversation, draft)

    def look_at(self, room: str) -> None:
        """Note which room is on the screen, to begin there the next time."""
        self._taking_facts.wishes.room_looked_at = room
        self._keeping.looked_at(room)

    @property
    def room_looked_at(self) -> str:
        """The room that was on the screen last, if it is open."""
        conversation = self._rooms.find(self._taking_facts.wishes.room_looked_at)
        return conversation.name if conversation else ""

    def change_nick(self, nick: str) -> None:
        """Take another nick; NickChanged or RequestRefused follows."""
        self._requests.ask(lambda session: change_nick(session, nick))

    def set_away(self, words: str | None) -> None:
        """Be away, with words for those who ask; None: be back."""
        if self._requests.send("AWAY", *((words,) if words is not None else ())):
            self._taking_facts.wishes.away_words = words

    def whois(self, nick: str) -> None:
        """Ask what the server knows of somebody; WhoisArrived follows."""
        self._requests.ask(lambda session: session.inquiries.ask_whois(session, nick))

    def fetch_older(self, room: str) -> bool:
        """Get earlier messages; False when there are none or it is under way."""
        return self._backlog.fetch_older(self._rooms.find(room))

    def fetch_newer(self, room: str) -> bool:
        """Get what follows a part that is far back; False when nothing is missing."""
        return self._backlog.fetch_newer(self._rooms.find(room))

    def fetch_around(self, room: str, msgid: str) -> bool:
        """Get a message and what is around it; False while something else comes."""
        return self._backlog.fetch_around(self._rooms.find(room), msgid)

    def fill_gap(self, room: str) -> bool:
        """Get what may be missing in the middle; False when that is no use."""
        return self._backlog.fill_gap(self._rooms.find(room))

    def mark_read(self, room: str) -> None:
        """Count everything in a room as read."""
        conversation = self._rooms.find(room)
        if conversation and conversation.mark_read():
            self._keeping.read(conversation)
            self._read_markers.read_on(conversation)
            self._bus.publish(RoomChanged(conversation.name))
