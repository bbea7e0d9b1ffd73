"""A certificate of one's own, which one shows to servers that know it (EXTERNAL)."""

import ssl
from pathlib import Path

from chatapp.models.program.folders import typed_path


def certificate_file(typed: str) -> Path | None:
    """Give the file that somebody means, or None for ""."""
    return typed_path(typed) if typed else None


def can_be_shown(path: str) -> bool:
    """Tell whether a file has a certificate and its key, with no password on it."""
    try:
        # A password would be asked for on the terminal, which is not there.
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_cert_chain(
            typed_path(path), password=lambda: b""
        )
    except (OSError, ValueError):  # an SSLError is an OSError, too
        return False
    return True
