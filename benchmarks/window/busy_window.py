"""Measures a window under load and at rest: stalls, palette switches, idle work."""

import socket
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from benchmarks.goals import at_most, under
from benchmarks.table import Row
from benchmarks.window.reader import reader_in
from tools.window import Window

SECONDS_OF_TALK = 6.0
ROLLS = 15
IDLE_SECONDS = 20.0
WARM_UP_SECONDS = 2.0
TICK = 0.02
NO_FLOOD_LIMIT = {"CHATAPP_SERVER__FLOOD__ENABLED": "false"}
WORDS = "and some more words of the kind that people write to each other"


def measure_busy_window(folder: Path) -> list[Row]:
    """Measure it with a real window on a virtual screen and a real server."""
    with reader_in(folder, NO_FLOOD_LIMIT) as reader, reader.window() as window:
        window.wait_for("Message #lobby")
        time.sleep(WARM_UP_SECONDS)
        rows = [_idle(window)]
        for rate, target in ((1_000, at_most(30)), (3_000, at_most(50))):
            beats = _beats_under(window, reader.port, rate)
            name = f"{rate:,} messages/s into the open room"
            rows += [
                Row(f"{name}, longest stall", beats["longest"], "ms", target),
                Row(f"{name}, most work at once", beats["most_work"], "ms", target),
            ]
        switches = [window.order("roll") for _ in range(ROLLS)]
        return [
            *rows,
            Row("palette switch, median", median(switches), "ms", at_most(60)),
        ]


def _idle(window: Window) -> Row:
    before = window.processor_seconds
    time.sleep(IDLE_SECONDS)
    share = (window.processor_seconds - before) / IDLE_SECONDS * 100
    return Row("idle window, processor", share, "%", under(0.2))


def _beats_under(window: Window, port: int, rate: int) -> Mapping[str, float]:
    with socket.create_connection(("127.0.0.1", port)) as talker:
        talker.sendall(f"NICK talker{rate}\r\nUSER t 0 * :t\r\n".encode())
        time.sleep(WARM_UP_SECONDS)
        window.order("watch_beats")
        _talk(talker, rate)
        time.sleep(WARM_UP_SECONDS)
        return dict(window.order("beats"))


def _talk(talker: socket.socket, rate: int) -> None:
    began, sent = time.monotonic(), 0
    while (elapsed := time.monotonic() - began) < SECONDS_OF_TALK:
        due = int(rate * elapsed) - sent
        lines = [
            f"PRIVMSG #lobby :message {sent + number} {WORDS}\r\n"
            for number in range(due)
        ]
        talker.sendall("".join(lines).encode())
        sent += due
        time.sleep(TICK)
