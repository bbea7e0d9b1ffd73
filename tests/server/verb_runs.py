"""Runs the verbs of `chatapp-server` as programs of their own."""

import os
import subprocess
import sys

LOCAL = ("--host", "127.0.0.1", "--port", "0")


def run(folder, *arguments, **options):
    """Run one with these arguments beside the history in a folder."""
    return run_server(*arguments, CHATAPP_DATA_DIR=str(folder), **options)


def run_server(*arguments, given="", **environment):
    """Run the program to its end, with words on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "server", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        input=given,
        env=os.environ | {"LANGUAGE": "en"} | environment,
    )
