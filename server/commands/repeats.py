"""Messages that come again, because their sender does not know whether they arrived.

A client gives each message an id of its own, the tag +chatapp/id. The latest messages
are remembered. A client that repeats an older one says so with +chatapp/again, whose
value may be a time of the server's before which it was not sent; then a worker looks
for it in the history.
"""

from collections.abc import Callable

from chatapp.wire.message import Message
from chatapp.wire.tag_names import CHATAPP_AGAIN, CHATAPP_ID
from chatapp.wire.timestamps import milliseconds, parse_time
from server.commands.context import Context
from server.commands.recipients import Recipient
from server.world.chat_message import ChatMessage
from server.world.message_events import MessageRepeated
from server.world.page import Sought
from server.world.recent import RepeatKey, repeat_key
from server.world.user import owner_of

SLACK_MILLISECONDS = 60_000


def repeat_mark(
    context: Context, message: Message, recipient: Recipient
) -> RepeatKey | None:
    """Give what finds a message again when it is repeated; None: nothing does."""
    client_id = message.tags.get(CHATAPP_ID)
    if not client_id:
        return None
    return repeat_key(context.user.owner, client_id, recipient.key)


def is_repeated(context: Context, mark: RepeatKey, recipient: Recipient) -> bool:
    """Tell whether a message was sent before; its sender then hears the first one."""
    recent = context.world.recent
    found = (recent.find(each) for each in _marks(context, mark))
    first = next(filter(None, found), None)
    if first is None or first.sequence < _first_number(recipient):
        return False
    tell_first(context, first, recipient)
    return True


def tell_first(context: Context, first: ChatMessage, recipient: Recipient) -> None:
    """Let the sender hear again what came of his message the first time."""
    is_for_all = first.text is not None and not recipient.ranks
    is_kept = is_for_all and context.settings.history.enabled
    context.commit(MessageRepeated(context.session, first, is_kept))


def says_again(context: Context, message: Message) -> bool:
    """Tell whether a client says that it has sent this before, perhaps long ago."""
    return CHATAPP_AGAIN in message.tags and context.settings.history.enabled


def look_for_first(
    context: Context,
    message: Message,
    mark: RepeatKey,
    recipient: Recipient,
    then: Callable[[Context, ChatMessage | None], None],
) -> None:
    """Look in the history for the first one, and go on with what is found."""
    since = _earliest(message.tags[CHATAPP_AGAIN])
    sought = Sought(
        recipient.key, _first_number(recipient), since, _marks(context, mark)
    )
    context.later(lambda history: history.find(sought), then)


def _marks(context: Context, mark: RepeatKey) -> tuple[RepeatKey, ...]:
    """Give what a message may be found by: its sender had no account at first."""
    if context.user.account is None:
        return (mark,)
    return (mark, repeat_key(owner_of(None, context.user.key), *mark[1:]))


def _first_number(recipient: Recipient) -> int:
    return recipient.channel.history_start if recipient.channel is not None else 0


def _earliest(text: str) -> int:
    try:
        return milliseconds(parse_time(text)) - SLACK_MILLISECONDS
    except ValueError:
        return 0
