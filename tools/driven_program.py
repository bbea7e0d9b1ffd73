"""Begins the driven window as chatapp begins: in the language that a person reads.

Usage: python -m tools.driven_program OPTIONS OF CHATAPP...
"""

import sys

from chatapp.__main__ import choose_language


def main() -> int:
    """Choose the language, and obey until standard input ends."""
    choose_language()
    from tools import driven_window  # noqa: PLC0415 - its words are in it when loaded

    return driven_window.main()


if __name__ == "__main__":
    sys.exit(main())
