"""What the tests of exports write, and how they read it."""

import re

from chatapp.models.export.document import About
from chatapp.models.export.html_page import HtmlPage
from chatapp.models.history.bringing_past import Brought, Reached
from tests.chatapp.models.fakes import NOON

ABOUT = About("#class", "Physics 2b", "Waves & <light>", NOON, Brought(Reached.ALL))


class DrawnPictures:
    """Draws faces, and of all emoji only a party popper."""

    def face(self, nick):
        return f"face of {nick}".encode()

    def parts(self, text):
        return re.split("([🎉🦕])", text)

    def emoji(self, sequence):
        return b"popper" if sequence == "🎉" else None


def html_page():
    return HtmlPage(DrawnPictures())


def export(written, *lines):
    parts = [written.line(line, line.text) for line in lines]
    return written.begin(ABOUT) + "".join(parts) + written.end("All of it.")
