"""Shows a text as a QR code, to be scanned from the screen."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from chatapp.views.look import drawing
from chatapp.views.look.palette import Look

if TYPE_CHECKING:
    from chatapp.views.look.pictures import Photo

QUIET_MODULES = 4
"""So much has to be left white around it (ISO/IEC 18004)."""


class QrCode(ttk.Label):
    """A square of at most `side` pixels of the design; dark on white in any palette."""

    def __init__(self, master: tk.Misc, look: Look, side: int) -> None:
        super().__init__(master, style="Page.TLabel")
        self._look = look
        self._side = side
        self._text = ""
        self._photo: Photo | None = None
        look.follow(self, self._paint)

    @property
    def text(self) -> str:
        """What the code says, or "" where there is none."""
        return self._text

    def show(self, text: str) -> None:
        """Show this text, such as an invitation's link; "" shows nothing."""
        self._text = text
        self._paint()

    def _paint(self) -> None:
        """Draw it, with modules of whole pixels: others would not be read."""
        if not self._text:
            self._photo = None
            self.configure(image="")
            return
        side = self._look.px(self._side)
        self._photo = self._look.pictures.picture(
            ("qr code", self._text, side),
            lambda: drawing.modules(modules_of(self._text), side),
        )
        self.configure(image=self._photo)


def modules_of(text: str) -> list[list[bool]]:
    """Give the code's rows, quiet zone included: True is dark."""
    import segno  # noqa: PLC0415 - most windows never show one, and start sooner

    # A screen is clean, so that few bits for mending do, and modules are large.
    code = segno.make(text, micro=False, error="l")
    rows = code.matrix_iter(1, QUIET_MODULES)
    return [[bool(module) for module in row] for row in rows]
