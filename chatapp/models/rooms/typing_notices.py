"""Tells others that one writes: not too often, and that one has stopped."""

from functools import partial
from typing import TYPE_CHECKING

from chatapp.models.connection.link import Link
from chatapp.models.entities import Typing
from chatapp.models.program.scheduler import Scheduler, Timer
from chatapp.models.rooms.conversations import Conversations
from chatapp.models.session.typing import tell_typing
from chatapp.wire.message import MalformedMessage
from chatapp.wire.names import is_channel

if TYPE_CHECKING:
    from collections.abc import Callable

AGAIN_SECONDS = 3.0
"""Others are told at most so often (https://ircv3.net/specs/client-tags/typing)."""

PAUSE_SECONDS = 5.0
"""Who has written nothing for so long has paused."""


class TypingNotices:
    """What others are told of one's writing, in the room that one writes in."""

    def __init__(
        self, link: Link, scheduler: Scheduler, conversations: Conversations
    ) -> None:
        self.is_on: Callable[[], bool] = lambda: True
        self._link = link
        self._scheduler = scheduler
        self._conversations = conversations
        self._room = ""
        self._told: Typing | None = None
        self._rest: Timer | None = None
        self._pause: Timer | None = None

    def wrote(self, room: str, text: str) -> None:
        """Take in what stands in the box now."""
        if room != self._room:
            self.stop()
            self._room = room
        is_command = text.startswith("/") and not text.startswith("//")
        if not text.strip() or is_command:
            self.stop()
            return
        self._cancel_pause()
        self._pause = self._scheduler.call_later(PAUSE_SECONDS, self._paused)
        if self._rest is None or self._told is not Typing.ACTIVE:
            self._tell(Typing.ACTIVE)

    def sent(self) -> None:
        """Forget what was told: a message that is heard ends it for everybody."""
        self._forget()

    def stop(self) -> None:
        """Tell that one has given up what was written, if anybody knows of it."""
        if self._told:
            self._tell(Typing.DONE)
        self._forget()

    def _paused(self) -> None:
        self._pause = None
        if self._told is Typing.ACTIVE:
            self._tell(Typing.PAUSED)

    def _tell(self, state: Typing) -> None:
        session = self._link.online_session
        if session is None or not self.is_on() or self._is_left():
            return
        try:
            tell_typing(session, self._room, state)
        except MalformedMessage:
            return
        self._told = state
        if self._rest:
            self._rest.cancel()
        forget_rest = partial(setattr, self, "_rest", None)
        self._rest = self._scheduler.call_later(AGAIN_SECONDS, forget_rest)

    def _is_left(self) -> bool:
        """Tell whether the room is a channel in which one is not: no one hears it."""
        conversation = self._conversations.find(self._room)
        is_joined = conversation is not None and conversation.joined
        return is_channel(self._room) and not is_joined

    def _forget(self) -> None:
        self._cancel_pause()
        if self._rest:
            self._rest.cancel()
        self._rest = self._told = None

    def _cancel_pause(self) -> None:
        if self._pause:
            self._pause.cancel()
            self._pause = None
