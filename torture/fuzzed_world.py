"""A server on which clients say whatever they like: a simple model has to agree."""

from random import Random

from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.fuzzing.world.test_rules import World
from tests.fuzzing.world.world_target import WORDS
from tests.fuzzing.world.world_target import play as play_script
from torture.play import Loss, Play

SEEDS = 1_000_000_000
EXAMPLES = 10
SCRIPTS = 20
MOST_WORDS = 200
FORETOLD = settings(
    max_examples=EXAMPLES,
    stateful_step_count=60,
    deadline=None,
    database=None,
    # To look for the shortest play takes minutes: that is for who plays it again.
    phases=[Phase.generate],
    report_multiple_bugs=False,
    print_blob=False,
    verbosity=Verbosity.quiet,
    suppress_health_check=list(HealthCheck),
)


def run(play: Play) -> str:
    """Play seeds while time remains."""
    rounds = 0
    while not rounds or play.remaining():
        _foretell(play.random.randrange(SEEDS))
        for _ in range(SCRIPTS):
            _say_anything(play.random.randrange(SEEDS))
        rounds += 1
    return (
        f"Foretold {rounds * EXAMPLES} plays of clients, and let them say anything in"
        f" {rounds * SCRIPTS}: all views agreed."
    )


def _foretell(number: int) -> None:
    world = seed(number)(type("World", (World,), {}))
    try:
        run_state_machine_as_test(world, settings=FORETOLD)
    except Exception as problem:
        told = "\n".join((repr(problem), *getattr(problem, "__notes__", ())))
        raise Loss(f"With the seed {number} of hypothesis: {told}") from problem


def _say_anything(number: int) -> None:
    random = Random(number)
    script = "".join(random.choices(WORDS, k=random.randrange(MOST_WORDS)))
    try:
        play_script(script.encode())
    except BaseException as problem:
        raise Loss(f"After {script!r}: {problem!r}") from problem
