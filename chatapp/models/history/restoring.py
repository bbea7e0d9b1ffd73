"""Opens again what an earlier window of this profile left open, or did not send."""

from chatapp.models.entities import RoomKind
from chatapp.models.history.kept_profile import KeptProfile
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.storage.outbox import KeptState
from chatapp.models.storage.rooms import KeptRoom


def restore(
    kept: KeptProfile,
    conversations: Conversations,
    outbox: Outbox,
    *,
    sending_again_is_safe: bool,
) -> list[Conversation]:
    """Open the rooms, with what waits in them; give those that were not open yet."""
    known = conversations.all()
    for room in kept.rooms:
        _find_or_open(conversations, room.name, room.kind, room)
    for message in kept.outbox:
        if message.state is KeptState.LEFT:
            outbox.put_aside(message)
            continue
        conversation = _find_or_open(
            conversations, message.room_name, message.room_kind
        )
        if conversation:
            outbox.restore(
                conversation, message, sending_again_is_safe=sending_again_is_safe
            )
    return [each for each in conversations.all() if each not in known]


def _find_or_open(
    conversations: Conversations,
    name: str,
    kind: RoomKind,
    kept: KeptRoom | None = None,
) -> Conversation | None:
    found = conversations.find(name)
    if found:
        return found
    opened = conversations.open(name, kind, kept)
    if opened:
        opened.wanted = opened.is_channel
    return opened
