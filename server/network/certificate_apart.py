"""Makes a certificate in a process of its own: what that needs stays in no memory."""

import logging
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

log = logging.getLogger(__name__)

MAKE_CERTIFICATE = (sys.executable, "-P", "-m", "server.network.certificate")
SECONDS_TO_MAKE = 30.0
_CREATION_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def make_certificate_apart(
    path: Path, name: str, command: Sequence[str] = MAKE_CERTIFICATE
) -> None:
    """Write a key and its certificate, as `make_certificate` does.

    Where another process cannot do so, this one does, or knows why that cannot be.

    Args:
        path: the file; what is there already stays.
        name: what the server calls itself.
        command: makes it; the path and the name are put behind.

    Raises:
        OSError: it cannot be written.
    """
    try:
        subprocess.run(  # noqa: S603 - a command of our own
            [*command, str(path), name],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS_TO_MAKE,
            creationflags=_CREATION_FLAGS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        log.debug("No other process makes a certificate: %s", type(error).__name__)
        from server.network.certificate import make_certificate  # noqa: PLC0415 - so

        make_certificate(path, name)
