"""Says on what and when something was measured."""

import os
import platform
from datetime import UTC, datetime


def describe_machine() -> str:
    """One sentence to stand above the tables."""
    day = datetime.now(UTC).date().isoformat()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} on {platform.machine()}"
    count = os.cpu_count()
    return f"Measured on {day}: {count} processors, {system}, {python}."
