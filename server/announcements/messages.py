"""Who hears what somebody says, and what the sender hears of it himself."""

from chatapp.wire.capabilities import ECHO_MESSAGE
from chatapp.wire.message import parse_tags
from chatapp.wire.tag_names import CHATAPP_ID, TYPING
from server.announcements.multiline import MultilineWords
from server.announcements.table import NextMoment, announces
from server.announcements.words import EventWords
from server.step import Step
from server.world.capabilities import MESSAGE_TAGS
from server.world.chat_message import ChatMessage
from server.world.message_events import MessageRepeated, MessageSent
from server.world.multiline import LINE_BREAK, NO_BREAK
from server.world.page import PastLine
from server.world.user import BOT

PASSING_TAGS = frozenset((CHATAPP_ID, TYPING))
"""What is of no use any more a moment later."""


@announces(MessageSent)
def message_sent(event: MessageSent, _moment: NextMoment, step: Step) -> None:
    """Tell the channel, or the recipient; the sender too if he wants the echo."""
    is_bot = BOT in event.sender.user.modes
    words = message_words(event.message, is_bot=is_bot)
    if event.message.text is None and not event.ranks and _is_lasting(event):
        step.notes.append(words.past_line(event.message.target))
    if event.channel is not None:
        _tell_channel(event, words, step)
    elif event.recipient is not None:
        _tell_recipient(event, words, step)


@announces(MessageRepeated)
def message_repeated(event: MessageRepeated, _moment: NextMoment, step: Step) -> None:
    """Give the sender the first one's echo again; nobody else hears anything."""
    if event.sender.has(ECHO_MESSAGE):
        step.tell_words(event.sender, message_words(event.first))


def message_words(message: ChatMessage, *, is_bot: bool = False) -> EventWords:
    """Give a message as its hearers read it."""
    sequence, time, source, account, command, _, name, text, tags = message
    if text is None:
        body = f":{source} {command} {name}"
        words = EventWords(body, time, sequence, tags, MESSAGE_TAGS)
    elif LINE_BREAK in text or NO_BREAK in text:
        words = MultilineWords(message)
    else:
        words = EventWords(f":{source} {command} {name} :{text}", time, sequence, tags)
    if is_bot or account is not None:
        words.by(account, is_bot=is_bot)
    return words


def past_words(line: ChatMessage | PastLine) -> EventWords:
    """Give a line of the history as its hearers read it."""
    if isinstance(line, ChatMessage):
        return message_words(line)
    needs = MESSAGE_TAGS if line.tags else 0
    return EventWords(line.body, line.time, line.sequence, line.tags, needs)


def _is_lasting(event: MessageSent) -> bool:
    """Tell whether tags without a text mean something later, as a reaction does."""
    return not parse_tags(event.message.client_tags).keys() <= PASSING_TAGS


def _tell_channel(event: MessageSent, words: EventWords, step: Step) -> None:
    assert event.channel is not None  # noqa: S101 - the caller has looked
    sender, channel, ranks = event.sender, event.channel, event.ranks
    wants_echo = ECHO_MESSAGE in sender.capabilities
    audience = channel.audience_with(ranks) if ranks else channel.audience
    step.announce(audience, words, None if wants_echo else sender)
    held = channel.members.get(sender.user)
    is_hearer = held is not None and (not ranks or not ranks.isdisjoint(held))
    if wants_echo and not is_hearer:
        step.tell_words(sender, words)


def _tell_recipient(event: MessageSent, words: EventWords, step: Step) -> None:
    assert event.recipient is not None  # noqa: S101 - the caller has looked
    for session in event.recipient.sessions:
        step.tell_apart(session, words)
    if event.recipient is not event.sender.user:
        for session in event.sender.user.sessions:
            if session is not event.sender:
                step.tell_apart(session, words)
    if event.sender.has(ECHO_MESSAGE):
        step.tell_words(event.sender, words)
