"""Opens and closes conversations as one asks for it."""

from collections.abc import Callable

from chatapp.language import gettext as _
from chatapp.models.connection.link import Link
from chatapp.models.entities import RoomKind
from chatapp.models.events import RoomOpened
from chatapp.models.history.backlog import Backlog
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.rooms.requests import Requests
from chatapp.models.taking_facts import TakingFacts

CANNOT_BE_OPENED = _("This conversation cannot be opened.")
NOT_THERE = _("You are not in this room.")


class Entering:
    """What one can do to be in a conversation, or to be in it no more."""

    def __init__(
        self,
        link: Link,
        conversations: Conversations,
        requests: Requests,
        taking_facts: TakingFacts,
        backlog: Backlog,
        publish: Callable[[RoomOpened], None],
    ) -> None:
        self._link = link
        self._conversations = conversations
        self._requests = requests
        self._taking_facts = taking_facts
        self._backlog = backlog
        self._publish = publish

    def join(self, channel: str, key: str) -> None:
        """Join a channel, or show it if one is in it.

        One that is in the list is shown also without a link, and joined with the next.
        """
        conversation = self._conversations.find(channel)
        is_joined = conversation is not None and conversation.joined
        if conversation and (is_joined or self._link.online_session is None):
            conversation.wanted = True
            conversation.key = key or conversation.key
            self._publish(RoomOpened(conversation.name, asked_for=True))
            return
        if not self._requests.send("JOIN", channel, *([key] if key else [])):
            return
        self._taking_facts.wishes.rooms[self._conversations.key_of(channel)] = key
        if conversation:
            conversation.wanted = True

    def part(self, room: str, reason: str) -> None:
        """Leave a channel, or put it away if one is not in it."""
        conversation = self._conversations.find(room)
        if conversation is None:
            self._requests.refuse(NOT_THERE, room)
        elif conversation.joined:
            self._requests.send(
                "PART", conversation.name, *([reason] if reason else [])
            )
        else:
            self._taking_facts.close(conversation)

    def open_direct(self, nick: str) -> None:
        """Open the conversation with one person."""
        conversation = self._conversations.find(nick)
        if conversation is None:
            conversation = self._conversations.open(nick, RoomKind.DIRECT)
            session = self._link.online_session
            if conversation and session:
                self._backlog.catch_up(session, conversation)
        if conversation:
            self._publish(RoomOpened(conversation.name, asked_for=True))
        else:
            self._requests.refuse(CANNOT_BE_OPENED, nick)

    def close(self, room: str) -> None:
        """Take a conversation out of the rail, leaving it if it is a channel."""
        if self._conversations.find(room):
            self.part(room, "")
