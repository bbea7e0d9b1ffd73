"""What this program is called, and where it keeps its history."""

from collections.abc import Mapping
from pathlib import Path

import platformdirs

from chatapp.wire.version import VERSION
from server.settings.settings import Settings

PROGRAM = f"chatapp-{VERSION}"
"""How the server names itself."""


def storage_path(settings: Settings, environment: Mapping[str, str]) -> Path:
    """Give the file of the history."""
    if settings.storage.path:
        return Path(settings.storage.path).expanduser()
    folder = environment.get("CHATAPP_DATA_DIR")
    root = Path(folder) if folder else platformdirs.user_data_path("chatapp", False)
    return root / "server" / "history.db"
