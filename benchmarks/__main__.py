"""Runs all measurements and prints their table."""

import sys
import tempfile
from pathlib import Path

from benchmarks.beside_hexchat import measure_beside_hexchat
from benchmarks.busy_window import measure_busy_window
from benchmarks.hostile_text import measure_hostile_text
from benchmarks.long_history import measure_long_history
from benchmarks.restart import measure_restart
from benchmarks.table import render
from benchmarks.windows import measure_windows


def main() -> int:
    """Measure, and print."""
    with tempfile.TemporaryDirectory(prefix="chatapp-benchmark-") as folder:
        root = Path(folder)
        rows = [
            *measure_windows(root / "windows"),
            *measure_beside_hexchat(root / "beside"),
            *measure_busy_window(root / "busy"),
            *measure_long_history(root / "history"),
            *measure_hostile_text(root / "hostile"),
            *measure_restart(root / "restart"),
        ]
        print(render(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
