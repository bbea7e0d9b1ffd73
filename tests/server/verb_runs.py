"""Runs the verbs of `chatapp-server` as programs of their own."""

import os
import subprocess
import sys

LOCAL = ("--host", "127.0.0.1", "--port", "0")


def run(folder, *arguments, given="", **environment):
    """Run one with these arguments beside the history in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "server", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        input=given,
        env=os.environ | {"CHATAPP_DATA_DIR": str(folder)} | environment,
    )
