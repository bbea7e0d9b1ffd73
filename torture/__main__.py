"""Tortures server and clients, ordeal by ordeal, and says what that did to them.

Usage: python -m torture [--seconds S] [--seed N] [--only NAME...]
"""

import argparse
import os
import secrets
import signal
import sys

from torture.ordeals import ORDEALS, chosen, seconds_of
from torture.stage import play

SECONDS = 600.0
SEEDS = 1_000_000


def main(arguments: list[str] | None = None) -> int:
    """Play what is asked for; 1 if anything failed, else 0."""
    options = _options(arguments)
    # What is tortured here is no chat for others in this network.
    os.environ["CHATAPP_SERVER__DISCOVERY__ANNOUNCE"] = "false"
    os.environ["CHATAPP_DISCOVERY"] = "off"
    ordeals = chosen(options.only)
    print(f"Seed {options.seed}, {options.seconds:.0f} seconds.", flush=True)
    problems = []
    for ordeal in ordeals:
        seconds = seconds_of(ordeal, ordeals, options.seconds)
        print(f"{ordeal.name}, {seconds:.0f} seconds …", flush=True)
        outcome = play(ordeal, options.seed, seconds, _say)
        _say(outcome.did or "It failed.")
        if outcome.problem:
            problems.append(outcome.problem)
    print("\n\n".join(problems) or "Everything held.")
    return 1 if problems else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="torture", description=__doc__)
    parser.add_argument(
        "--seconds", type=float, default=SECONDS, help="for all ordeals together"
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=secrets.randbelow(SEEDS),
        help="decides what is attempted; a new one unless given",
    )
    parser.add_argument(
        "--only",
        nargs="+",
        default=[],
        metavar="NAME",
        choices=[each.name for each in ORDEALS],
        help="of " + ", ".join(each.name for each in ORDEALS),
    )
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    print(f"    {text}", flush=True)


if __name__ == "__main__":
    # Asked to end, it ends as by Ctrl+C: with all the programs that it has started.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main())
