"""Kills a server again and again while people use it: nothing confirmed may be gone."""

import time
from random import Random
from statistics import median

from torture.play import Play
from torture.server_program import ServerProgram
from torture.town import Town

MOST_LINES_TO_THE_KILL = 400
MOST_SECONDS_TO_THE_KILL = 0.4
SECONDS_OF_PATIENCE = 5.0
SECONDS_TO_JUDGE = 4.0
PART_IN_THE_BEGINNING = 0.2


def run(play: Play) -> str:
    """Kill while time remains, and judge what is left."""
    kills = 0
    with ServerProgram(play.folder / "server") as server:
        town = Town(server, play.random)
        with town.at_work():
            while not kills or play.remaining() > SECONDS_TO_JUDGE:
                _wait_for_a_moment(town, play.random)
                server.kill()
                server.start()
                kills += 1
        problems = town.problems()
    play.demand(not problems, "\n".join(problems))
    seconds = server.start_seconds[1:]
    return (
        f"Killed the server {kills} times: {town.heard} messages that were heard and "
        f"{town.promised} changes that were confirmed are all there; it started again "
        f"in {median(seconds):.2f} seconds, at most {max(seconds):.2f}."
    )


def _wait_for_a_moment(town: Town, chance: Random) -> None:
    """Wait until people are in the middle of it, or have only begun to come back."""
    if chance.random() < PART_IN_THE_BEGINNING:
        time.sleep(chance.uniform(0, MOST_SECONDS_TO_THE_KILL))
        town.require_peace()
    else:
        lines = chance.randint(1, MOST_LINES_TO_THE_KILL)
        town.waits_for_lines(lines, SECONDS_OF_PATIENCE)
