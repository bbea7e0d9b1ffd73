"""Measures the memory of a window that hears 100,000 messages in a hundred rooms."""

from pathlib import Path

from benchmarks.goals import under
from benchmarks.table import Row
from benchmarks.window.reader import reader_in
from tools.visitor import Visitor

ROOMS = [f"#room{number}" for number in range(1, 100)]
MESSAGES, AT_ONCE = 1_000, 10
SECONDS_FOR_A_ROUND = 120.0
WORDS = "of a talk about nothing in particular, as people have it"
NO_FLOOD_LIMIT = {"CHATAPP_SERVER__FLOOD__ENABLED": "false"}


def measure_many_rooms(folder: Path) -> list[Row]:
    """Have somebody talk in all rooms in turn, while one looks at the last of them."""
    with reader_in(folder, NO_FLOOD_LIMIT) as reader, reader.window() as window:
        window.wait_for("Message #lobby")
        for room in ROOMS:
            window.write(f"/join {room}")
            window.wait_for(f"Message {room}")
        before = window.memory
        with Visitor(reader.port, "talker") as talker:
            for room in ROOMS:
                talker.send("JOIN", room)
            for start in range(0, MESSAGES, AT_ONCE):
                for room in ROOMS:
                    for number in range(start, start + AT_ONCE):
                        talker.send("PRIVMSG", room, f"message {number} {WORDS}")
                last = f"message {start + AT_ONCE - 1} of"
                window.wait_for(last, seconds=SECONDS_FOR_A_ROUND)
        told = f"{len(ROOMS) * MESSAGES:,} messages in {len(ROOMS)} rooms"
        return [Row(f"what {told} take", window.memory - before, "MB", under(60))]
