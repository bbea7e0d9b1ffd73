"""What stands in a real window's transcript, once everything in it is confirmed."""

import time
from collections.abc import Sequence

from tools.window import SECONDS_BETWEEN_LOOKS, SECONDS_TO_WAIT, Window


def shown_lines(window: Window, texts: Sequence[str]) -> list[str]:
    """Give those of these texts that stand in the window, in its order.

    A message that is not confirmed has its state beside it: it is waited for until
    each text is a line of its own, for a while.
    """
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while True:
        seen = (text.split("\n") for text in window.order("texts"))
        found = ([line for line in each if line in texts] for each in seen)
        lines = max(found, key=len)  # the transcript has the most of them
        if set(lines) == set(texts) or time.monotonic() > deadline:
            return lines
        time.sleep(SECONDS_BETWEEN_LOOKS)
