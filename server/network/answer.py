"""The answer to an order, for the thread that waits for it."""

import threading

from chatapp.wire.message import Message


class Answer:
    """An outbox that hands what is sent first to another thread."""

    def __init__(self) -> None:
        """Begin without an answer."""
        self._data = b""
        self._is_there = threading.Event()

    def send(self, data: bytes) -> None:
        """Take the answer; the reactor sends it whole."""
        if not self._is_there.is_set():
            self._data = data
            self._is_there.set()

    def offer(self, data: bytes) -> int:
        """Take the answer likewise, and give its length."""
        self.send(data)
        return len(data)

    def wait(self, seconds: float) -> list[Message] | None:
        """Give the answer's lines; None when none has come in so many seconds."""
        if not self._is_there.wait(seconds):
            return None
        return [Message.parse(line) for line in self._data.decode().splitlines()]
