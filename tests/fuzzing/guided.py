"""Runs one target led by which parts of the program it reaches: `NAME FLAGS…`.

A program of its own, as atheris ends the process that it has run in.
"""

import logging
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["chatapp", "server"]):
    from tests.fuzzing.table import target_named


def main(name: str, flags: list[str]) -> None:
    """Fuzz until the time that the flags give is over, or a promise breaks."""
    logging.disable(logging.CRITICAL)
    target = target_named(name)
    atheris.Setup([name, *flags], target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main(Path(sys.argv[1]).name, sys.argv[2:])
