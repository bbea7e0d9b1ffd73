"""Joins the box in which one writes with what helps there."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.writing.completion import CompletionController
from chatapp.controllers.writing.composer import ComposerController
from chatapp.controllers.writing.inserting import InsertingController
from chatapp.controllers.writing.spelling import SpellingController
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.parts.shared import SharedParts
from chatapp.views.windows.file_dialog import choose_existing_file

if TYPE_CHECKING:
    from chatapp.views.chat_view import ChatView


def join_writing(
    shared: SharedParts,
    view: "ChatView",
    network: Network,
    bus: EventBus,
    notices: NoticesView,
    composer: ComposerController,
) -> Callable[[], None]:
    """Join completion, spelling and files with the box; give what ends that.

    Args:
        shared: what there is once in the program.
        view: the page with the box.
        network: the server.
        bus: where its events are told.
        notices: those of the open room.
        composer: what takes what is written.
    """
    CompletionController(
        view.completion,
        network,
        bus,
        shared.emoji_names,
        shared.emoji_picker.remember,
    )

    inserting = InsertingController(
        view.composer,
        notices,
        partial(choose_existing_file, view.composer),
        shared.files.do,
    )
    view.composer.menu.on_insert_file = inserting.choose
    view.composer.entry.on_paste = inserting.may_paste
    view.drop.on_text, view.drop.on_files = inserting.insert, inserting.insert_files

    def names() -> Iterator[str]:
        """Give what is no word: the names of people and rooms."""
        yield network.nick
        yield from (person.nick for person in network.people(composer.room))
        yield from (room.name for room in network.rooms())

    spelling = SpellingController(
        view.composer.spelling, shared.spelling, shared.settings, shared.window, names
    )
    return spelling.end
