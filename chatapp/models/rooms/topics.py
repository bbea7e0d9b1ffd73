"""The topics of rooms, which are kept for when no server tells them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.models.events import Event, RoomChanged
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.rooms.room_events import PeopleListed
from chatapp.models.session.facts import TopicTold
from chatapp.models.storage.rooms import keep_topic

if TYPE_CHECKING:
    from chatapp.models.connection.link import Link
    from chatapp.models.history.keeping import Keeping


class Topics:
    """Takes in what a server says of them, and that it says of one nothing."""

    def __init__(
        self,
        conversations: Conversations,
        keeping: "Keeping",
        publish: Callable[[Event], None],
    ) -> None:
        self._conversations = conversations
        self._keeping = keeping
        self._publish = publish

    def told(self, _link: "Link", fact: TopicTold) -> None:
        """Take in a topic, or that there is none."""
        conversation = self._conversations.find(fact.channel)
        if conversation:
            conversation.topic = fact.topic
            self._keep(conversation)
            self._publish(RoomChanged(conversation.name))

    def people_listed(self, _link: "Link", fact: PeopleListed) -> None:
        """Keep no topic where one came in, and was told of none before the people."""
        conversation = self._conversations.find(fact.room)
        if conversation and not conversation.topic:
            self._keep(conversation)
        self._publish(fact)

    def _keep(self, conversation: Conversation) -> None:
        topic = conversation.topic
        self._keeping.update(
            conversation, lambda connection, room: keep_topic(connection, room, topic)
        )
