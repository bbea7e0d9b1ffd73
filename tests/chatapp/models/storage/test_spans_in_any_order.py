"""Whatever is heard, lost, fetched and restarted: the disk has what the server has."""

import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from chatapp.models.storage.lines import find_past, lines_before, newest_lines
from chatapp.models.storage.schema import VERSIONS
from chatapp.models.storage.spans import (
    Reach,
    absorb_page,
    append_line,
    begin_span,
)
from tests.chatapp.models.storage.rooms_on_disk import (
    all_said,
    make_room,
    said,
    spans_of,
)

PAGE = 4


class Reader:
    """A window that comes and goes while a server goes on; each step may happen."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.database = connection
        self.room = make_room(connection)
        self.log: list[int] = []
        self.online = False
        self.oldest: int | None = None

    def say(self) -> None:
        self.log.append(len(self.log))
        if self.online:
            append_line(self.database, self.room, said(self.log[-1]))
            self.oldest = self.log[-1] if self.oldest is None else self.oldest

    def lose(self) -> None:
        self.online = False
        self.oldest = None

    def come(self) -> None:
        if not self.online:
            self.online = True
            begin_span(self.database, self.room)
            self.fetch()

    def fetch(self) -> None:
        """Ask for the newest page, or for the one before what this session has."""
        if not self.online:
            return
        before = self.oldest
        past = [number for number in self.log if before is None or number < before]
        page = past[-PAGE:]
        absorb_page(
            self.database,
            self.room,
            all_said(page),
            None if before is None else said(before),
            Reach.UNKNOWN if page else Reach.FIRST_WORD,
        )
        self.oldest = page[0] if page else before

    def scroll_to_the_top(self) -> list[str]:
        """Read the disk, and ask the server where it ends, to the first word."""
        self.come()
        read = newest_lines(self.database, self.room, "#lobby", PAGE)
        asked: int | None = -1
        while read:
            spot = find_past(self.database, self.room, read[0])
            assert spot is not None
            older = lines_before(self.database, self.room, "#lobby", spot, PAGE)
            read = older + read
            if older:
                continue
            first = int(read[0].text.removeprefix("line "))
            if asked == first:
                break
            asked = self.oldest = first
            self.fetch()
        return [line.text.removeprefix("line ") for line in read]


@given(
    steps=st.lists(
        st.sampled_from(["say", "say", "say", "come", "lose", "fetch"]), max_size=60
    )
)
def test_any_order_of_lines_pages_losses_and_restarts_gives_what_the_server_has(
    steps: list[str],
) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(VERSIONS[0])
        reader = Reader(connection)

        for step in steps:
            getattr(reader, step)()
        everything = [str(number) for number in reader.log]

        spans = spans_of(connection, reader.room)
        known = [each for span in spans for each in span]
        assert known == sorted(set(known), key=int)
        assert all(
            span == everything[int(span[0]) : int(span[-1]) + 1] for span in spans
        )
        assert reader.scroll_to_the_top() == everything
