"""How long something takes, counted by length: cheap enough for what happens often."""

from bisect import bisect_left

BOUNDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)
"""In seconds: each count is of what took at most so long, and longer than before."""


class Timings:
    """One thread notes; others may read, and find what was a moment ago."""

    __slots__ = ("counts", "seconds")

    def __init__(self) -> None:
        """Begin with nothing; the last count is of what took longer than all bounds."""
        self.counts = [0] * (len(BOUNDS) + 1)
        self.seconds = 0.0

    def note(self, seconds: float) -> None:
        """Count something that took so long."""
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds
