"""Counts the lines that were sent, and which of them a server has worked through."""

from chatapp.wire.message import Message


class Unanswered:
    """A server works in order: who answers a PING has done all that stood before."""

    def __init__(self) -> None:
        self._sent = self._done = 0
        self._asked: dict[str, int] = {}

    def sent(self, message: Message, overtaken: int = 0) -> None:
        """Count a line, or note what stands before a question.

        Args:
            message: what is handed to the wire.
            overtaken: how many lines that wait there leave behind it.
        """
        if message.command == "PING" and message.params:
            self._asked[message.params[0]] = self._sent - overtaken
        else:
            self._sent += 1

    def welcomed(self) -> None:
        """Note that the server has done all that stood before its welcome."""
        self._done = self._sent

    def answered(self, token: str) -> int:
        """Take in an answer; tell how many lines the question had to wait for."""
        if token not in self._asked:
            return 0
        before, stood_before = self._done, self._asked[token]
        self._done = max(before, stood_before)
        self._asked = {
            each: count for each, count in self._asked.items() if count > stood_before
        }
        return self._done - before

    @property
    def count(self) -> int:
        """How many lines the server may have to work through yet."""
        return self._sent - self._done
