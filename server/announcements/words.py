"""The words of an event: rendered once for each dialect that asks."""

from server.announcements.table import NextMoment
from server.clock import stamp_of
from server.sequence import render_msgid
from server.step import render_line
from server.world.capabilities import MESSAGE_TAGS, SERVER_TIME
from server.world.page import PastLine


class EventWords:
    """A line with its tags; `needs` are the bits without which nobody hears it."""

    __slots__ = ("_body", "_client_tags", "_lines", "_needs", "_sequence", "_time")

    def __init__(
        self,
        body: str,
        time: int,
        sequence: int,
        client_tags: str = "",
        needs: int = 0,
    ) -> None:
        """Keep the line's text from its source on, and what its tags shall say."""
        self._body = body
        self._time = time
        self._sequence = sequence
        self._client_tags = client_tags
        self._needs = needs
        self._lines: dict[int, bytes] = {}

    def past_line(self, target: str) -> PastLine:
        """Give the line as the history of a conversation notes it."""
        return PastLine(
            target, self._sequence, self._time, self._body, self._client_tags
        )

    def line(self, dialect: int) -> bytes | None:
        """Give the whole line, or None when this dialect does not hear of it."""
        line = self._lines.get(dialect)
        if line is None:
            parts = self.parts(dialect)
            if parts is None:
                return None
            line = self._lines[dialect] = render_line(*parts)
        return line

    def parts(self, dialect: int) -> tuple[str, str] | None:
        """Give the line's tags, without "@", and what follows them."""
        if self._needs & ~dialect:
            return None
        return self._tags(dialect), self._body

    def _tags(self, dialect: int) -> str:
        tags = []
        if dialect & SERVER_TIME:
            tags.append(f"time={stamp_of(self._time)}")
        if dialect & MESSAGE_TAGS:
            tags.append(f"msgid={render_msgid(self._sequence)}")
            if self._client_tags:
                tags.append(self._client_tags)
        return ";".join(tags)


def words_now(moment: NextMoment, body: str, needs: int = 0) -> EventWords:
    """Give the words of what happens now."""
    now = moment()
    return EventWords(body, now.time, now.sequence, needs=needs)
