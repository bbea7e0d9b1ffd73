"""Small dialogs about rooms and names: which one to join, the topic, one's own name."""

from typing import TYPE_CHECKING

from chatapp.controllers.rooms.rooms_wording import ONLY_TWO_WILL, topic_too_long
from chatapp.controllers.servers.chat_links import is_chat_link
from chatapp.controllers.sign_in.own_name_wording import USE_ELSEWHERE
from chatapp.controllers.validation import validate_username
from chatapp.controllers.window import WindowView
from chatapp.language import gettext as _
from chatapp.models.entities import Field
from chatapp.models.network import Network
from chatapp.wire.names import check_channel, is_channel

if TYPE_CHECKING:
    from collections.abc import Callable


class RoomQuestions:
    """Asks for what a button or a key leaves open."""

    def __init__(self, window: WindowView, network: Network) -> None:
        self.on_elsewhere: Callable[[], None] = lambda: None
        self.on_link: Callable[[str], str | None] = lambda _link: None
        self._window = window
        self._network = network

    def ask_for_person(self) -> None:
        """Ask whom to write to."""
        self._window.ask_text(
            title=_("New message"),
            label=_("Username"),
            initial="",
            action=_("Write"),
            on_text=self._open_direct,
            hint=ONLY_TWO_WILL,
        )

    def ask_for_topic(self, name: str) -> None:
        """Ask for a room's topic."""
        room = self._network.room(name)
        if room is None:
            return
        self._window.ask_text(
            title=_("Topic of {name}").format(name=room.name),
            label=_("Topic"),
            initial=room.topic,
            action=_("Set topic"),
            on_text=lambda text: self._set_topic(room.name, text),
            hint=_("Everybody in the room sees it. Leave it empty to remove it."),
        )

    def ask_for_nick(self) -> None:
        """Ask which username to take."""
        self._window.ask_text(
            title=_("Your username"),
            label=_("Username"),
            initial=self._network.nick,
            action=_("Change"),
            on_text=self._change_nick,
            hint=_("Everybody sees the new name at once."),
            other=USE_ELSEWHERE,
            on_other=self.on_elsewhere,
        )

    def _set_topic(self, room: str, text: str) -> str | None:
        topic, longest = text.strip(), self._network.moderation.longest_topic
        if longest is not None and len(topic) > longest:
            return topic_too_long(len(topic) - longest, longest)
        self._network.moderation.set_topic(room, topic)
        return None

    def _change_nick(self, text: str) -> str | None:
        problems: dict[Field | None, str] = {}
        nick = validate_username(text, problems)
        if problems:
            return problems[Field.USERNAME]
        self._network.change_nick(nick)
        return None

    def join(self, text: str) -> str | None:
        """Join the room that was typed, or make it; tells what is wrong with it."""
        if is_chat_link(text):
            return self.on_link(text)
        name = text.strip()
        name = name if is_channel(name) else f"#{name}"
        problem = check_channel(name, self._network.directory.longest_name)
        if problem:
            return problem.sentence
        self._network.join(name)
        return None

    def _open_direct(self, text: str) -> str | None:
        nick = text.strip()
        if not nick or " " in nick or is_channel(nick):
            return _("Type one username, as it stands in the list of people.")
        self._network.open_direct(nick)
        return None
