"""An ordeal is played: what it did is told, and how one that failed is repeated."""

from pathlib import Path

import pytest

from torture.ordeals import Ordeal
from torture.play import Loss, NotPlayed, Play
from torture.stage import Outcome, command, play


def test_what_an_ordeal_did_is_told_and_nothing_is_left_of_it() -> None:
    folders: list[Path] = []

    def ordeal(one: Play) -> str:
        folders.append(one.folder)
        return "Did it."

    assert play(Ordeal("one", ordeal), 7, 1).did == "Did it."
    assert not folders[0].exists()


def test_a_loss_is_told_with_the_command_that_plays_it_again() -> None:
    def ordeal(one: Play) -> str:
        one.folder.rmdir()
        raise Loss("A message is gone.")

    problem = play(Ordeal("one", ordeal), 7, 30).problem

    assert "A message is gone." in problem
    assert "python -m torture --seed 7 --only one --seconds 30" in problem


def test_nothing_is_left_of_an_ordeal_that_could_not_be_played() -> None:
    folders: list[Path] = []

    def ordeal(one: Play) -> str:
        folders.append(one.folder)
        raise NotPlayed("There is no screen.")

    outcome = play(Ordeal("one", ordeal), 7, 1)

    assert outcome == Outcome(not_played="There is no screen.")
    assert not folders[0].exists()


def test_what_is_played_again_has_exactly_its_time() -> None:
    ordeal = Ordeal("one", lambda _: "Did it.")

    assert command(ordeal, 7, 24.6).endswith(" --seconds 24.6")


def test_nothing_is_left_of_an_ordeal_that_is_told_to_end() -> None:
    folders: list[Path] = []

    def ordeal(one: Play) -> str:
        folders.append(one.folder)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play(Ordeal("one", ordeal), 7, 1)

    assert not folders[0].exists()


def test_the_same_seed_plays_the_same() -> None:
    def ordeal(one: Play) -> str:
        return str(one.random.random())

    first, again, other = (play(Ordeal("one", ordeal), seed, 1) for seed in (7, 7, 8))

    assert first == again != other


def test_time_runs_out_and_no_further(tmp_path: Path) -> None:
    times = iter((0.0, 1.0, 9.0))
    one = Play("7", tmp_path, 3, print, lambda: next(times))

    assert (one.remaining(), one.remaining()) == (2.0, 0.0)
