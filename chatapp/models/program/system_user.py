"""Tells as whom the system knows who runs this program."""

import getpass


def system_user() -> str:
    """Give the user's name; "" where there is none, as in a container."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # Python 3.13 raises OSError for all
        return ""
