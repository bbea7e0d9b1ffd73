"""What a program needs of the computer at one moment: memory, descriptors, threads."""

import sys
from dataclasses import dataclass
from typing import Self

import psutil

MEGABYTE = 1_048_576


@dataclass(frozen=True, slots=True)
class Footprint:
    """Resident memory in MB, open descriptors (on Windows handles), and threads."""

    memory: float
    descriptors: int
    threads: int

    @classmethod
    def of(cls, process: psutil.Process) -> Self:
        """Take it from a process that runs."""
        with process.oneshot():
            return cls(
                process.memory_info().rss / MEGABYTE,
                _descriptors(process),
                process.num_threads(),
            )


if sys.platform == "win32":

    def _descriptors(process: psutil.Process) -> int:
        return process.num_handles()

else:

    def _descriptors(process: psutil.Process) -> int:
        return process.num_fds()
