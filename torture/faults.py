"""Faults of disk and clock, each as this system can have it, and only where it can."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from torture.server_program import ServerProgram

if sys.platform == "linux":
    import resource

MEGABYTES = 24
PAGE = 4096
FAKETIME = ("/usr/lib/*/faketime/libfaketimeMT.so.1", "/usr/lib*/faketime/*MT.so.1")
JUMPS = ("-2d", "-1h", "-30", "+0", "+30", "+1h", "+2d")


@dataclass(frozen=True, slots=True)
class Fault:
    """What may happen to a server for a while; `holds` is entered while it does.

    `refuses`: whether the server may say meanwhile that it cannot do something.
    """

    name: str
    holds: Callable[[ServerProgram], AbstractContextManager[None]]
    refuses: bool = True


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Make a folder a small disk of its own, where that can be."""
    mount = ("mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "none", str(folder))
    is_there = sys.platform == "linux" and os.geteuid() == 0 and _works(*mount)
    try:
        yield
    finally:
        if is_there:
            subprocess.run(("umount", "--lazy", str(folder)), check=True)


def faults_on(folder: Path, clock: Path | None, chance: Random) -> list[Fault]:
    """Give the faults that a server in this folder can have here.

    Args:
        folder: is on a small disk, if it is a mount point.
        clock: tells the server's clock how far it is off, where one does.
        chance: decides how bad each time is.
    """
    faults = [Fault("locked", lambda server: locked(server.path))]
    if os.path.ismount(folder):
        faults.append(Fault("full", lambda _: full(folder / "ballast", chance)))
    if sys.platform == "linux":
        faults.append(Fault("too long", lambda server: cramped(server.pid)))
    if can_be_frozen(folder):
        faults.append(Fault("read-only", lambda server: frozen(server.path)))
    if clock is not None:
        faults.append(Fault("clock", lambda _: jumping(clock, chance), refuses=False))
    return faults


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let another program hold the database."""
    foreign = sqlite3.connect(path, isolation_level=None, timeout=30)
    try:
        foreign.execute("BEGIN IMMEDIATE")
        yield
    finally:
        foreign.close()


@contextmanager
def full(ballast: Path, chance: Random) -> Iterator[None]:
    """Let the disk have no room, or room for a few pages."""
    try:
        with suppress(OSError), ballast.open("wb", buffering=0) as file:
            while file.write(bytes(PAGE)):
                pass
        left = chance.choice((0, 0, 1, 5, 20)) * PAGE
        os.truncate(ballast, max(0, ballast.stat().st_size - left))
        yield
    finally:
        ballast.unlink(missing_ok=True)


if sys.platform == "linux":

    @contextmanager
    def cramped(pid: int) -> Iterator[None]:
        """Let a process write no byte into any file."""
        _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, most))
        try:
            yield
        finally:
            with suppress(ProcessLookupError):  # it may be killed meanwhile
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))


@contextmanager
def frozen(path: Path) -> Iterator[None]:
    """Let nobody write the database any more, also who has it open already.

    Its index is memory that programs share: who writes into that would be ended.
    """
    files = [path, path.with_name(f"{path.name}-wal")]
    try:
        for each in files:
            subprocess.run(("chattr", "+i", str(each)), check=True)
        yield
    finally:
        for each in files:
            subprocess.run(("chattr", "-i", str(each)), check=False)


def can_be_frozen(folder: Path) -> bool:
    """Tell whether what is open already can be made read-only here."""
    if shutil.which("chattr") is None:
        return False
    probe = folder / "probe"
    with probe.open("wb", buffering=0) as file:
        if not _works("chattr", "+i", str(probe)):
            return False
        try:
            file.write(b"x")
        except OSError:
            return True
        finally:
            subprocess.run(("chattr", "-i", str(probe)), check=True)
    return False


@contextmanager
def jumping(clock: Path, chance: Random) -> Iterator[None]:
    """Let the clock jump; where it is then, it stays."""
    clock.write_text(chance.choice(JUMPS), encoding="ascii")
    yield


def clock_settings(clock: Path) -> dict[str, str]:
    """Give the variables by which a program's clock follows a file; none: it cannot."""
    found = [str(each) for name in FAKETIME for each in Path("/").glob(name[1:])]
    if sys.platform != "linux" or not found:
        return {}
    clock.write_text("+0", encoding="ascii")
    return {
        "LD_PRELOAD": found[0],
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "DONT_FAKE_MONOTONIC": "1",
    }


def forget_clock(process: int) -> None:
    """Delete what libfaketime leaves of a process that was killed."""
    for name in ("faketime_shm", "sem.faketime_sem"):
        Path(f"/dev/shm/{name}_{process}").unlink(missing_ok=True)


def _works(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
