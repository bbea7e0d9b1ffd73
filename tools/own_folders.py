"""Gives a trial its own folders, so that it leaves the person's settings alone."""

import shutil
from collections.abc import Mapping
from pathlib import Path

NO_KEYRING = "keyring.backends.null.Keyring"


def empty_folder(folder: Path) -> Path:
    """The folder, made or made empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder.resolve()


def own_environment(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The environment of a program that keeps to this folder."""
    return {
        **environment,
        "CHATAPP_CONFIG_DIR": str(folder / "config"),
        "CHATAPP_DATA_DIR": str(folder / "data"),
        "PYTHON_KEYRING_BACKEND": NO_KEYRING,
        "CHATAPP_SERVER__DISCOVERY__ANNOUNCE": "false",
        "CHATAPP_DISCOVERY": "off",
        "LANGUAGE": "en",
    }
