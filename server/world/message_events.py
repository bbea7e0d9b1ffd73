"""What happens when somebody says something."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.world.chat_message import ChatMessage
from server.world.events import Event

if TYPE_CHECKING:
    from server.world.channel import Channel
    from server.world.session import Session
    from server.world.user import User


@dataclass(slots=True)
class MessageSent(Event):
    """Somebody said something, in a channel or to one user.

    It is not frozen, for it is made for each message: that would take thrice as long.

    `repeat_key` finds it again should the client repeat it; None: it will not. In a
    channel only members with one of these `ranks` hear it, or everybody (none).
    """

    sender: "Session"
    channel: "Channel | None"
    recipient: "User | None"
    message: ChatMessage
    repeat_key: tuple[str, str, str] | None
    is_kept: bool
    ranks: frozenset[str] = frozenset()

    @property
    def is_durable(self) -> bool:
        """Whether it belongs in the history."""
        return self.is_kept


@dataclass(frozen=True, slots=True)
class MessageRepeated(Event):
    """A client sent again what it had sent, not knowing whether it had arrived.

    It is durable although it adds nothing: its sender may be told that the first
    one arrived only when that one is on the disk.
    """

    sender: "Session"
    first: ChatMessage
    is_kept: bool

    @property
    def is_durable(self) -> bool:
        """Whether the first one had to be recorded."""
        return self.is_kept
