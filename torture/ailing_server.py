"""Lets disk and clock of a server fail: what it cannot keep is refused, seen by nobody.

Everything else stands, and the server recovers when the fault ends.
"""

import time
from collections import Counter
from random import Random

from torture.faults import Fault, clock_settings, faults_on, small_disk
from torture.play import Loss, Play
from torture.server_program import ServerProgram
from torture.town import Town

LINES_IN_HEALTH = 40
MOST_LINES_IN_A_FAULT = 150
SECONDS_OF_A_FAULT = 4.0
SECONDS_TO_RECOVER = 30.0
SECONDS_TO_JUDGE = 6.0
PART_OF_KILLS = 0.3


def run(play: Play) -> str:
    """Let one fault come after the other, and judge what is left."""
    clock = play.folder / "clock"
    settings = clock_settings(clock)
    disk = play.folder / "disk"
    with small_disk(disk), ServerProgram(disk, settings) as server:
        faults = faults_on(disk, clock if settings else None, play.random)
        town = Town(server, play.random, forgives=True)
        ward = Ward(server, town, play.random)
        with town.at_work():
            ward.wait_for_health("beginning")
            while not ward.seen or play.remaining() > SECONDS_TO_JUDGE:
                ward.suffer(_next(faults, ward.seen, play.random))
        problems = town.problems()
    play.demand(not problems, "\n".join(problems))
    seen = ", ".join(f"{name} {count}" for name, count in sorted(ward.seen.items()))
    return (
        f"The server had {ward.seen.total()} faults ({seen}) and {ward.kills} kills: "
        f"{town.heard} messages and {town.promised} changes that were confirmed are "
        f"all there, and of {town.refused} that it refused nobody has seen any."
    )


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
                raise Loss(f"The server does not recover from this: {after}.")


def _next(faults: list[Fault], seen: Counter[str], chance: Random) -> Fault:
    """Draw one, of those that came least often."""
    fewest = min(seen[fault.name] for fault in faults)
    return chance.choice([each for each in faults if seen[each.name] == fewest])
