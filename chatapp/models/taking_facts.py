"""What each fact of a session changes in the models, and what everybody is told."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from chatapp.models.arrival import Arrival
from chatapp.models.connection.link import Link
from chatapp.models.connection.means import Means
from chatapp.models.entities import Change, ChatMessage, MessageKind, Presence, RoomKind
from chatapp.models.events import (
    AwayChanged,
    Event,
    HistoryLoaded,
    MessageAdded,
    NickChanged,
    RequestRefused,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RoomRenamed,
    ServerSaid,
    TypingHeard,
)
from chatapp.models.history.backlog import Backlog
from chatapp.models.history.coming_in import ComingIn
from chatapp.models.history.keeping import Keeping
from chatapp.models.messages.attachments import Attachments
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.rooms.admission import Admission
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.rooms.former_nicks import conversation_with
from chatapp.models.rooms.room_events import PeopleListed
from chatapp.models.rooms.topics import Topics
from chatapp.models.rooms.wishes import Wishes
from chatapp.models.session import facts
from chatapp.models.session.refusals import CANNOT_BE_HEARD, NO_SUCH_NICK
from chatapp.models.session.session import Session
from chatapp.models.session.typing import ended_by


class TakingFacts:
    """Keeps conversations, outbox and backlog right as facts arrive."""

    def __init__(
        self,
        conversations: Conversations,
        outbox: Outbox,
        backlog: Backlog,
        keeping: Keeping,
        attachments: Attachments,
        publish: Callable[[Event], None],
        means: Means,
    ) -> None:
        self.on_renamed: Callable[[str, str], None] = lambda _old, _new: None
        wishes = self.wishes = Wishes()
        self.away = False
        self._conversations = conversations
        self._outbox = outbox
        self._backlog = backlog
        self._coming_in = ComingIn(
            conversations, outbox, backlog, wishes, publish, means.clock
        )
        self._coming_in.close = self.close
        self.arrival = Arrival(
            conversations, keeping, means.scheduler, self._coming_in, self.take
        )
        self._admission = Admission(
            conversations, outbox, backlog, keeping, wishes, publish, means.scheduler
        )
        self._topics = Topics(conversations, keeping, publish)
        self._keeping = keeping
        self._attachments = attachments
        self._publish = publish
        self._means = means
        self._table = self._reactions()

    def _reactions(self) -> dict[type, Callable[[Link, Any], None]]:
        """Give what is done at each fact."""
        return {
            facts.Registered: self._registered,
            facts.SignInRefused: lambda link, fact: link.refused(fact),
            facts.ServerClosed: lambda link, fact: link.server_closed(fact),
            facts.PongHeard: lambda link, fact: link.pong(fact.token),
            facts.ChannelJoined: self._joined,
            facts.ChannelLeft: self._left,
            facts.ChannelRefused: self._admission.refused,
            facts.KeyTold: self._admission.key_told,
            facts.TopicTold: self._topics.told,
            PeopleListed: self._topics.people_listed,
            facts.Heard: self._heard,
            facts.ReactionTold: self._reaction_told,
            facts.DoneByPerson: self._done_by_person,
            facts.PersonRenamed: self._person_renamed,
            facts.PresenceTold: self._presence_told,
            facts.PageArrived: self._page_arrived,
            facts.PageRefused: lambda _link, fact: self._backlog.refused(fact.room),
            facts.TargetTold: self._coming_in.somebody_wrote,
            facts.TargetsTold: self._coming_in.all_who_wrote_are_told,
            facts.Acknowledged: lambda _, fact: self._outbox.acknowledge(fact.label),
            facts.SendRefused: self._send_refused,
            TypingHeard: self._typing_heard,
            AwayChanged: self._away_changed,
            NickChanged: self._nick_changed,
        }

    def begin(self, username: str) -> None:
        """Forget what belonged to another server, or to another username."""
        self.arrival.cancel()
        self.arrival.username = username
        self._keeping.end()
        self._coming_in.begin()
        self.wishes.clear()
        self._conversations.clear()
        self._outbox.clear()
        self.away = False

    def take(self, link: Link, fact: facts.Fact) -> None:
        """React to a fact; an event for everybody is passed on."""
        if self.arrival.holds(fact):
            return
        reaction = self._table.get(type(fact))
        if reaction:
            reaction(link, fact)
        else:
            self._publish(fact)  # type: ignore[arg-type] # all facts are in the table

    def lost(self, session: Session) -> None:
        """Note that no conversation can be spoken in now."""
        self.arrival.cancel()
        self._backlog.link_lost()
        for conversation in self._conversations.all():
            conversation.joined = conversation.ready = False
            self._publish(RoomChanged(conversation.name))
        self._outbox.link_lost(sending_again_is_safe=session.repeats_known_ids)

    def _registered(self, link: Link, _fact: facts.Registered) -> None:
        link.signed_in()
        self.arrival.begin(link)

    def _joined(self, link: Link, fact: facts.ChannelJoined) -> None:
        key = self._conversations.key_of(fact.channel)
        asked_for = key in self.wishes.rooms
        password = self.wishes.rooms.pop(key, "")
        conversation = self._conversations.find(fact.channel)
        is_new = conversation is None
        if conversation is None:
            conversation = self._conversations.open(fact.channel, RoomKind.CHANNEL)
        session = link.online_session
        if conversation is None or session is None:
            return
        conversation.joined = conversation.wanted = True
        self._admission.joined(conversation)
        conversation.topic = ""
        if password:
            conversation.key = password
            self._keeping.admitted(conversation)
        self._backlog.catch_up(session, conversation)
        if is_new or asked_for:
            self._publish(RoomOpened(conversation.name, asked_for))
        else:
            self._publish(RoomChanged(conversation.name))

    def _left(self, _link: Link, fact: facts.ChannelLeft) -> None:
        conversation = self._conversations.find(fact.channel)
        if conversation is None:
            return
        conversation.joined = conversation.ready = conversation.wanted = False
        if not fact.by:
            self.close(conversation)
            return
        self._backlog.give_up(conversation)
        self._publish(
            RoomClosed(conversation.name, fact.reason, fact.by, fact.is_banned)
        )

    def close(self, conversation: Conversation) -> None:
        """Take a conversation out of the rail; what was not sent is put aside."""
        self._conversations.close(conversation.name)
        if not conversation.unread:
            conversation.mark_read()  # up to one's own last words
            self._keeping.read(conversation)
        self._coming_in.left(conversation)
        self._keeping.closed(conversation)
        self._outbox.leave(conversation)
        self._publish(RoomClosed(conversation.name, key=conversation.key))

    def _heard(self, link: Link, fact: facts.Heard) -> None:
        line = fact.line
        conversation = self._conversations.find(line.room)
        if conversation is None and line.sender in self._conversations.ignored:
            return
        if conversation is None and fact.opens:
            known = conversation_with(self._conversations, link.online_session, line)
            if known:
                self._person_renamed(link, facts.PersonRenamed(known.name, line.room))
            conversation = known or self._coming_in.open_direct(link, line.room)
        if conversation is None:
            self._tell_notice(line)
            return
        if not line.mine and not conversation.is_channel:
            self._set_presence(conversation, Presence.ONLINE)
        line = self._attachments.quoted(conversation, line)
        if not (line.mine and self._outbox.confirm_echo(line, fact.label)):
            if not self._add(conversation, line):
                self._publish(ended_by(line))  # a page of the history came first
            self._attachments.heard(conversation, line)

    def _reaction_told(self, _link: Link, fact: facts.ReactionTold) -> None:
        conversation = self._conversations.find(fact.room)
        if conversation:
            self._attachments.told(conversation, fact)

    def _done_by_person(self, _link: Link, fact: facts.DoneByPerson) -> None:
        for name in (*fact.channels, fact.nick):
            conversation = self._conversations.find(name)
            if conversation:
                line = replace(
                    fact.line, room=conversation.name, key=self._means.new_id()
                )
                self._add(conversation, line)

    def _person_renamed(self, _link: Link, fact: facts.PersonRenamed) -> None:
        self.on_renamed(fact.old, fact.new)
        if self._conversations.rename(fact.old, fact.new):
            conversation = self._conversations.find(fact.new)
            self._publish(RoomRenamed(fact.old, fact.new))
            if conversation:
                self._keeping.renamed(conversation)
                self._outbox.renamed(conversation)

    def _presence_told(self, link: Link, fact: facts.PresenceTold) -> None:
        conversation = self._conversations.find(fact.nick)
        session = link.online_session
        if conversation and session and not conversation.is_channel:
            self._set_presence(conversation, session.presence_of(fact.nick))

    def _page_arrived(self, link: Link, fact: facts.PageArrived) -> None:
        session = link.online_session
        if session:
            self._backlog.arrived(session, fact)

    def _send_refused(self, _link: Link, fact: facts.SendRefused) -> None:
        conversation = self._conversations.find(fact.room)
        if fact.code == NO_SUCH_NICK and conversation and not conversation.is_channel:
            self._set_presence(conversation, Presence.OFFLINE)
        spoken_to = conversation if fact.code in CANNOT_BE_HEARD else None
        is_of_message = self._outbox.refuse(spoken_to, fact.label, fact.sentence)
        if not is_of_message and not fact.is_unasked:
            self._publish(RequestRefused(fact.code, fact.room, fact.sentence))

    def _typing_heard(self, _link: Link, fact: TypingHeard) -> None:
        if fact.nick not in self._conversations.ignored:
            self._publish(fact)

    def _away_changed(self, _link: Link, fact: AwayChanged) -> None:
        self.away = fact.away
        self._publish(fact)

    def _nick_changed(self, _link: Link, fact: NickChanged) -> None:
        """What may be sent again only under the nick it had may be sent now."""
        self._publish(fact)
        self._outbox.flush_ready()

    def _tell_notice(self, line: ChatMessage) -> None:
        """Show words that belong to no open conversation, such as a service's."""
        if line.kind is MessageKind.NOTICE and not line.mine:
            self._publish(ServerSaid(f"{line.sender}: {line.text}"))

    def note(self, conversation: Conversation, text: str) -> None:
        """Put words of the window's own into a conversation, a line each."""
        name, kind = conversation.name, MessageKind.LOCAL
        for line in text.split("\n"):
            key, now = self._means.new_id(), self._means.clock()
            self._add(conversation, ChatMessage(key, name, "", line, now, kind))

    def _add(self, conversation: Conversation, line: ChatMessage) -> bool:
        """Add a line; tells whether it was not there before."""
        is_ignored = line.kind.is_said and line.sender in self._conversations.ignored
        if not conversation.add(line):
            return False
        if not (is_ignored or line.kind.is_amendment):
            self._tell_of(conversation, line)
        if conversation.history.trim():
            self._publish(HistoryLoaded(conversation.name, 0, complete=False))
        return True

    def _tell_of(self, conversation: Conversation, line: ChatMessage) -> None:
        if line.mine and line.change is Change.JOINED and conversation.begin_at(line):
            self._keeping.read(conversation)
        self._publish(MessageAdded(line))
        if conversation.count(line):
            self._publish(RoomChanged(conversation.name))

    def _set_presence(self, conversation: Conversation, presence: Presence) -> None:
        if conversation.presence is not presence:
            conversation.presence = presence
            self._publish(RoomChanged(conversation.name))
