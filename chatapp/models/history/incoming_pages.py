"""Joins the pages that a server sends with what is in memory and on disk."""

from collections.abc import Callable
from dataclasses import replace

from chatapp.models.entities import ChatMessage
from chatapp.models.events import Event, RoomChanged
from chatapp.models.history.page_requests import Purpose, Wish
from chatapp.models.history.recollection import Recollection
from chatapp.models.history.weaving import Merged
from chatapp.models.messages.attachments import Attachments
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.session.facts import PageArrived, ReactionTold
from chatapp.models.storage.spans import Reach

MOST_WITHOUT_LINES = 100


class IncomingPages:
    """Puts each page where it belongs, and tells what came with it."""

    def __init__(
        self,
        outbox: Outbox,
        recollection: Recollection,
        attachments: Attachments,
        publish: Callable[[Event], None],
    ) -> None:
        self._outbox = outbox
        self._recollection = recollection
        self._attachments = attachments
        self._publish = publish

    def read(self, wish: Wish, fact: PageArrived, limit: int) -> list[ChatMessage]:
        """Give the lines of a page, no more of them than were asked for."""
        is_newer = wish.purpose is Purpose.NEWER
        asked_for = fact.lines[:limit] if is_newer else fact.lines[-limit:]
        page = self._outbox.claim_past(wish.conversation, asked_for)
        return self._attachments.page(wish.conversation, page, fact.reactions)

    def take_older(self, wish: Wish, page: list[ChatMessage]) -> Merged:
        """Put a page at the beginning, or where something was missing."""
        conversation, reach = wish.conversation, Reach.UNKNOWN
        history = conversation.history
        is_gap = wish.purpose is Purpose.GAP
        older = history.before_last_gap()[-1:]
        merged = history.merge_page(page) if is_gap else history.merge_front(page)
        if not page or (wish.is_continued and not merged.found_anything):
            reach = Reach.JOINS_OLDER if is_gap else Reach.FIRST_WORD
            if is_gap:
                history.close_gap()
            else:
                history.complete = True
        archive = self._recollection.archive_of(conversation)
        archive.keep_page(page, wish.beside, reach, *older)
        return merged

    def take_newer(self, wish: Wish, page: list[ChatMessage]) -> None:
        """Put a page behind the part that is read far back."""
        conversation, beside = wish.conversation, wish.beside
        merged = conversation.history.merge_newer(page)
        if not merged.found_anything:
            conversation.history.cut = None
        if beside is not None:
            archive = self._recollection.archive_of(conversation)
            archive.keep_page([beside, *page], beside, Reach.UNKNOWN)
        self._attachments.arrived(conversation, merged.added)
        self._recollection.tell(conversation, len(merged.added))

    def take_around(self, wish: Wish, page: list[ChatMessage]) -> bool:
        """Put a page by itself that a message is in; False when it is not."""
        if all(line.msgid != wish.msgid for line in page):
            return False
        conversation = wish.conversation
        archive = self._recollection.archive_of(conversation)
        archive.keep_page(page, page[0], Reach.UNKNOWN)
        merged = self._recollection.jump(conversation, wish.msgid, page)
        self._attachments.arrived(conversation, merged.added)
        return True

    def tell(self, wish: Wish, merged: Merged) -> None:
        """Count what is new of a page, and tell that it came."""
        conversation, since = wish.conversation, wish.unread_since
        fresh = merged.added
        if wish.purpose is not Purpose.GAP:
            # Of these some are what a window missed that crashed before it had all.
            fresh = tuple(line for line in fresh if conversation.is_new(line, since))
        counted = [conversation.count(line) for line in fresh]
        if any(counted):
            self._publish(RoomChanged(conversation.name))
        self._attachments.arrived(conversation, merged.added)
        self._recollection.tell(conversation, len(merged.added))


def beyond_reactions(wish: Wish, fact: PageArrived) -> Wish | None:
    """Give what to ask for behind a page in which there are only reactions, if it is.

    Such a page is as long as any other, so that it does not tell that nothing follows.

    Raises:
        ValueError: so many of them have come that there may be no end.
    """
    if fact.lines or not fact.reactions or wish.purpose is Purpose.AROUND:
        return None
    if wish.pages >= MOST_WITHOUT_LINES:
        raise ValueError
    is_newer = wish.purpose is Purpose.NEWER
    beside = _place_of(fact.reactions[-1 if is_newer else 0])
    return replace(wish, beside=beside, known=(), pages=wish.pages + 1)


def _place_of(told: ReactionTold) -> ChatMessage:
    """Give a line that stands for a reaction where only its place is of use."""
    return ChatMessage("", told.room, told.sender, "", told.time, msgid=told.told_by)
