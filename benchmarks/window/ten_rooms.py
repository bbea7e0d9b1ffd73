"""Measures the memory of a window with ten rooms and 100,000 messages of history."""

from pathlib import Path

from benchmarks.goals import under
from benchmarks.table import Row
from benchmarks.window.long_history import fill
from benchmarks.window.reader import reader_in

ROOMS = ("#lobby", *(f"#room{number}" for number in range(2, 11)))
MESSAGES = 100_000


def measure_ten_rooms(folder: Path) -> list[Row]:
    """Read in each of the rooms once, and see how much memory that took."""
    with reader_in(folder) as reader:
        with reader.window() as window:
            window.wait_for("Message #lobby")
            for room in ROOMS[1:]:
                window.write(f"/join {room}")
                window.wait_for(f"Message {room}")
            window.close()
        for room in ROOMS:
            fill(reader.folder, room, MESSAGES // len(ROOMS))
        with reader.window() as window:
            window.wait_for(*(room.removeprefix("#") for room in ROOMS))
            for room in ROOMS:
                window.order("open_room", name=room)
                window.wait_for(f"Message {room}", f"message {MESSAGES // len(ROOMS)} ")
            return [
                Row("ten rooms and 100,000 messages", window.memory, "MB", under(90))
            ]
