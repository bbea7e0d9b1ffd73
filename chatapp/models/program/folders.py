"""Where the client keeps its files on this computer."""

from collections.abc import Mapping
from pathlib import Path

import platformdirs

CONFIG_VARIABLE = "CHATAPP_CONFIG_DIR"
DATA_VARIABLE = "CHATAPP_DATA_DIR"


def config_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder for settings; CHATAPP_CONFIG_DIR moves it."""
    chosen = environment.get(CONFIG_VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_config_path("chatapp")


def data_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder for what chatapp keeps; CHATAPP_DATA_DIR moves it."""
    chosen = environment.get(DATA_VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_data_path("chatapp")


def document_folder() -> Path:
    """Return where a person keeps documents, or else the home folder."""
    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()


def typed_path(text: str) -> Path:
    """Give the path that somebody means; "~" and "~name" are home folders in it.

    Where there is no such home folder, it is a path like any other, as in a shell.
    """
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)
