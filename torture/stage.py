"""Plays an ordeal in a folder of its own, and tells how one that failed is repeated."""

import shutil
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from torture.ordeals import Ordeal
from torture.play import NotPlayed, Play

FRAMES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a play ended: what it did, what went wrong, or why there was none."""

    did: str = ""
    problem: str = ""
    not_played: str = ""


def play(
    ordeal: Ordeal, seed: int, seconds: float, say: Callable[[str], None] = print
) -> Outcome:
    """Play one ordeal; the folder of one that failed stays, to be looked at.

    One that is told to end, as by Ctrl+C, leaves nothing.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"chatapp-torture-{ordeal.name}-"))
    one = Play(f"{seed} {ordeal.name}", folder, seconds, say)
    has_failed = False
    try:
        return Outcome(ordeal.run(one))
    except NotPlayed as reason:
        return Outcome(not_played=str(reason))
    except Exception as problem:  # noqa: BLE001 - whatever it is, it is told
        has_failed = True
        return Outcome(problem=_told(problem, ordeal, seed, seconds, folder))
    finally:
        if not has_failed:
            shutil.rmtree(folder, ignore_errors=True)


def _told(
    problem: Exception, ordeal: Ordeal, seed: int, seconds: float, folder: Path
) -> str:
    where = traceback.format_list(traceback.extract_tb(problem.__traceback__))
    return "\n".join(
        (
            f"{ordeal.name}, seed {seed}: {type(problem).__name__}: {problem}",
            "".join(where[-FRAMES_SHOWN:]).rstrip(),
            f"What it left is in {folder}. To play it again:",
            f"    {command(ordeal, seed, seconds)}",
        )
    )


def command(ordeal: Ordeal, seed: int, seconds: float) -> str:
    """Give the command that plays this again."""
    return (
        f".venv/bin/python -m torture --seed {seed} --only {ordeal.name}"
        f" --seconds {seconds}"
    )
