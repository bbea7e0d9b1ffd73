"""Starts the server: `chatapp-server` and `python -m server`."""

import sys

from server.command_line import run_command


def main() -> None:
    """Do what the command line asks for and end with its exit code."""
    sys.exit(run_command(sys.argv[1:]))


if __name__ == "__main__":
    main()
