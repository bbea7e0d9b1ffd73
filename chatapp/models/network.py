"""One server one is on: what is known of it, and what one can do there."""

import random as randomness
from collections.abc import Callable, Sequence
from datetime import datetime

from chatapp.models.attempt import ConnectionFactory, Means
from chatapp.models.backlog import Backlog
from chatapp.models.conversations import Conversation, Conversations
from chatapp.models.entities import (
    ChatMessage,
    Connectedness,
    MessageKind,
    Person,
    Room,
    RoomKind,
)
from chatapp.models.event_bus import EventBus
from chatapp.models.events import (
    ConnectionChanged,
    RoomChanged,
    RoomClosed,
    RoomOpened,
)
from chatapp.models.history import History
from chatapp.models.keeping import Keeping
from chatapp.models.link import Link
from chatapp.models.mailbox import Mailbox
from chatapp.models.outbox import Outbox
from chatapp.models.reactions import Reactions
from chatapp.models.requests import NOT_CONNECTED, Requests
from chatapp.models.scheduler import Scheduler
from chatapp.models.session import conversation as speech
from chatapp.models.session.login import change_nick
from chatapp.models.storage.jobs import Jobs
from chatapp.models.upkeep import Upkeep

CANNOT_BE_OPENED = "This conversation cannot be opened."


class Network:
    """The one door for controllers to a server; what happens comes as events."""

    def __init__(
        self,
        bus: EventBus,
        mailbox: Mailbox,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        connect: ConnectionFactory,
        scheduler: Scheduler,
        random: randomness.Random,
        jobs: Jobs,
    ) -> None:
        self._bus = bus
        means = Means(connect, mailbox.post, scheduler, random, clock, new_id)
        self._rooms = Conversations()
        self._keeping = Keeping(jobs, self._rooms)
        self._outbox = Outbox(clock, new_id, self._transmit, bus.publish)
        self._backlog = Backlog(self._rooms, self._outbox, scheduler, bus.publish)
        self._reactions = Reactions(
            self._rooms, self._outbox, self._backlog, self._keeping, bus.publish, means
        )
        self._link = Link(
            means,
            bus.publish,
            lambda fact: self._reactions.take(self._link, fact),
            self._reactions.lost,
        )
        self._requests = Requests(self._link, bus.publish)
        self._upkeep = Upkeep(self._rooms, self._link, self._outbox, means)
        bus.subscribe(ConnectionChanged, self._connection_changed)

    @property
    def state(self) -> Connectedness:
        """How one stands with the server."""
        return self._link.state

    @property
    def host(self) -> str:
        """The server's address, as it was given."""
        return self._link.host

    @property
    def port(self) -> int:
        """The server's port."""
        return self._link.port

    @property
    def nick(self) -> str:
        """The nick one has now."""
        session = self._link.session
        return session.nick if session else self._link.identity.nick

    @property
    def name(self) -> str:
        """The network's name, or the server's address."""
        session = self._link.session
        return (session.isupport.network if session else "") or self.host

    @property
    def away(self) -> bool:
        """Whether the server counts one as away."""
        return self._reactions.away

    def connect(self, host: str, port: int, nick: str, password: str = "") -> None:
        """Begin to sign in; SignedIn or SignInFailed follows."""
        self._rooms.clear()
        self._outbox.clear()
        self._reactions.begin(nick)
        self._link.open(host, port, nick, password)

    def cancel(self) -> None:
        """Give up a sign-in under way."""
        self._link.close("")

    def retry_now(self) -> None:
        """Do not wait for the next attempt to reconnect."""
        self._link.retry_now()

    def sign_out(self, reason: str = "") -> None:
        """Leave the server with these words; returns at once."""
        self._link.close(reason)

    def wait_until_ended(self, seconds: float) -> None:
        """After sign_out(), when no window is left: let the last words go out."""
        self._link.wait_until_ended(seconds)

    def rooms(self) -> Sequence[Room]:
        """List the rooms, in the rail's order."""
        return [conversation.describe() for conversation in self._rooms.all()]

    def room(self, name: str) -> Room | None:
        """Find a room."""
        conversation = self._rooms.find(name)
        return conversation.describe() if conversation else None

    def same(self, first: str, second: str) -> bool:
        """Tell whether two names are one to the server."""
        return self._rooms.same(first, second)

    def people(self, room: str) -> Sequence[Person]:
        """List who is in a room, by rank and then by name."""
        session, conversation = self._link.session, self._rooms.find(room)
        if session is None or conversation is None:
            return []
        if not conversation.is_channel:
            other = Person(conversation.name, presence=conversation.presence)
            return [other, Person(session.nick, is_me=True)]
        return session.roster.people(room, session.mode_types, session.nick)

    def history(self, room: str) -> History:
        """Give what was said in a room; empty for one that is not open."""
        conversation = self._rooms.find(room)
        return conversation.history if conversation else History()

    def join(self, channel: str, key: str = "") -> None:
        """Join a channel; RoomOpened or RequestRefused follows."""
        conversation = self._rooms.find(channel)
        if conversation and conversation.joined:
            self._bus.publish(RoomOpened(conversation.name, asked_for=True))
            return
        if conversation:
            conversation.wanted, conversation.key = True, key
        self._reactions.asked_for[self._rooms.key_of(channel)] = key
        self._requests.send("JOIN", channel, *((key,) if key else ()))

    def part(self, room: str, reason: str = "") -> None:
        """Leave a channel."""
        conversation = self._rooms.find(room)
        if conversation and conversation.joined:
            self._requests.send(
                "PART", conversation.name, *((reason,) if reason else ())
            )
        elif conversation:
            self._close(conversation)

    def open_direct(self, nick: str) -> None:
        """Open the conversation with one person."""
        conversation = self._rooms.find(nick)
        if conversation is None:
            conversation = self._rooms.open(nick, RoomKind.DIRECT)
            session = self._link.online_session
            if conversation and session:
                self._backlog.catch_up(session, conversation)
                self._upkeep.look_at(conversation)
        if conversation:
            self._bus.publish(RoomOpened(conversation.name, asked_for=True))
        else:
            self._requests.refuse(CANNOT_BE_OPENED, nick)

    def close(self, room: str) -> None:
        """Take a room out of the rail, leaving it if it is a channel."""
        conversation = self._rooms.find(room)
        if conversation and conversation.joined:
            self.part(room)
        elif conversation:
            self._close(conversation)

    def say(self, room: str, text: str, kind: MessageKind = MessageKind.TEXT) -> None:
        """Say a line of any length; it stands in the history at once."""
        conversation, session = self._rooms.find(room), self._link.session
        if session is None:
            self._requests.refuse(NOT_CONNECTED, room)
            return
        target = conversation.name if conversation else room
        for line in speech.lines_of(text):
            for part in speech.split_for_wire(session, target, line, kind):
                if conversation:
                    self._outbox.write(conversation, session.nick, part, kind)
                else:
                    self._requests.send("PRIVMSG", room, speech.wrap(part, kind))

    def note(self, room: str, text: str) -> None:
        """Put words of the window's own into a room; nobody else sees them."""
        conversation = self._rooms.find(room)
        if conversation:
            self._reactions.note(conversation, text)

    def retry(self, key: str) -> None:
        """Send a message again that failed."""
        self._outbox.retry(key)

    def drop(self, key: str) -> None:
        """Give up a message that failed."""
        self._outbox.drop(key)

    def set_topic(self, room: str, topic: str) -> None:
        """Give a room a topic; an empty one removes it."""
        self._requests.send("TOPIC", room, topic)

    def change_nick(self, nick: str) -> None:
        """Take another nick; NickChanged or RequestRefused follows."""
        self._requests.ask(nick, lambda session: change_nick(session, nick))

    def set_away(self, words: str | None) -> None:
        """Be away, with words for those who ask; None: be back."""
        if self._requests.send("AWAY", *((words,) if words is not None else ())):
            self._reactions.away_words = words

    def whois(self, nick: str) -> None:
        """Ask what the server knows of somebody; WhoisArrived follows."""
        self._requests.ask(
            nick, lambda session: session.inquiries.ask_whois(session, nick)
        )

    def fetch_older(self, room: str) -> bool:
        """Ask for earlier messages; False when there are none or it is under way."""
        session, conversation = self._link.online_session, self._rooms.find(room)
        if session is None or conversation is None:
            return False
        return self._backlog.fetch_older(session, conversation)

    def mark_read(self, room: str) -> None:
        """Count everything in a room as read."""
        conversation = self._rooms.find(room)
        if conversation and conversation.mark_read():
            self._bus.publish(RoomChanged(conversation.name))

    def _close(self, conversation: Conversation) -> None:
        self._rooms.close(conversation.name)
        self._outbox.drop_all(conversation)
        self._bus.publish(RoomClosed(conversation.name))

    def _transmit(self, message: ChatMessage, label: str) -> bool:
        return self._requests.transmit(message, label)

    def _connection_changed(self, event: ConnectionChanged) -> None:
        if event.state is Connectedness.ONLINE:
            self._upkeep.start()
        else:
            self._upkeep.stop()
