"""Shows texts that nobody would write in a real window, and reports what stalls it.

Usage: python -m tools.virtual_screen \
    python -m benchmarks.window.fuzzed_text [SECONDS [SEED]]
"""

import secrets
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import TracebackType

from benchmarks.window.hostile_text import Reader, messages_of, new_window
from tests.fuzzing.hostile_text import text_by

STALL = 100.0
Callback = Callable[[type[BaseException], BaseException, TracebackType | None], object]
SECONDS = 60.0
SECONDS_TO_FOLLOW = 0.2
MANY, FEW_CHARACTERS = 50, 4000


def main(seconds: float, seed: int) -> int:
    """Show text after text; report what took longer than a tenth of a second."""
    print(f"Seed {seed}, {seconds:.0f} seconds.", flush=True)
    broken: list[BaseException] = []
    shown, stalls = 0, 0
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="chatapp-fonts-") as folder:
        reader = Reader(window := new_window(Path(folder)), SECONDS_TO_FOLLOW)
        window.root.report_callback_exception = _noting(broken)
        while time.monotonic() < until:
            text = text_by(Random(f"{seed} {shown}"))
            one = reader.longest_stall(messages_of(1, text, len(text)))
            many = reader.longest_stall(messages_of(MANY, text, FEW_CHARACTERS))
            if max(one, many) > STALL:
                stalls += 1
                print(
                    f"{shown}: {one:.0f} ms, {MANY} of it {many:.0f} ms: {text[:60]!r}"
                )
            if broken:
                print(f"{shown}: {broken.pop()!r}: {text[:200]!r}", flush=True)
                return 1
            shown += 1
    print(f"Showed {shown} texts; {stalls} of them stalled the window.")
    return 0


def _noting(broken: list[BaseException]) -> Callback:
    def note(
        _kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        broken.append(error)

    return note


if __name__ == "__main__":
    given = [*sys.argv[1:], *("", "")[len(sys.argv) - 1 :]]
    sys.exit(
        main(float(given[0] or SECONDS), int(given[1] or secrets.randbelow(1_000_000)))
    )
