"""Measures a room of 100,000 messages: how soon it opens, and how it scrolls."""

import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.goals import at_most, under
from benchmarks.table import Row
from benchmarks.window.reader import reader_in
from tools.window import Window

MESSAGES = 100_000
OTHER_ROOM = "#aside"
WHEEL_TURNS = 1_500
PAGE_TURNS = 30_000
SECONDS_TO_SCROLL = 600.0
SECONDS_BETWEEN_LOOKS = 0.25
FIRST_WORD = "the first word"
FILL = """
    WITH RECURSIVE numbers (n) AS
        (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)
    INSERT INTO lines (room, span, place, time, msgid, client_id, sender, kind, change,
        target, text, mine, mentions_me)
    SELECT room, span, place - :count - 1 + n, time - 20000 * (:count + 1 - n),
        'filled-' || room || '-' || n, '', 'person' || (n / 3 % 7), 'TEXT', '', '',
        CASE n WHEN 1 THEN :first
            ELSE 'message ' || n || substr(:words, 1, 20 + n * 7919 % 150) END, 0, 0
    FROM numbers, (SELECT * FROM lines WHERE room = (SELECT id FROM rooms WHERE
        key = :room) ORDER BY span DESC, place LIMIT 1)
"""
WORDS = " and some more words of the kind that people write to each other all day" * 3


def measure_long_history(folder: Path) -> list[Row]:
    """Measure it with a real window on a virtual screen and a real server."""
    with reader_in(folder) as reader:
        with reader.window() as window:
            window.wait_for("Message #lobby")
            window.write(f"/join {OTHER_ROOM}")
            window.wait_for(f"Message {OTHER_ROOM}")
            window.close()
        fill(reader.folder)
        with reader.window() as window:
            window.wait_for(f"Message {OTHER_ROOM}", "lobby")
            return _measure(window)


def fill(folder: Path, room: str = "#lobby", messages: int = MESSAGES) -> None:
    """Put messages before everything that a window has kept of a room."""
    (database,) = folder.rglob("chatapp.db")
    with closing(sqlite3.connect(database)) as connection:
        values = {"room": room, "count": messages, "first": FIRST_WORD, "words": WORDS}
        connection.execute(FILL, values)
        connection.execute("UPDATE spans SET is_complete = 1")
        connection.commit()


def _measure(window: Window) -> list[Row]:
    opened = window.order("open_room", name="#lobby")
    window.wait_for(f"message {MESSAGES} ")
    wheel = _scroll(window, "<Button-4>", WHEEL_TURNS)
    began = time.monotonic()
    pages = _scroll(window, "<Prior>", PAGE_TURNS, FIRST_WORD)
    seconds = time.monotonic() - began
    return [
        Row("opening a room of 100,000 messages", opened, "ms", under(50)),
        Row("the same by the wheel, longest stall", wheel["longest"], "ms", under(50)),
        Row("the same by the wheel, p99", wheel["p99"], "ms"),
        Row(
            "by Page Up to the first, longest stall",
            pages["longest"],
            "ms",
            at_most(50),
        ),
        Row("the same, most work at once", pages["most_work"], "ms", under(50)),
        Row("by Page Up to the first, p99", pages["p99"], "ms"),
        Row("by Page Up to the first, in all", seconds, "s"),
        Row("memory after that", window.memory, "MB", under(120)),
    ]


def _scroll(
    window: Window, event: str, turns: int, until: str = ""
) -> Mapping[str, float]:
    window.order("scroll", event=event, turns=turns, until=until)
    deadline = time.monotonic() + SECONDS_TO_SCROLL
    while time.monotonic() < deadline:
        result = window.order("scrolled")
        if result is not None:
            if until and result["seen"][-1] != until:
                raise RuntimeError(f"It ended at {result['seen'][-1]!r}.")
            return dict(result)
        time.sleep(SECONDS_BETWEEN_LOOKS)
    raise TimeoutError("The scrolling did not end.")
