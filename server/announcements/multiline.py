"""The words of a message of several lines: a batch, or line by line.

Specification: https://ircv3.net/specs/extensions/multiline
"""

from chatapp.wire.capabilities import MULTILINE as BATCH_TYPE
from chatapp.wire.tag_names import BATCH, MULTILINE_CONCAT
from server.announcements.words import EventWords
from server.sequence import render_msgid
from server.step import Place, ReplyLine, render_line
from server.world.capabilities import MULTILINE
from server.world.chat_message import ChatMessage
from server.world.multiline import split_lines


class MultilineWords(EventWords):
    """What clients hear of it, each as it understands."""

    __slots__ = ("_message", "_reference")

    def __init__(self, message: ChatMessage) -> None:
        """Keep the message."""
        # References that count are hexadecimal; this one is the message's alone.
        self._reference = f"m{render_msgid(message.sequence)}"
        self._message = message
        name = message.target_name
        body = f":{message.source} BATCH +{self._reference} {BATCH_TYPE} {name}"
        super().__init__(body, message.time, message.sequence, message.client_tags)

    def line(self, dialect: int) -> bytes | None:
        """Give all lines at once."""
        line = self._lines.get(dialect)
        if line is None:
            rendered = (
                render_line(each.tags, each.body) for each in self.reply(dialect)
            )
            line = self._lines[dialect] = b"".join(rendered)
        return line

    def reply(self, dialect: int) -> tuple[ReplyLine, ...]:
        """Give the lines as parts of a reply."""
        if dialect & MULTILINE:
            return self._batch(dialect)
        return self._single_lines(dialect)

    def _batch(self, dialect: int) -> tuple[ReplyLine, ...]:
        inside = f"{BATCH}={self._reference}"
        goes_on = f"{inside};{MULTILINE_CONCAT}"
        return (
            *super().reply(dialect),
            *(
                ReplyLine(
                    goes_on if is_joined else inside, self._words(line), Place.INSIDE
                )
                for line, is_joined in split_lines(self._message.text or "")
            ),
            ReplyLine("", f"BATCH -{self._reference}", Place.END),
        )

    def _single_lines(self, dialect: int) -> tuple[ReplyLine, ...]:
        """Give the lines that are not blank; the first one carries the msgid."""
        lines = [line for line, _ in split_lines(self._message.text or "") if line]
        first, more = self._tags(dialect), self._tags(dialect, with_msgid=False)
        return tuple(
            ReplyLine(more if number else first, self._words(line), Place.TOP)
            for number, line in enumerate(lines)
        )

    def _words(self, line: str) -> str:
        message = self._message
        return f":{message.source} {message.command} {message.target_name} :{line}"
