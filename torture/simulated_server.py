"""The server on one thread, with played clock, wires and disk, seed after seed."""

import shutil

from tests.server.simulation.parts import no_errors
from tests.server.simulation.play import play as play_one
from tests.server.simulation.visit import Wrong
from torture.play import Loss, Play

SEEDS = 1_000_000_000


def run(play: Play) -> str:
    """Play seeds while time remains."""
    played = 0
    while not played or play.remaining():
        seed = play.random.randrange(SEEDS)
        folder = play.folder / str(played)
        folder.mkdir()
        try:
            with no_errors():
                play_one(seed, folder)
        except (Wrong, Exception) as problem:  # what is wrong is no Exception
            again = f"CHATAPP_TEST_SEEDS={seed} pytest tests/server/simulation"
            raise Loss(f"{again}: {problem}") from problem
        shutil.rmtree(folder)
        played += 1
    return f"Played {played} seeds of the simulated server."
