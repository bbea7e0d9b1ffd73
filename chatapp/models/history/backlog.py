"""Asks the server for what was said earlier, and joins it with what is known."""

from collections.abc import Callable
from datetime import datetime
from weakref import WeakSet

from chatapp.language import gettext as _
from chatapp.models.entities import ChatMessage
from chatapp.models.events import Event, HistoryLoaded, RequestRefused
from chatapp.models.history.archives import Archives
from chatapp.models.history.incoming_pages import IncomingPages, beyond_reactions
from chatapp.models.history.page_requests import PageRequests, Purpose, Wish
from chatapp.models.history.recollection import Recollection
from chatapp.models.messages.attachments import Attachments
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.program.scheduler import Scheduler
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.session import read_markers
from chatapp.models.session.facts import PageArrived
from chatapp.models.session.history_requests import page_lines, takes_msgids
from chatapp.models.session.session import Session

MOST_GAP_PAGES = 20
NOT_FOUND = _(
    "This message cannot be found. It is older than what is kept of this room, or it"
    " was deleted."
)


class Backlog:
    """Fills each conversation's past, from what is kept and from the server."""

    def __init__(
        self,
        conversations: Conversations,
        outbox: Outbox,
        scheduler: Scheduler,
        publish: Callable[[Event], None],
        archives: Archives,
        attachments: Attachments,
    ) -> None:
        self._conversations = conversations
        self._outbox = outbox
        self._publish = publish
        self._recollection = Recollection(archives, scheduler, publish)
        self._pages = IncomingPages(outbox, self._recollection, attachments, publish)
        self.requests = PageRequests(scheduler, self._timed_out)
        self._session: Session | None = None
        self._without: WeakSet[Conversation] = WeakSet()

    def show_kept(self, conversation: Conversation) -> None:
        """Bring back what is kept of a conversation, whether or not one gets there."""
        self._recollection.show(conversation)

    def catch_up(
        self,
        session: Session,
        conversation: Conversation,
        unread_since: datetime | None = None,
    ) -> None:
        """Get what was said while one was not there; then the room is ready.

        Args:
            session: with whom.
            conversation: which one.
            unread_since: from when on lines count as unread where none are kept.
        """
        self._session = session
        self.requests.forget(conversation)
        self._without.discard(conversation)
        conversation.history.filling = True
        if not conversation.is_channel:
            read_markers.ask(session, conversation.name)
        conversation.history.waits_for_link = False
        if not session.has_history:
            self._without.add(conversation)
        else:
            conversation.history.open_gap()
        if not conversation.history.pending() or not session.has_history:
            self._be_ready(conversation)
        self._recollection.begin(
            conversation, lambda: self._begun(session, conversation, unread_since)
        )

    def fetch_older(self, conversation: Conversation | None) -> bool:
        """Get the page before the oldest message; False when nothing is missing."""
        if conversation is None or self.is_busy(conversation):
            return False
        history = conversation.history
        history.forget_before_cut()
        if history.complete:
            return self.fill_gap(conversation)
        self._recollection.read_older(
            conversation,
            across=conversation in self._without,
            nothing=lambda: self._ask_older(conversation),
        )
        return not history.complete or self.is_busy(conversation)

    def fill_gap(self, conversation: Conversation | None) -> bool:
        """Get what may be missing in the middle; False when that is no use."""
        session = self._session
        if conversation is None or session is None or self.is_busy(conversation):
            return False
        history = conversation.history
        if not history.has_gap:
            return False
        if self._can_ask(session, conversation):
            self._ask(session, Wish.to_fill(session, conversation))
        return self.is_busy(conversation)

    def fetch_newer(self, conversation: Conversation | None) -> bool:
        """Get what follows the part that is read far back; False when that is all."""
        if conversation is None or self.is_busy(conversation):
            return False
        if conversation.history.cut is None:
            return False
        self._recollection.read_newer(
            conversation, lambda line: self._ask_newer(conversation, line)
        )
        return True

    def fetch_around(self, conversation: Conversation | None, msgid: str) -> bool:
        """Get a message and what is around it; False while something else comes."""
        if conversation is None or self.is_busy(conversation):
            return False
        self._recollection.read_around(
            conversation, msgid, lambda: self._ask_around(conversation, msgid)
        )
        return True

    def arrived(self, session: Session, fact: PageArrived) -> None:
        """Take in a page that was asked for, and no more of it than that."""
        conversation = self._conversations.find(fact.room)
        wish = self.requests.answered(conversation) if conversation else None
        if conversation is None or wish is None:
            return
        try:
            self._take(session, wish, fact)
        except Exception:  # its reader skips what fails, and nothing else will come
            self._do_without(conversation)
            raise

    def _take(self, session: Session, wish: Wish, fact: PageArrived) -> None:
        conversation = wish.conversation
        beyond = beyond_reactions(wish, fact)
        if beyond:
            self._pages.read(wish, fact, 0)
            self._ask(session, beyond)
            return
        page = self._pages.read(wish, fact, page_lines(session))
        if wish.then:
            wish.then(page)
            return
        if wish.purpose is Purpose.AROUND:
            if not self._pages.take_around(wish, page):
                self._not_found(conversation)
            return
        if wish.purpose is Purpose.NEWER:
            self._pages.take_newer(wish, page)
            return
        merged = self._pages.take_older(wish, page)
        history = conversation.history
        fills = wish.purpose is Purpose.GAP and history.has_gap
        history.filling = fills and wish.pages < MOST_GAP_PAGES
        self._pages.tell(wish, merged)
        if history.filling:
            self._ask(session, Wish.to_fill(session, conversation, wish.pages + 1))
        else:
            self._be_ready(conversation)

    def refused(self, room: str) -> None:
        """Do without a page that the server does not give."""
        conversation = self._conversations.find(room) if room else None
        if room and conversation is None:
            return
        wish = self.requests.answered(conversation)
        if wish is None:
            return
        if wish.then:
            wish.then(None)
            return
        if wish.known and wish.beside is None and self._session:
            self._ask(self._session, Wish(wish.conversation, wish.purpose))
            return
        if wish.purpose is Purpose.AROUND:
            self._not_found(wish.conversation)
            return
        history = wish.conversation.history
        history.filling = False
        self._without.add(wish.conversation)
        while history.has_gap:
            history.close_gap()
        self._be_ready(wish.conversation)
        self._read_across(wish.conversation)

    def link_lost(self) -> None:
        """Expect no answers any more."""
        self._session = None
        self.requests.clear()
        self._without.clear()
        for conversation in self._conversations.all():
            conversation.history.waits_for_link = True

    def give_up(self, conversation: Conversation) -> None:
        """Do without what was missed in a room that one cannot get into."""
        conversation.history.filling = False

    def _ask(self, session: Session, wish: Wish) -> None:
        wish.conversation.history.filling = wish.purpose.is_of_what_was_missed
        self.requests.ask(session, wish)

    def _begun(
        self,
        session: Session,
        conversation: Conversation,
        unread_since: datetime | None,
    ) -> None:
        """Ask for what is not kept, once that is known."""
        history = conversation.history
        if session is not self._session:
            return  # the link was lost meanwhile; what is missing still is
        if not self._can_ask(session, conversation):
            history.filling = False
            while history.has_gap:
                history.close_gap()
            self._read_across(conversation)
            return
        purpose = Purpose.GAP if history.has_gap else Purpose.FIRST_LOOK
        known = tuple(history.before_last_gap())
        wish = Wish(conversation, purpose, known=known, unread_since=unread_since)
        self._ask(session, wish)

    def _read_across(self, conversation: Conversation) -> None:
        """Make do with what is kept, where there is no server to ask."""
        if not self._recollection.is_reading(conversation):
            self._recollection.read_older(
                conversation,
                across=True,
                nothing=lambda: self._ask_older(conversation),
            )

    def _ask_older(self, conversation: Conversation) -> None:
        if self.requests.is_asked(conversation):
            return  # what was missed comes first
        history, session = conversation.history, self._session
        if session and self._can_ask(session, conversation):
            self._ask(session, Wish.for_older(session, conversation))
            return
        history.complete = conversation in self._without
        self._publish(HistoryLoaded(conversation.name, 0, history.complete))

    def _ask_newer(self, conversation: Conversation, line: ChatMessage) -> None:
        if self.requests.is_asked(conversation):
            return
        session = self._session
        if session and self._can_ask(session, conversation):
            self._ask(session, Wish(conversation, Purpose.NEWER, line))
        else:
            self._publish(HistoryLoaded(conversation.name, 0, complete=False))

    def _ask_around(self, conversation: Conversation, msgid: str) -> None:
        session = self._session
        is_free = not self.requests.is_asked(conversation)
        can_ask = session and is_free and self._can_ask(session, conversation)
        if session and can_ask and takes_msgids(session):
            self._ask(session, Wish(conversation, Purpose.AROUND, msgid=msgid))
            return
        self._not_found(conversation)

    def _not_found(self, conversation: Conversation) -> None:
        """Say that a message cannot be had, and that nothing comes."""
        complete = conversation.history.complete
        self._publish(HistoryLoaded(conversation.name, 0, complete))
        self._publish(RequestRefused("", conversation.name, NOT_FOUND))

    def _be_ready(self, conversation: Conversation) -> None:
        conversation.ready = conversation.joined or not conversation.is_channel
        if conversation.ready:
            self._outbox.flush(conversation)

    def _timed_out(self, conversation: Conversation) -> None:
        if self.requests.forget(conversation):
            self._do_without(conversation)

    def _do_without(self, conversation: Conversation) -> None:
        """Go on without a page that is not to be had now; it can be asked for again."""
        conversation.history.filling = False
        complete = conversation.history.complete
        self._publish(HistoryLoaded(conversation.name, 0, complete))
        self._be_ready(conversation)

    def is_busy(self, conversation: Conversation) -> bool:
        """Tell whether lines of it are on their way, from the disk or the server."""
        is_reading = self._recollection.is_reading(conversation)
        return is_reading or self.requests.is_asked(conversation)

    def _can_ask(self, session: Session, conversation: Conversation) -> bool:
        is_here = conversation.joined or not conversation.is_channel
        return is_here and session.has_history and conversation not in self._without
