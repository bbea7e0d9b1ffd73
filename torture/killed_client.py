"""Kills clients without a window: what they wrote is sent once, or in their outbox."""

from collections import Counter
from contextlib import ExitStack

from tests.support.siege import Siege
from torture.play import Play
from torture.server_program import ServerProgram

SEEDS = 1_000_000
SECONDS_TO_JUDGE = 8.0
KILLS_OF_A_SIEGE = 100
"""The longer a conversation gets, the longer it takes to look through all of it."""


def run(play: Play) -> str:
    """Lay one siege after the other while time remains."""
    kills: Counter[str] = Counter()
    messages = 0
    while not kills or play.remaining() > SECONDS_TO_JUDGE:
        folder = play.folder / str(messages)
        folder.mkdir()
        with ExitStack() as stack:
            server = stack.enter_context(ServerProgram(folder / "server"))
            siege = Siege(play.random.randrange(SEEDS), server, folder, stack)
            _lay(siege, play, kills)
            found = siege.verdict()
        play.demand(not found, found)
        messages += siege.count
    return (
        f"Clients were killed {kills['client'] + kills['both']} times, their server "
        f"{kills['server'] + kills['both']} times: of {messages} messages that were "
        "written none is lost, and none was sent twice."
    )


def _lay(siege: Siege, play: Play, kills: Counter[str]) -> None:
    for _ in range(KILLS_OF_A_SIEGE):
        match play.random.random():
            case chance if chance < 0.7:
                siege.kill_client()
                kills["client"] += 1
            case chance if chance < 0.85:
                siege.kill_server()
                kills["server"] += 1
            case _:
                siege.kill_both()
                kills["both"] += 1
        if play.remaining() < SECONDS_TO_JUDGE:
            return
