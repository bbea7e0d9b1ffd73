"""How often each kind of bad neighbours comes before it is judged."""

import asyncio
from pathlib import Path

import pytest

from torture.bad_habit import Told
from torture.neighbours import KINDS, ROUNDS_TO_JUDGE, play_rounds
from torture.play import Play
from torture.trial import Round, Rounds


class PlayedRounds(Rounds):
    """Rounds in no house at all."""

    def __init__(self) -> None: ...

    async def play(self, habit: str, crowd: int, seed: int) -> Round:
        return Round(1.0, 1.0, [0.1], 50.0, ({}, {}), Told(1, {}))


@pytest.mark.parametrize(("is_full", "count"), [(True, ROUNDS_TO_JUDGE), (False, 1)])
def test_each_kind_comes_often_enough_though_time_is_over(
    tmp_path: Path, *, is_full: bool, count: int
) -> None:
    over = Play("7", tmp_path, 0.0, lambda _: None)

    played = asyncio.run(play_rounds(over, PlayedRounds(), is_full=is_full))

    assert [len(played[kind]) for kind in KINDS] == [count] * len(KINDS)
