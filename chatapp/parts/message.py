"""Joins what can be done about single messages with the view that shows them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from chatapp.controllers.messages.answering import AnsweringController
from chatapp.controllers.messages.deleting import DeletingController
from chatapp.controllers.messages.editing import EditingController
from chatapp.controllers.messages.message_actions import (
    MessageActions,
    correcting_actions,
    message_actions,
)
from chatapp.controllers.messages.message_reactions import MessageReactions
from chatapp.controllers.messages.offline_notice import OfflineNotice
from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.people.sender_actions import sender_actions
from chatapp.controllers.reading.code_colors import CodeColors
from chatapp.controllers.reading.code_saving import CodeSaving
from chatapp.controllers.reading.conversation import ConversationController
from chatapp.controllers.reading.own_mentions import OwnMentionsController
from chatapp.controllers.writing.composer import ComposerController
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.models.program.files import write_chosen
from chatapp.parts.panel import PanelParts
from chatapp.parts.shared import SharedParts
from chatapp.views.windows.file_dialog import choose_file

if TYPE_CHECKING:
    from chatapp.views.chat_view import ChatView


def join_messages(
    shared: SharedParts,
    view: "ChatView",
    network: Network,
    bus: EventBus,
    notices: NoticesView,
    conversation: ConversationController,
    composer: ComposerController,
    panel: PanelParts,
) -> Callable[[], None]:
    """Join the actions of one chat's messages; give what ends following the settings.

    Args:
        shared: what there is once in the program.
        view: the page on which it is all shown.
        network: the server.
        bus: where its events are told.
        notices: those of the open room.
        conversation: shows the messages.
        composer: what is written in its box may be about one of them.
        panel: lists some of them, and leads to any.
    """
    transcript, copy, picker = view.transcript, shared.window.copy, shared.emoji_picker
    deleting = DeletingController(shared.window, network)
    editing = EditingController(view.editing, composer, network, bus, deleting.ask)
    view.composer.on_edit_last = editing.begin_last
    reactions = MessageReactions(network.emoji_reactions, picker.recent, picker.pick)
    transcript.on_answered = lambda message: panel.jumping.go_to(message.reply_to)
    code = CodeSaving(notices, partial(choose_file, transcript), _save(shared), copy)
    transcript.on_save_code = code.save
    CodeColors(transcript, shared.code_reading.read)
    actions = message_actions(
        network,
        reactions,
        panel.jumping.go_to,
        conversation.fill_gap,
        conversation.unfold,
        editing.take_back,
        copy,
    )
    corrections = correcting_actions(network.correcting, editing.begin, deleting.ask)
    table = [*actions, *corrections, *panel.actions(), *code.actions()]
    table += sender_actions(network)
    own_mentions = OwnMentionsController(transcript, network, bus, shared.settings)
    offline = OfflineNotice(notices, network)
    MessageActions(transcript, table, reactions, offline.tell)
    AnsweringController(view.purpose, network, bus, view.composer.take_focus)
    return own_mentions.end


def _save(shared: SharedParts) -> Callable[[Path, str, Callable[[str], None]], None]:
    """Give what writes a file without anybody waiting for it."""

    def save(path: Path, text: str, then: Callable[[str], None]) -> None:
        shared.files.do(partial(write_chosen, path, text), then)

    return save
