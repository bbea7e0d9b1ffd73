"""Bad neighbours: while each kind goes on, ordinary people talk as they did before.

In full length it is judged how long their messages take: in half of the rounds with
each kind the p99 has to stay under twice the usual one, which is measured before and
after, and meanwhile in a house without such neighbours. The short form has no time for
that; there as well all that was said has to arrive, and the server stays small.
"""

import asyncio
from dataclasses import dataclass
from statistics import median

from torture.habits.elsewhere import address_elsewhere
from torture.house import House
from torture.people import People
from torture.play import Play
from torture.trial import Lengths, Round, Rounds

ROUNDS_TO_JUDGE = 3
SECONDS_TO_COME = 3.0
MOST_TIMES_THE_USUAL = 2.0
MOST_MEGABYTES = 300.0
FULL = Lengths(quiet=2.5, trouble=6.0, settle=0.7)
SHORT = Lengths(quiet=0.6, trouble=2.5, settle=0.1)
SHORT_CROWD = 0.25
NARROW = {
    "limits__sendq_bytes": 65_536,
    "limits__max_connections_per_host": 50,
    "timeouts__door": 3,
    "timeouts__registration": 3,
}
"""As impatient and as narrow as settings can be, so that all comes to pass."""
SHORT_NARROW = NARROW | {
    "limits__max_connections_per_host": 5,
    "timeouts__door": 1,
    "timeouts__registration": 10,
}
"""A slow computer takes its time to sign in, and has few connections at a time."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of bad neighbours, and how many of them there are.

    Some of them are `told` such words, if that can be on this machine, and the
    metric `counted` grows.
    """

    habit: str
    crowd: int
    told: str = ""
    counted: str = ""


KINDS = (
    Kind("storming", 1000),
    Kind("dawdling", 1800, "You said nothing for too long.", "turned_away_total"),
    Kind("not-reading", 60, "", "slow_readers_total"),
    Kind("flooding", 1, "Too many connections from your addr", "turned_away_total"),
    Kind("shouting", 1, "", "slowed_total"),
)
FULL_SECONDS = ROUNDS_TO_JUDGE * len(KINDS) * (FULL.whole + SECONDS_TO_COME)


def run(play: Play) -> str:
    """Live beside each kind, again and again while time remains."""
    return asyncio.run(_live(play))


async def _live(play: Play) -> str:
    is_full = play.seconds >= FULL_SECONDS
    lengths = FULL if is_full else SHORT
    with (
        House(play.folder / "server", **(NARROW if is_full else SHORT_NARROW)) as house,
        House(play.folder / "elsewhere") as quiet_house,
    ):
        people, others = People(play.random), People(play.random)
        await people.come(house.port)
        await others.come(quiet_house.port)
        rounds = Rounds(house, people, others, lengths)
        played = await play_rounds(play, rounds, is_full=is_full)
        await people.go()
        await others.go()
        problems = people.problems() + others.problems()
    play.demand(not problems, "; ".join(problems))
    for kind, of_kind in played.items():
        _judge(play, kind, of_kind, is_full)
    did = "; ".join(_told(kind, of_kind) for kind, of_kind in played.items())
    return f"All of {people.spoken} messages arrived, beside {did}."


async def play_rounds(
    play: Play, rounds: Rounds, *, is_full: bool
) -> dict[Kind, list[Round]]:
    """Play each kind as often as it takes, and all again while there is time for all.

    In full length that is at least so often that it can be judged: be it late.
    """
    played: dict[Kind, list[Round]] = {kind: [] for kind in KINDS}
    share, least = (1.0, ROUNDS_TO_JUDGE) if is_full else (SHORT_CROWD, 1)
    took = 0.0
    while len(played[KINDS[-1]]) < least or play.remaining() > took:
        began = play.remaining()
        for kind in KINDS:
            crowd = max(1, int(kind.crowd * share))
            seed = play.random.randrange(1_000_000)
            played[kind].append(await rounds.play(kind.habit, crowd, seed))
            play.say(_told(kind, played[kind][-1:]))
        took = max(began - play.remaining(), 1.0)
    return played


def _judge(play: Play, kind: Kind, rounds: list[Round], is_full: bool) -> None:
    for each in rounds:
        play.demand(
            each.memory < MOST_MEGABYTES,
            f"Beside {kind.habit} the server had {each.memory:.0f} MB.",
        )
        play.demand(
            not kind.counted or each.grew(kind.counted),
            f"Beside {kind.habit} the metric {kind.counted} did not grow.",
        )
    told = {sentence for each in rounds for sentence in each.told.told}
    play.demand(
        any(sentence.startswith(kind.told) for sentence in told)
        or not kind.told
        or address_elsewhere() is None,
        f"Of {kind.habit} nobody was told {kind.told!r}, but {sorted(told)}.",
    )
    times = median(each.times for each in rounds)
    play.demand(
        not is_full or times < MOST_TIMES_THE_USUAL,
        f"Beside {kind.habit} messages took {times:.1f} times as long as usual, "
        f"in the middle of {[round(each.times, 1) for each in rounds]}.",
    )


def _told(kind: Kind, rounds: list[Round]) -> str:
    usual = median(each.usual for each in rounds)
    troubled = median(each.troubled for each in rounds)
    times = median(each.times for each in rounds)
    visit = max(second for each in rounds for second in each.visits)
    came = sum(each.told.came for each in rounds)
    return (
        f"{kind.habit} ({came} came, p99 {usual:.0f} and then {troubled:.0f} ms, "
        f"{times:.1f} times; visitors came in within {visit:.1f} s)"
    )
