"""Fuzzes what reads text from elsewhere: led by atheris, then made up by hypothesis."""

import argparse
import os
import secrets
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tests.fuzzing.inputs import EXAMPLES_VARIABLE
from tests.fuzzing.table import TARGETS, target_named
from tests.fuzzing.target import Target

NO_ATHERIS = (
    "atheris, which leads inputs to where the program was not yet, is not here;"
    " hypothesis makes them up alone. CPython 3.11 on Linux can install it:"
    " make fuzz tries to."
)
NOISE = ("INFO: ", "WARNING: Failed to find")
LONGEST_INPUT = 4096
SECONDS_FOR_ONE_INPUT = 10
MEGABYTES = 1024
SECONDS_TO_END = 120


def main() -> int:
    """Fuzz what is asked for; 1 where a promise broke."""
    options = _options()
    targets = [target_named(name) for name in options.names] or list(TARGETS)
    seed = secrets.randbelow(2**31) if options.seed is None else options.seed
    print(f"Seed: {seed}", flush=True)
    broken = []
    if find_spec("atheris") is None:
        print(NO_ATHERIS)
        options.names = []
    else:
        broken = [it.name for it in targets if not _guided(it, options.seconds, seed)]
    if not options.names and not _made_up(options.examples, seed):
        broken.append("hypothesis")
    print(f"Broken: {', '.join(broken)}" if broken else "Nothing is broken.")
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", help="targets; all, where none is named")
    parser.add_argument("--seconds", type=int, default=20, help="for each target")
    parser.add_argument("--examples", type=int, default=2000, help="of hypothesis")
    parser.add_argument("--seed", type=int, help="to run a failure again")
    return parser.parse_args()


def _guided(target: Target, seconds: int, seed: int) -> bool:
    """Run a target with atheris; tell whether all went well."""
    with tempfile.TemporaryDirectory(prefix="chatapp-fuzz-") as folder:
        flags = _flags(target, Path(folder), seconds, seed)
        command = [sys.executable, "-m", "tests.fuzzing.guided", target.name, *flags]
        told, is_well = _run(command, seconds + SECONDS_TO_END)
        found = sorted((Path(folder) / "found").iterdir())
        for each in found:
            print(f"{target.name}: {each.read_bytes()!r}")
    told = [row for row in told if not row.startswith(NOISE)]
    rows = [row for row in told if row.startswith(("Done ", "#"))]
    print(f"{target.name}: {rows[-1] if rows else ''}", flush=True)
    if not is_well:
        print("\n".join(row for row in told if not row.startswith("#")))
    return is_well


def _run(command: list[str], seconds: float) -> tuple[list[str], bool]:
    """Run a program for at most so long; give its rows, and whether it went well."""
    try:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        rows = (late.stdout or b"").decode(errors="replace").splitlines()
        return [*rows, f"It did not end within {seconds:g} seconds."], False
    rows = done.stdout.decode(errors="replace").splitlines()
    return rows, done.returncode == 0


def _flags(target: Target, folder: Path, seconds: int, seed: int) -> list[str]:
    """Write what a target's inputs are made of, and give the flags that tell of it."""
    for name in ("begin", "found"):
        (folder / name).mkdir()
    words = [word.encode(errors="surrogateescape") for word in target.words]
    for number, word in enumerate([*words, b"".join(words), b" ".join(words)]):
        (folder / "begin" / str(number)).write_bytes(word)
    entries = ('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"' for word in words)
    (folder / "words").write_text("\n".join(entries))
    return [
        str(folder / "begin"),
        f"-dict={folder / 'words'}",
        f"-artifact_prefix={folder / 'found'}/",
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST_INPUT}",
        f"-timeout={SECONDS_FOR_ONE_INPUT}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-seed={seed}",
    ]


def _made_up(examples: int, seed: int) -> bool:
    """Run the tests of this folder with many examples."""
    environment = {**os.environ, EXAMPLES_VARIABLE: str(examples)}
    command = [sys.executable, "-m", "pytest", "-q", "tests/fuzzing", "--timeout=3600"]
    command.append(f"--hypothesis-seed={seed}")
    done = subprocess.run(command, env=environment, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
