"""A client without a window: the real models, and a witness of what they tell."""

import random
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from chatapp.models.connection import Connection
from chatapp.models.entities import ChatMessage, Connectedness, MessageKind
from chatapp.models.event_bus import EventBus
from chatapp.models.events import (
    MessageAdded,
    MessageReplaced,
    RoomOpened,
    SignInFailed,
)
from chatapp.models.mailbox import Mailbox
from chatapp.models.network import Network
from chatapp.models.storage.store import Store
from tests.support.main_loop import MainLoop
from tests.support.verdict import Witness

LOBBY = "#lobby"
SECONDS_BETWEEN_SIGN_INS = 3.0
ENDING_SECONDS = 5.0


class HeadlessClient:
    """One person in the lobby, who goes on trying to get there."""

    def __init__(self, loop: MainLoop, folder: Path, port: int, nick: str) -> None:
        """Begin to sign in on this machine; what is to last is kept in the folder."""
        self.on_told: Callable[[str, str], None] = lambda _kind, _text: None
        self.nick = nick
        self._loop = loop
        self._port = port
        self._told = Witness(nick)
        self._to_write: list[str] = []
        self._mailbox = Mailbox(loop, loop)
        self._store = Store(folder / f"{nick}.db", self._mailbox.post)
        bus = EventBus(self._mailbox.request_frame)
        bus.subscribe(MessageAdded, self._added)
        bus.subscribe(MessageReplaced, self._replaced)
        bus.subscribe(SignInFailed, self._sign_in_failed)
        bus.subscribe(RoomOpened, lambda _event: self._write_on())
        self.network = Network(
            bus,
            self._mailbox,
            loop.now,
            lambda: secrets.token_urlsafe(9),
            Connection,
            loop,
            random.Random(nick),
            self._store,
        )
        self._sign_in()

    def unsettled(self) -> str:
        """Say what is still to come; "" when all is confirmed and read."""
        history, state = self.network.history(LOBBY), self.network.state
        if state is not Connectedness.ONLINE:
            return state.name.lower()
        if pending := self._to_write + _words(history.pending()):
            return f"has not sent {pending}"
        if history.has_gap:
            return "has a gap"
        return "" if history.complete else "has not read the beginning"

    def write(self, text: str) -> None:
        """Write a message that is like no other, as soon as the lobby is open."""
        self._told.written.append(text)
        self._to_write.append(text)
        self._write_on()

    def post(self, callback: Callable[[], None]) -> None:
        """Have something done on the main loop; may be called from any thread."""
        self._mailbox.post(callback)

    def scroll_up(self) -> None:
        """Ask for what was said earlier."""
        self.network.fetch_older(LOBBY)

    def texts(self) -> list[str]:
        """Give what is confirmed, in its order."""
        history = self.network.history(LOBBY)
        return _words(history[: history.confirmed_count])

    def witness(self) -> Witness:
        """Tell what this client knows."""
        outbox = _words(self.network.history(LOBBY).pending())
        return replace(self._told, history=self.texts(), outbox=outbox)

    def close(self) -> None:
        """Leave, and end what runs in the background."""
        self.network.sign_out()
        self._store.close()
        self.network.wait_until_ended(ENDING_SECONDS)
        self._store.wait_until_ended(ENDING_SECONDS)
        self._mailbox.close()

    def _sign_in(self) -> None:
        self.network.connect("127.0.0.1", self._port, self.nick)

    def _sign_in_failed(self, _event: SignInFailed) -> None:
        self._loop.call_later(SECONDS_BETWEEN_SIGN_INS, self._sign_in)

    def _write_on(self) -> None:
        while self._to_write and self.network.room(LOBBY):
            self.network.say(LOBBY, self._to_write.pop(0))

    def _added(self, event: MessageAdded) -> None:
        self._tell("heard" if event.message.msgid else "shown", event.message)

    def _replaced(self, event: MessageReplaced) -> None:
        if event.new and event.new.msgid:
            self._tell("heard", event.new)

    def _tell(self, kind: str, line: ChatMessage) -> None:
        for text in _words([line]):
            getattr(self._told, kind).append(text)
            self.on_told(kind, text)


def _words(lines: list[ChatMessage]) -> list[str]:
    return [line.text for line in lines if line.kind is MessageKind.TEXT]
