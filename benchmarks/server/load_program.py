"""The load program: compiles the C files of `load/` and runs them against a server."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.server.report import Report

SOURCES = Path(__file__).parent / "load"
OPENSSL_HEADERS = "openssl/ssl.h"
MINUTES_TO_RUN = 3
OPTIMIZED = ("-O2", "-Wall", "-Wextra", "-Werror")


class LoadFailed(Exception):
    """The load program did not run to its end; what it said is in the message."""


@dataclass(frozen=True, slots=True)
class LoadProgram:
    """The compiled program."""

    path: Path
    speaks_tls: bool

    def run(self, port: int, processes: Sequence[int], *options: str) -> Report:
        """Put the load on the server at this port; measure these processes."""
        measured = [f"--process={number}" for number in processes]
        command = [str(self.path), f"--port={port}", *measured, *options]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                timeout=MINUTES_TO_RUN * 60,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise LoadFailed(f"Not done in {MINUTES_TO_RUN} minutes.") from late
        if done.returncode:
            raise LoadFailed(f"The load program failed: {done.stderr.strip()}")
        return Report.read(done.stdout)


def missing_for_load() -> str:
    """Say what is missing to compile the load program; empty: nothing."""
    if shutil.which("gcc"):
        return ""
    return "No server is measured without gcc (Debian: gcc, libc6-dev)."


def compile_load_program(folder: Path) -> LoadProgram:
    """Compile it, with TLS where OpenSSL's headers are there."""
    speaks_tls = _has_openssl()
    path = folder / "load"
    path.parent.mkdir(parents=True, exist_ok=True)
    tls = ("-DWITH_TLS", "-lssl", "-lcrypto") if speaks_tls else ()
    sources = sorted(SOURCES.glob("*.c"))
    command = ["gcc", *OPTIMIZED, "-o", path, *sources, *tls]
    subprocess.run(command, check=True)
    return LoadProgram(path, speaks_tls)


def _has_openssl() -> bool:
    look = ["gcc", "-E", "-include", OPENSSL_HEADERS, "-x", "c", "/dev/null"]
    return subprocess.run(look, capture_output=True, check=False).returncode == 0
