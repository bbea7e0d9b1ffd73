"""Joins what exports a room with the window, and with what draws its pictures."""

from typing import TYPE_CHECKING

from chatapp.controllers.rooms.exporting import ExportController
from chatapp.controllers.timed_notices import TimedNotices
from chatapp.models.network import Network
from chatapp.models.program.folders import document_folder
from chatapp.parts.shared import now
from chatapp.views.windows.main_window import MainWindow

if TYPE_CHECKING:
    from chatapp.views.chat_view import ChatView
    from chatapp.views.look.export_pictures import ExportPictures


def new_export(
    window: MainWindow, view: "ChatView", network: Network
) -> ExportController:
    """Have rooms exported as the window shows them."""

    def pictures() -> "ExportPictures":
        # Few ever need it, and it opens a large font.
        from chatapp.views.look.export_pictures import ExportPictures  # noqa: PLC0415

        return ExportPictures(window.look)

    notices, passing = view.notices, TimedNotices(view.notices, window)
    return ExportController(
        window, notices, passing, network, document_folder(), now, pictures
    )
