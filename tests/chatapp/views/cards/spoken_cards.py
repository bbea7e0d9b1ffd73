"""Looks at every card in one language, in a process of its own.

Usage: python -m tests.chatapp.views.cards.spoken_cards CODE FOLDER
It writes what is wrong with each card, as JSON.
"""

import json
import os
import sys
from pathlib import Path

from chatapp import language


def what_is_wrong_with_all(folder: Path) -> dict[str, list[str]]:
    """Open each card in the smallest window with large letters."""
    # Their words are in them when they are loaded.
    from chatapp.controllers.look.palette_names import parse_name
    from chatapp.controllers.look.palettes import make_palette
    from chatapp.views.windows.main_window import MainWindow
    from tests.chatapp.views.cards import every_card, fitting

    window = MainWindow(make_palette(parse_name("teal-otter")), folder)
    window.look.complete()
    every_card.make_small(window, every_card.ZOOM)
    wrong = {}
    for name, open_card in every_card.CARDS.items():
        open_card(window)
        every_card.settle(window)
        wrong[name] = fitting.what_is_wrong(window.dialog)
        window.dialog.close()
    window.destroy()
    return wrong


def main() -> int:
    """Speak the language before any words are loaded."""
    code, folder = sys.argv[1:]
    if language.choose(code, os.environ) != code:
        return 1
    sys.stdout.write(json.dumps(what_is_wrong_with_all(Path(folder))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
