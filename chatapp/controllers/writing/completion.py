"""Offers what a word in the box may become: a command, a person, a room, an emoji."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Protocol

from chatapp.controllers.open_room import OpenRoom
from chatapp.controllers.writing.command_table import by_use
from chatapp.controllers.writing.completion_word import (
    Word,
    whole_name_before,
    word_before,
)
from chatapp.controllers.writing.nearness import distance
from chatapp.models.entities import RoomKind, Suggestion, SuggestionKind
from chatapp.models.events import RoomSelected
from chatapp.models.messages.emoji_names import EmojiNames
from chatapp.models.network import Network
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.names import fold

MOST_SHOWN = 40
MOST_LOOKED_BACK = 200


class CompletionView(Protocol):
    """The box, and a card above it that shows what is offered."""

    on_write: Callable[[str, int], None]
    on_choose: Callable[[Suggestion], None]
    on_dismiss: Callable[[], None]

    def show_suggestions(
        self, suggestions: Sequence[Suggestion], *, written: int, enter_takes: bool
    ) -> None:
        """Show what is offered for the `written` characters before the cursor.

        Tab takes what is chosen, and so does Enter where `enter_takes` or where
        something was chosen by hand.
        """

    def hide_suggestions(self) -> None:
        """Take the card away."""

    def write(self, text: str, cursor: int) -> None:
        """Put a text into the box, the cursor behind so many characters."""


class CompletionController:
    """Knows what can be written, and writes what is chosen."""

    def __init__(
        self,
        view: CompletionView,
        network: Network,
        bus: EventBus,
        emoji: EmojiNames,
        on_emoji: Callable[[str], None],
    ) -> None:
        """Offer things in this view; `on_emoji` hears which emoji is used."""
        self._view = view
        self._network = network
        self._emoji = emoji
        self._on_emoji = on_emoji
        self._room = OpenRoom(bus, network.same)
        self._text = ""
        self._cursor = 0
        self._word: Word | None = None
        self._pool_of: tuple[SuggestionKind, int] | None = None
        self._pool: Sequence[tuple[str, Suggestion]] = ()
        self._dismissed: int | None = None
        view.on_write = self.wrote
        view.on_choose = self.choose
        view.on_dismiss = self.dismiss
        bus.subscribe(RoomSelected, lambda _event: self._begin_anew())

    def wrote(self, text: str, cursor: int) -> None:
        """Offer what fits, after each change of the text or the cursor."""
        self._text, self._cursor = text, cursor
        if self._replace_whole_name():
            return
        word = word_before(text, cursor)
        if word is None or word.start != self._dismissed:
            self._dismissed = None
        self._word = None if self._dismissed is not None else word
        if self._word is None:
            self._pool_of = None
        found = self._find(self._word) if self._word else []
        if not found or self._word is None:
            self._view.hide_suggestions()
            return
        self._view.show_suggestions(
            found,
            written=cursor - self._word.start,
            enter_takes=not _is_complete(self._word, found),
        )

    def choose(self, suggestion: Suggestion) -> None:
        """Write what was chosen in place of the word."""
        if self._word is None:
            return
        start, self._word = self._word.start, None
        self._view.hide_suggestions()
        self._replace(start, suggestion)

    def dismiss(self) -> None:
        """Offer nothing more for this word."""
        self._dismissed = self._word.start if self._word else None
        self._view.hide_suggestions()

    def _begin_anew(self) -> None:
        self._word = self._dismissed = self._pool_of = None
        self._view.hide_suggestions()

    # -- writing ------------------------------------------------------------------

    def _replace_whole_name(self) -> bool:
        """Make an emoji of its name, once the second colon is written."""
        word = whole_name_before(self._text, self._cursor)
        emoji = self._emoji.named(word.query) if word else None
        if word is None or emoji is None:
            return False
        self._view.hide_suggestions()
        before, after = self._text[: word.start], self._text[self._cursor :]
        written = before + emoji.text
        self._view.write(written + after, len(written))
        self._on_emoji(emoji.text)
        return True

    def _replace(self, start: int, suggestion: Suggestion) -> None:
        before, after = self._text[:start], self._text[self._cursor :]
        ending = " "
        if suggestion.kind is SuggestionKind.PERSON and before[-1:] in ("", "\n"):
            ending = ": "
        after = after.removeprefix(" ")
        written = before + suggestion.text + ending
        self._view.write(written + after, len(written))
        if suggestion.kind is SuggestionKind.EMOJI:
            self._on_emoji(suggestion.text)

    # -- finding ------------------------------------------------------------------

    def _find(self, word: Word) -> Sequence[Suggestion]:
        if word.kind is SuggestionKind.EMOJI:
            found = self._emoji.find(word.query, MOST_SHOWN)
            return [_of_emoji(emoji.text, emoji.name) for emoji in found]
        if self._pool_of != (word.kind, word.start):
            self._pool_of = (word.kind, word.start)
            self._pool = list(self._all(word.kind))
        return _best(fold(word.query), self._pool)

    def _all(self, kind: SuggestionKind) -> Iterable[tuple[str, Suggestion]]:
        """Give all there are of a kind, each with what it is found by."""
        if kind is SuggestionKind.COMMAND:
            return self._commands()
        return self._people() if kind is SuggestionKind.PERSON else self._rooms()

    def _commands(self) -> Iterable[tuple[str, Suggestion]]:
        """Give all of them, and last those that one may not use in this room."""
        may = self._network.moderation.may_moderate(self._room.name)
        for row in by_use(moderates=may):
            text = f"/{row.name}"
            yield (
                row.name,
                Suggestion(SuggestionKind.COMMAND, row.usage, text, row.summary),
            )

    def _people(self) -> Iterable[tuple[str, Suggestion]]:
        """Give everybody in the room, and first who spoke lately."""
        people = {
            fold(person.nick): person
            for person in self._network.people(self._room.name)
            if not person.is_me
        }
        spoke = [nick for nick in self._speakers() if nick in people]
        for nick in dict.fromkeys([*spoke, *people]):
            person = people[nick]
            yield (
                nick,
                Suggestion(
                    SuggestionKind.PERSON, person.nick, person.nick, person.status
                ),
            )

    def _speakers(self) -> Iterable[str]:
        history = self._network.history(self._room.name)
        newest = islice(range(len(history) - 1, -1, -1), MOST_LOOKED_BACK)
        return dict.fromkeys(fold(history[at].sender) for at in newest)

    def _rooms(self) -> Iterable[tuple[str, Suggestion]]:
        rooms = [it for it in self._network.rooms() if it.kind is RoomKind.CHANNEL]
        rooms.sort(key=lambda room: not room.joined)
        for room in rooms:
            yield (
                fold(room.name.lstrip("#&")),
                Suggestion(SuggestionKind.ROOM, room.name, room.name, room.topic),
            )


def _of_emoji(text: str, name: str) -> Suggestion:
    return Suggestion(SuggestionKind.EMOJI, f":{name}:", text)


def _best(
    wanted: str, candidates: Iterable[tuple[str, Suggestion]]
) -> Sequence[Suggestion]:
    """Sort what fits: by how well it does, and then as it stands."""
    rated = [(distance(wanted, name), it) for name, it in candidates]
    fitting = [(near, it) for near, it in rated if near is not None]
    fitting.sort(key=lambda pair: pair[0])
    return [suggestion for _near, suggestion in fitting[:MOST_SHOWN]]


def _is_complete(word: Word, found: Sequence[Suggestion]) -> bool:
    """Tell whether the word can stand as it is, so that Enter is to send it."""
    if word.kind is SuggestionKind.EMOJI:
        return False
    signs = {SuggestionKind.COMMAND: "/", SuggestionKind.ROOM: "#"}
    whole = fold(signs.get(word.kind, "") + word.query)
    return any(fold(it.text) == whole for it in found)
