"""Comes into what was open: at first what is kept, and after each sign-in all of it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from chatapp.models.connection.link import Link
from chatapp.models.entities import RoomKind
from chatapp.models.events import Event, RoomOpened, SignedIn
from chatapp.models.history.backlog import Backlog
from chatapp.models.history.kept_profile import KeptProfile
from chatapp.models.history.restoring import restore
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.rooms.joining_again import join_again
from chatapp.models.rooms.room_events import KeptOpened
from chatapp.models.rooms.spare_talks import spare_talk
from chatapp.models.rooms.while_away import WhileAway
from chatapp.models.rooms.wishes import Wishes
from chatapp.models.session.facts import TargetsTold, TargetTold
from chatapp.models.session.session import Session
from chatapp.models.storage.outbox import KeptMessage

MOST_BY_OTHERS = 900
"""As many conversations as others can open: the other ones are for oneself."""


class ComingIn:
    """Opens conversations that one did not ask for just now."""

    def __init__(
        self,
        conversations: Conversations,
        outbox: Outbox,
        backlog: Backlog,
        wishes: Wishes,
        publish: Callable[[Event], None],
        clock: Callable[[], datetime],
    ) -> None:
        self.close: Callable[[Conversation], None] = lambda _conversation: None
        self._conversations = conversations
        self._outbox = outbox
        self._backlog = backlog
        self._wishes = wishes
        self._publish = publish
        self._while_away = WhileAway(conversations, clock)
        self._was_here = False

    def begin(self) -> None:
        """Know that one was never at this server."""
        self._was_here = False
        self._while_away.begin()

    def restore(self, session: Session, kept: KeptProfile) -> list[Conversation]:
        """Open what was open, and give what was not open yet."""
        self._conversations.ignored.fill(kept.ignored)
        self._while_away.note_read(kept.read_until)
        wishes = self._wishes
        wishes.room_looked_at = wishes.room_looked_at or kept.open_room
        return self._open(session, kept)

    def open_kept(self, session: Session, kept: KeptProfile) -> None:
        """Open what was open, and say that it is, while nobody answers."""
        self._was_here = True
        self.restore(session, kept)
        self._backlog.link_lost()
        self._publish(KeptOpened())

    def restore_more(
        self, session: Session, left: Sequence[KeptMessage]
    ) -> list[Conversation]:
        """Have what other windows left; give the conversations that it opens."""
        return self._open(session, KeptProfile(outbox=tuple(left)))

    def _open(self, session: Session, kept: KeptProfile) -> list[Conversation]:
        opened = restore(
            kept,
            self._conversations,
            self._outbox,
            sending_again_is_safe=session.repeats_known_ids,
        )
        for conversation in opened:
            self._backlog.show_kept(conversation)
            self._publish(RoomOpened(conversation.name))
        self._outbox.flush_ready()
        return opened

    def arrived(self, session: Session) -> None:
        """Say that one is here, and come into everything that is open."""
        again, self._was_here = self._was_here, True
        self._publish(SignedIn(session.nick, again))
        if self._wishes.away_words is not None:
            session.send("AWAY", self._wishes.away_words)
        self.come_into(session, self._conversations.all())
        self._while_away.ask(session)

    def left(self, conversation: Conversation) -> None:
        """Know how far a conversation was read that is closed."""
        if conversation.marker is not None:
            self._while_away.note_read(conversation.marker.time)

    def come_into(self, session: Session, found: list[Conversation]) -> None:
        """Join the channels among these, and ask what was said in the others."""
        known = session.roster.channel
        wanted = [each for each in found if each.is_channel and each.wanted]
        join_again(session, [each for each in wanted if not known(each.name)])
        for conversation in found:
            if not conversation.is_channel:
                self._backlog.catch_up(session, conversation)

    def keep_again(self, session: Session) -> None:
        """Keep what is said from now on, where nothing could be kept."""
        for conversation in self._conversations.all():
            is_here = conversation.joined or not conversation.is_channel
            if is_here and conversation.room_id is None:
                self._backlog.catch_up(session, conversation)

    def somebody_wrote(self, link: Link, told: TargetTold) -> None:
        """Open the conversation with somebody who wrote while one was away."""
        if told.name in self._conversations.ignored:
            return
        if self._while_away.is_news(told.name, told.time):
            self.open_direct(link, told.name, self._while_away.since)

    def all_who_wrote_are_told(self, link: Link, _told: TargetsTold) -> None:
        """Ask for others, if the server names only so many at once."""
        if link.online_session:
            self._while_away.all_named(link.online_session)

    def open_direct(
        self, link: Link, nick: str, unread_since: datetime | None = None
    ) -> Conversation | None:
        """Open the conversation with somebody who writes; None when it cannot be.

        Where there are very many, the one goes that is least likely to be missed.
        """
        if len(self._conversations.direct()) >= MOST_BY_OTHERS:
            spare = spare_talk(self._conversations, self._wishes.room_looked_at)
            if spare:
                self.close(spare)
        conversation = self._conversations.open(nick, RoomKind.DIRECT)
        session = link.online_session
        if conversation and session:
            self._backlog.catch_up(session, conversation, unread_since)
            self._publish(RoomOpened(conversation.name))
        return conversation
