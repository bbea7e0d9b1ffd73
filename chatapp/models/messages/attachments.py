"""Joins to each line what hangs on it: what it answers, and how people reacted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from chatapp.models.entities import ChatMessage
from chatapp.models.events import Event, MessageReplaced, RoomChanged
from chatapp.models.history.archives import Archives
from chatapp.models.messages.quoting import quote_of, with_quote
from chatapp.models.messages.tally import counted
from chatapp.models.rooms.conversations import Conversation
from chatapp.models.session.facts import ReactionTold

MOST_UNQUOTED = 1_000
MOST_ANSWERS = 1_000
"""So many answers to one line are known that wait for it."""


class Attachments:
    """Looks for what hangs on lines among those in memory, and then on disk."""

    def __init__(self, archives: Archives, publish: Callable[[Event], None]) -> None:
        self._archives = archives
        self._publish = publish

    def quoted(self, conversation: Conversation, line: ChatMessage) -> ChatMessage:
        """Give a line with what it answers, if that is in memory."""
        original = conversation.history.with_msgid(line.reply_to)
        return with_quote(line, quote_of(original)) if original else line

    def heard(self, conversation: Conversation, line: ChatMessage) -> None:
        """Look on disk for what a line answers that was heard just now."""
        if line.reply_to and line.quote is None:
            self.look_up(conversation, [line])

    def page(
        self,
        conversation: Conversation,
        lines: Iterable[ChatMessage],
        told: Sequence[ReactionTold],
    ) -> list[ChatMessage]:
        """Give a page's lines with what hangs on them by the page and by memory."""
        page = {line.key: line for line in lines}
        by_msgid = {line.msgid: line.key for line in page.values() if line.msgid}
        for each in told:
            key = by_msgid.get(each.msgid)
            if key and page[key].kind.is_said:
                reactions = counted(page[key].reactions, each)
                page[key] = replace(page[key], reactions=reactions)
            self._put_on(conversation, each)
        self._archives.of(conversation).keep_reactions(told)
        for key, line in page.items():
            if line.reply_to in by_msgid:
                page[key] = with_quote(line, quote_of(page[by_msgid[line.reply_to]]))
            elif line.reply_to:
                page[key] = self.quoted(conversation, line)
        return list(page.values())

    def arrived(self, conversation: Conversation, added: Sequence[ChatMessage]) -> None:
        """Join with a page that came what is in memory and what is on disk."""
        for line in added:
            self._quote_in_answers(conversation, line)
        self.look_up(conversation, added)

    def look_up(self, conversation: Conversation, lines: Sequence[ChatMessage]) -> None:
        """Look on disk for what hangs on lines that did not come from there."""
        sought = [line for line in lines if line.msgid]
        for line in sought:
            if line.reply_to and line.quote is None:
                self._note_unquoted(conversation, line)
        if sought:
            self._archives.of(conversation).look_up(
                sought, lambda kept: self._found(conversation, sought, kept.lines)
            )

    def told(self, conversation: Conversation, told: ReactionTold) -> None:
        """Take in how somebody reacts now."""
        self._put_on(conversation, told)
        self._archives.of(conversation).keep_reactions([told])

    def changed(self, conversation: Conversation, line: ChatMessage) -> None:
        """Note that a line has other words now: its answers quote those."""
        history = conversation.history
        for key in history.answers_to(line.msgid):
            answer = history.find(key)
            if answer and answer.quote:
                self._replace(conversation, with_quote(answer, quote_of(line)))

    def _put_on(self, conversation: Conversation, told: ReactionTold) -> None:
        line = conversation.history.with_msgid(told.msgid)
        if line is not None and line.kind.is_said:
            reactions = counted(line.reactions, told)
            self._replace(conversation, replace(line, reactions=reactions))

    def _found(
        self,
        conversation: Conversation,
        sought: Sequence[ChatMessage],
        found: Sequence[ChatMessage],
    ) -> None:
        """Take over what the disk has, unless more was told in the meantime."""
        outdated = []
        for before, kept in zip(sought, found, strict=False):
            line = conversation.history.find(before.key)
            if line is None:
                continue
            if line.reactions == before.reactions:
                line = replace(line, reactions=kept.reactions)
            else:
                outdated.append(line)
            self._replace(
                conversation, with_quote(line, kept.quote) if kept.quote else line
            )
        if outdated:
            self.look_up(conversation, outdated)

    def _quote_in_answers(
        self, conversation: Conversation, original: ChatMessage
    ) -> None:
        for key in conversation.unquoted.pop(original.msgid, ()):
            answer = conversation.history.find(key)
            if answer:
                self._replace(conversation, with_quote(answer, quote_of(original)))

    def _note_unquoted(self, conversation: Conversation, line: ChatMessage) -> None:
        unquoted = conversation.unquoted
        answers = unquoted.setdefault(line.reply_to, {})
        answers[line.key] = None
        if len(answers) > MOST_ANSWERS:
            del answers[next(iter(answers))]
        while len(unquoted) > MOST_UNQUOTED:
            del unquoted[next(iter(unquoted))]

    def _replace(self, conversation: Conversation, line: ChatMessage) -> None:
        history, name = conversation.history, conversation.name
        before = history.find(line.key)
        if before is None or before == line or not history.replace(line):
            return
        if conversation.recount(before, line):
            self._publish(RoomChanged(name))
        self._publish(MessageReplaced(name, line.key, line))
