"""A certificate of one's own, which one shows to servers that know it (EXTERNAL)."""

import ssl
from pathlib import Path


def can_be_shown(path: str) -> bool:
    """Tell whether a file has a certificate and its key, with no password on it."""
    try:
        # A password would be asked for on the terminal, which is not there.
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_cert_chain(
            Path(path).expanduser(), password=lambda: b""
        )
    except (OSError, ValueError):  # an SSLError is an OSError, too
        return False
    return True
