"""A client without a window as a program of its own, and the file that it follows."""

import os
import signal
import ssl
import subprocess
import sys
from pathlib import Path
from typing import IO, Self, cast

import tomli_w

from chatapp.wire.fingerprints import Fingerprint
from tools.own_folders import own_environment

PATIENCE = 30.0


class HeadlessProcess:
    """`chatapp --headless --config FILE.toml`, without a display."""

    def __init__(self, folder: Path, port: int, **sections: dict[str, object]) -> None:
        """Start it for a server on this computer; what it keeps is in the folder."""
        where = {"host": "127.0.0.1", "port": port, "nick": "noor"}
        values = {
            "connection": where,
            "state": {"directory": str(folder / "state")},
            **sections,
        }
        folder.mkdir(exist_ok=True)
        path = folder / "client.toml"
        path.write_text(tomli_w.dumps(values), encoding="utf-8")
        environment = {key: it for key, it in os.environ.items() if key != "DISPLAY"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "chatapp", "--headless", "--config", path],
            env=own_environment(environment, folder),
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()

    def complaint(self) -> str:
        """Wait for the next thing that it tells, or complains of."""
        return cast(IO[str], self._process.stderr).readline()

    def stop(self) -> tuple[int, str]:
        """Ask it to end; give its exit code and what it complained of."""
        self._process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self) -> tuple[int, str]:
        """Wait for its end; give its exit code and what it complained of."""
        _, complaints = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode, complaints


def fingerprint_at(port: int) -> Fingerprint:
    """Ask a server on this computer for its certificate's fingerprint."""
    pem = ssl.get_server_certificate(("127.0.0.1", port))
    return Fingerprint.of(ssl.PEM_cert_to_DER_cert(pem))
