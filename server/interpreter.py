"""Sets Python up for a server: how threads take turns, and how garbage is collected."""

import gc
import sys

OBJECTS_BETWEEN_COLLECTIONS = 50_000
SWITCH_INTERVAL_SECONDS = 0.0005


def set_up_interpreter() -> None:
    """Change threads often; no part of the server makes cycles, so collect seldom."""
    sys.setswitchinterval(SWITCH_INTERVAL_SECONDS)
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, 20, 50)
