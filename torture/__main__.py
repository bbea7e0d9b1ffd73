"""Tortures server and clients, ordeal by ordeal, and says what that did to them.

Usage: python -m torture [--seconds S] [--seed N] [--only NAME...] [--without NAME...]
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
    """Play what is asked for; 1 if anything failed or could not be played, else 0."""
    options = _options(arguments)
    ordeals = chosen(options.only, options.without)
    if not ordeals:
        print("Nothing is left to be played.")
        return 1
    # What is tortured here is no chat for others in this network.
    os.environ["CHATAPP_SERVER__DISCOVERY__ANNOUNCE"] = "false"
    os.environ["CHATAPP_DISCOVERY"] = "off"
    print(f"Seed {options.seed}, {options.seconds:.0f} seconds.", flush=True)
    problems = []
    for ordeal in ordeals:
        seconds = seconds_of(ordeal, ordeals, options.seconds)
        print(f"{ordeal.name}, {seconds:.0f} seconds …", flush=True)
        outcome = play(ordeal, options.seed, seconds, _say)
        _say(outcome.did or outcome.not_played or "It failed.")
        if outcome.problem:
            problems.append(outcome.problem)
        if outcome.not_played:
            problems.append(
                f"{ordeal.name} was not played. {outcome.not_played} "
                f"To leave it out, say --without {ordeal.name}."
            )
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
    names = [each.name for each in ORDEALS]
    for option, words in (("--only", "of"), ("--without", "leave out, of")):
        parser.add_argument(
            option,
            nargs="+",
            default=[],
            metavar="NAME",
            choices=names,
            help=f"{words} {', '.join(names)}",
        )
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    print(f"    {text}", flush=True)


if __name__ == "__main__":
    # Asked to end, it ends as by Ctrl+C: with all the programs that it has started.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(main())
