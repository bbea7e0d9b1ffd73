"""Lets disk and clock of a server fail: what it cannot keep is refused, seen by nobody.

Everything else stands, and the server recovers when the fault ends.
"""

import time
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from random import Random

from torture.faults import Fault, clock_settings, faults_on, forget_clock, small_disk
from torture.play import Loss, Play
from torture.server_program import ServerProgram
from torture.town import Town

LINES_IN_HEALTH = 40
MOST_LINES_IN_A_FAULT = 150
SECONDS_OF_A_FAULT = 4.0
SECONDS_TO_RECOVER = 30.0
SECONDS_TO_JUDGE = 4.0
PART_OF_KILLS = 0.3
PARTS = 2


class Told:
    """What is told of all servers in the end."""

    def __init__(self) -> None:
        """Begin with none."""
        self._faults: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()

    def add(self, ward: "Ward", town: Town) -> None:
        """Count in what became of one server."""
        self._faults += ward.seen
        self._counts += Counter(
            kills=ward.kills,
            heard=town.heard,
            promised=town.promised,
            refused=town.refused,
        )

    def sentence(self) -> str:
        """Say what was done."""
        seen = ", ".join(f"{name} {n}" for name, n in sorted(self._faults.items()))
        return (
            "Servers had {faults} faults ({seen}) and {kills} kills: {heard} messages "
            "and {promised} changes that were confirmed are all there, and of "
            "{refused} that were refused nobody has seen any."
        ).format(
            faults=self._faults.total(),
            seen=seen,
            kills=self._counts["kills"],
            heard=self._counts["heard"],
            promised=self._counts["promised"],
            refused=self._counts["refused"],
        )


def run(play: Play) -> str:
    """Let one fault come after the other, on a small disk and on a usual one."""
    told = Told()
    for part, disk in enumerate(("small", "usual"), start=1):
        folder = play.folder / disk
        folder.mkdir()
        with small_disk(folder) if disk == "small" else nullcontext():
            _suffer(play, folder, play.seconds * (1 - part / PARTS), told)
    return told.sentence()


def _suffer(play: Play, folder: Path, seconds_left: float, told: Told) -> None:
    """Let a server in this folder suffer until only so many seconds are left."""
    clock = folder.with_name(f"{folder.name}-clock")
    settings = clock_settings(clock)
    with ServerProgram(folder, settings, forget_clock) as server:
        faults = faults_on(folder, clock if settings else None, play.random)
        town = Town(server, play.random, forgives=True)
        ward = Ward(server, town, play.random)
        with town.at_work():
            ward.wait_for_health("beginning")
            while not ward.seen or play.remaining() > seconds_left + SECONDS_TO_JUDGE:
                ward.suffer(_next(faults, ward.seen, play.random))
        problems = town.problems()
    play.demand(not problems, "\n".join(problems))
    told.add(ward, town)


class Ward:
    """Where a server falls ill and gets well again."""

    def __init__(self, server: ServerProgram, town: Town, chance: Random) -> None:
        """Have nothing yet.

        Args:
            server: is well.
            town: of the people who use it.
            chance: decides how long, and whether it is killed as well.
        """
        self.seen: Counter[str] = Counter()
        self.kills = 0
        self._server = server
        self._town = town
        self._chance = chance

    def suffer(self, fault: Fault) -> None:
        """Have a fault for a while, perhaps die of it, and recover.

        Raises:
            Loss: the server does not recover, or refuses what it could do.
        """
        is_killed = self._chance.random() < PART_OF_KILLS
        refused = self._town.refused
        with fault.holds(self._server):
            lines = self._chance.randint(1, MOST_LINES_IN_A_FAULT)
            self._town.waits_for_lines(lines, SECONDS_OF_A_FAULT, refused=True)
            if is_killed:
                self._server.kill()
        if is_killed:
            self._server.start()
            self.kills += 1
        self.seen[fault.name] += 1
        if self._town.refused > refused and not fault.refuses:
            raise Loss(f"The server refused something while its {fault.name} was off.")
        self.wait_for_health(fault.name)

    def wait_for_health(self, after: str) -> None:
        """Require that soon so many things are done, and nothing is refused between.

        Raises:
            Loss: that is not so.
        """
        deadline = time.monotonic() + SECONDS_TO_RECOVER
        refused = -1
        while refused != self._town.refused:
            refused = self._town.refused
            seconds = deadline - time.monotonic()
            if not self._town.waits_for_lines(LINES_IN_HEALTH, seconds):
                state = self._server.state
                raise Loss(f"The server does not recover from this: {after}. {state}")


def _next(faults: list[Fault], seen: Counter[str], chance: Random) -> Fault:
    """Draw one, of those that came least often."""
    fewest = min(seen[fault.name] for fault in faults)
    return chance.choice([each for each in faults if seen[each.name] == fewest])
