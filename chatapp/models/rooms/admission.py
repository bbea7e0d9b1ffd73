"""What keeps one out of a channel, and what lets one in again."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from chatapp.models.connection.link import Link
from chatapp.models.events import RoomChanged
from chatapp.models.history.backlog import Backlog
from chatapp.models.history.keeping import Keeping
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.rooms.joining_again import join_again
from chatapp.models.rooms.wishes import Wishes
from chatapp.models.session import facts

TRY_AGAIN_SECONDS = 30.0
MOST_TRIES = 5


class Admission:
    """Wants a channel no more that does not let one in, or tries it again later."""

    def __init__(
        self,
        conversations: Conversations,
        outbox: Outbox,
        backlog: Backlog,
        keeping: Keeping,
        wishes: Wishes,
        publish: Callable[[RoomChanged], None],
        scheduler: Scheduler,
    ) -> None:
        self._conversations = conversations
        self._outbox = outbox
        self._backlog = backlog
        self._keeping = keeping
        self._wishes = wishes
        self._publish = publish
        self._scheduler = scheduler
        self._tries: WeakKeyDictionary[Conversation, int] = WeakKeyDictionary()

    def joined(self, conversation: Conversation) -> None:
        """Know that one is in."""
        self._tries.pop(conversation, None)

    def refused(self, link: Link, fact: facts.ChannelRefused) -> None:
        """Take in that one is not let in now, or not at all."""
        key_of = self._conversations.key_of
        self._wishes.refused(key_of(fact.channel), key_of(fact.leads_to))
        conversation = self._conversations.find(fact.channel)
        if conversation is None or conversation.joined:
            return
        if fact.is_for_now and conversation.wanted and self._tries_again(conversation):
            self._scheduler.call_later(
                TRY_AGAIN_SECONDS, lambda: self._try(link, conversation)
            )
            return
        conversation.wanted = False
        self._backlog.give_up(conversation)
        self._outbox.fail_waiting(conversation)
        self._publish(RoomChanged(conversation.name))

    def key_told(self, _link: Link, fact: facts.KeyTold) -> None:
        """Keep the word that lets one in from now on."""
        conversation = self._conversations.find(fact.channel)
        if conversation and conversation.key != fact.key:
            conversation.key = fact.key
            self._keeping.admitted(conversation)

    def _tries_again(self, conversation: Conversation) -> bool:
        tries = self._tries[conversation] = self._tries.get(conversation, 0) + 1
        return tries <= MOST_TRIES

    def _try(self, link: Link, conversation: Conversation) -> None:
        session = link.online_session
        if session and conversation.wanted and not conversation.joined:
            join_again(session, [conversation])
