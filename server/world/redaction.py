"""A message is taken back: the event, what it changes, and how it is put back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatapp.wire.message import parse_tags, render_tags
from chatapp.wire.tag_names import CHATAPP_ID
from server.world.chat_message import ChatMessage
from server.world.events import Event
from server.world.page import PastLine
from server.world.recent import repeat_key_of

if TYPE_CHECKING:
    from server.world.channel import Channel
    from server.world.session import Session
    from server.world.user import User
    from server.world.world import World

COMMAND = "REDACT"


@dataclass(frozen=True, slots=True)
class MessageRedacted(Event):
    """Somebody took back what he or another had said, in a channel or to one user.

    `line` is what was there; `trace` is what stands in the history instead.
    """

    sender: "Session"
    channel: "Channel | None"
    recipient: "User | None"
    line: ChatMessage | PastLine
    trace: PastLine

    @property
    def is_durable(self) -> bool:
        """Whether it must be recorded: always, or the words would come back."""
        return True


def blank(message: ChatMessage) -> ChatMessage:
    """Give what is kept of a message without its words: its sender's id of it."""
    client_id = parse_tags(message.client_tags).get(CHATAPP_ID)
    tags = render_tags({CHATAPP_ID: client_id}) if client_id else ""
    return message._replace(text="", client_tags=tags)


def redact(world: "World", event: MessageRedacted) -> tuple[Event, ...]:
    """Keep no words of it in memory; that it was sent is known on."""
    if isinstance(event.line, ChatMessage):
        _remember(world, blank(event.line))
    return ()


def put_words_back(world: "World", event: MessageRedacted) -> None:
    """Know the words again of a message that could not be taken back."""
    if isinstance(event.line, ChatMessage):
        _remember(world, event.line)


def _remember(world: "World", message: ChatMessage) -> None:
    key = repeat_key_of(message, world.fold)
    first = world.recent.find(key) if key is not None else None
    if key is not None and first is not None and first.sequence == message.sequence:
        world.recent.replace(key, message)
