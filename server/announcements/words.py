"""The words of an event: rendered once for each dialect that asks."""

from typing import TYPE_CHECKING

from chatapp.wire.message import escape_tag_value
from chatapp.wire.tag_names import ACCOUNT, BOT
from server.announcements.table import NextMoment
from server.clock import stamp_of
from server.sequence import render_msgid
from server.step import Place, ReplyLine, render_line
from server.world.capabilities import ACCOUNT_TAG, MESSAGE_TAGS, SERVER_TIME
from server.world.page import PastLine
from server.world.user import BOT as BOT_MODE

if TYPE_CHECKING:
    from server.world.user import User

NO_MSGID = 0
"""The sequence of what is no event of its own, such as a numeric."""


class EventWords:
    """A line with its tags; `needs` are the bits without which nobody hears it."""

    __slots__ = (
        "_account",
        "_body",
        "_client_tags",
        "_instead",
        "_is_bot",
        "_lines",
        "_needs",
        "_sequence",
        "_time",
    )

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
        self._account: str | None = None
        self._is_bot = False
        self._instead: tuple[int, str] | None = None
        self._lines: dict[int, bytes] = {}

    def by(self, account: str | None, *, is_bot: bool) -> None:
        """Tell, too, who says so: his account, and whether he is a bot."""
        self._account = account
        self._is_bot = is_bot

    def instead(self, bit: int, body: str) -> None:
        """Say another text to a dialect with this bit."""
        self._instead = (bit, body)

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

    def reply(self, dialect: int) -> tuple[ReplyLine, ...]:
        """Give the line as part of a reply; none when it is not for this dialect."""
        parts = self.parts(dialect)
        return () if parts is None else (ReplyLine(*parts, Place.TOP),)

    def parts(self, dialect: int) -> tuple[str, str] | None:
        """Give the line's tags, without "@", and what follows them."""
        if self._needs & ~dialect:
            return None
        if self._instead is not None and dialect & self._instead[0]:
            return self._tags(dialect), self._instead[1]
        return self._tags(dialect), self._body

    def _tags(self, dialect: int, *, with_msgid: bool = True) -> str:
        if not dialect:
            return ""
        tags = []
        if dialect & SERVER_TIME:
            tags.append(f"time={stamp_of(self._time)}")
        if self._account is not None and dialect & ACCOUNT_TAG:
            tags.append(f"{ACCOUNT}={escape_tag_value(self._account)}")
        if dialect & MESSAGE_TAGS:
            if with_msgid and self._sequence != NO_MSGID:
                tags.append(f"msgid={render_msgid(self._sequence)}")
            if self._is_bot:
                tags.append(BOT)
            if self._client_tags:
                tags.append(self._client_tags)
        return ";".join(tags)


def words_now(
    moment: NextMoment, body: str, user: "User | None", needs: int = 0
) -> EventWords:
    """Give the words of what a user, or the server (None), does now."""
    now = moment()
    words = EventWords(body, now.time, now.sequence, needs=needs)
    if user is not None and (user.account is not None or user.modes):
        words.by(user.account, is_bot=BOT_MODE in user.modes)
    return words
