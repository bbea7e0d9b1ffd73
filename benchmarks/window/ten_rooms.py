"""Measures the memory of a window with ten rooms and 100,000 messages of history."""

import os
from contextlib import ExitStack
from pathlib import Path

from benchmarks.goals import under
from benchmarks.table import Row
from benchmarks.window.long_history import fill
from tools.own_folders import own_environment
from tools.programs import running_server
from tools.virtual_screen import virtual_screen
from tools.window import Window

ROOMS = ("#lobby", *(f"#room{number}" for number in range(2, 11)))
MESSAGES = 100_000


def measure_ten_rooms(folder: Path) -> list[Row]:
    """Read in each of the rooms once, and see how much memory that took."""
    with ExitStack() as stack:
        environment = {
            **own_environment(os.environ, folder / "roomy"),
            "DISPLAY": stack.enter_context(virtual_screen()),
        }
        port = stack.enter_context(
            running_server(own_environment(os.environ, folder / "rooms-server"))
        )
        with Window(environment, *_options(port)) as window:
            window.wait_for("Message #lobby")
            for room in ROOMS[1:]:
                window.write(f"/join {room}")
                window.wait_for(f"Message {room}")
            window.close()
        for room in ROOMS:
            fill(folder / "roomy", room, MESSAGES // len(ROOMS))
        with Window(environment, *_options(port)) as window:
            window.wait_for(*(room.removeprefix("#") for room in ROOMS))
            for room in ROOMS:
                window.order("open_room", name=room)
                window.wait_for(f"Message {room}", f"message {MESSAGES // len(ROOMS)} ")
            return [
                Row("ten rooms and 100,000 messages", window.memory, "MB", under(90))
            ]


def _options(port: int) -> list[str]:
    address = ["--server", "127.0.0.1", "--port", str(port)]
    return [*address, "--username", "roomy", "--connect"]
