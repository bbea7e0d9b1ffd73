"""Kills a server with a million messages: it has to be back soon, with all of them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks.server.restart import fill
from torture.play import Play
from torture.server_program import ServerProgram
from torture.town import Town

MESSAGES = 1_000_000
FEWER = 50_000
SECONDS_FOR_ALL = 25.0
LINES_TO_THE_KILL = 60
SECONDS_OF_PATIENCE = 5.0
SECONDS_TO_FINISH = 3.0
SECONDS_WANTED = 1.0


def run(play: Play) -> str:
    """Fill a history, then kill and start while time remains."""
    messages = MESSAGES if play.seconds >= SECONDS_FOR_ALL else FEWER
    with ServerProgram(play.folder / "server") as server:
        server.end()
        fill(server.path, messages)
        server.start()
        server.start_seconds.clear()
        town = Town(server, play.random)
        with town.at_work():
            while not server.start_seconds or play.remaining() > SECONDS_TO_FINISH:
                town.waits_for_lines(
                    play.random.randint(1, LINES_TO_THE_KILL), SECONDS_OF_PATIENCE
                )
                server.kill()
                server.start()
        problems = town.problems()
        kept = kept_of(server.path, messages)
    play.demand(not problems, "\n".join(problems))
    play.demand(kept == messages, f"Of {messages:,} messages {kept:,} are still there.")
    return _sentence(messages, server.start_seconds)


def kept_of(path: Path, messages: int) -> int:
    """Count how many of the messages are there with which a database was filled."""
    with closing(sqlite3.connect(path)) as connection:
        [kept] = connection.execute(
            "SELECT count(*) FROM messages WHERE sequence <= ? AND text ="
            " 'This is what somebody said as number ' || sequence",
            (messages,),
        ).fetchone()
    return int(kept)


def _sentence(messages: int, seconds: list[float]) -> str:
    usual, longest = median(seconds), max(seconds)
    is_soon = "less" if usual < SECONDS_WANTED else "MORE"
    return (
        f"Killed a server with {messages:,} messages {len(seconds)} times: it was back "
        f"with all of them in {usual:.2f} seconds, {is_soon} than "
        f"{SECONDS_WANTED:.0f}, at most in {longest:.2f}."
    )
