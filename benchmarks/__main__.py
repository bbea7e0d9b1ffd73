"""Runs all measurements and prints their table."""

import sys
import tempfile
from pathlib import Path

from benchmarks.table import render
from benchmarks.windows import measure_windows


def main() -> int:
    """Measure, and print."""
    with tempfile.TemporaryDirectory(prefix="chatapp-benchmark-") as folder:
        print(render(measure_windows(Path(folder))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
