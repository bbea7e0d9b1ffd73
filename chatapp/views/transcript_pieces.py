"""Takes a message's row apart into pieces: characters with their tags, and pictures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from PIL import Image

from chatapp.models.entities import Change, ChatMessage, Delivery, MessageKind
from chatapp.views import drawing
from chatapp.views.drawing import flat
from chatapp.views.emoji import EmojiArtist
from chatapp.views.palette import Look
from chatapp.views.pictures import Photo
from chatapp.views.rich_text import LONGEST_LINE, Run, RunKind, cut, plain, runs
from chatapp.views.transcript_layout import Layout, clock, paragraphs

GUTTER = 52
_EMOJI = 18
_LONGEST_CHANGE = 400
_CHANGE_ICONS = {
    Change.JOINED: "arrow-right-short",
    Change.LEFT: "arrow-left-short",
    Change.QUIT: "arrow-left-short",
    Change.KICKED: "person-x",
    Change.RENAMED: "pencil",
    Change.TOPIC: "chat-left-text",
    Change.MODE: "sliders",
}
_PENDING = (Delivery.WAITING, Delivery.SENT)

Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture among the text; `make` draws it on a ground, `text` is its meaning."""

    make: Callable[[str], Photo | None]
    tags: Tags
    text: str = ""
    align: Literal["center", "top"] = "center"


Piece = tuple[str, Tags] | Picture


class RowComposer:
    """Knows what a message looks like."""

    def __init__(self, look: Look) -> None:
        self.rule_width = 0
        self._look = look
        self._emoji = EmojiArtist()

    @property
    def line_height(self) -> int:
        """How tall a line of the body is, in pixels."""
        return self._look.fonts.line_height(self._look.fonts.body) + self._look.px(3)

    def pieces(
        self, message: ChatMessage, layout: Layout, expanded: bool
    ) -> Iterable[Piece]:
        """Give the pieces of a message's row, from its day line to its last end."""
        if layout.day:
            yield from self._rule(layout.day, "day")
        if layout.unread:
            yield from self._rule("NEW", "unread")
        if message.kind is MessageKind.CHANGE:
            yield from self._change(message)
        elif message.kind is MessageKind.LOCAL:
            yield from self._lines(message, ("body", "local"), expanded)
        elif message.kind is MessageKind.ACTION:
            yield from self._action(message, expanded)
        else:
            yield from self._said(message, layout, expanded)

    def ground(self, message: ChatMessage) -> str:
        """Tell the colour that is behind a message."""
        palette = self._look.palette
        return palette.mention if message.mentions_me else palette.page

    def _rule(self, title: str, tag: str) -> Iterable[Piece]:
        """Write a title between two lines that reach to the edges."""
        look = self._look
        words = f"  {title}  "
        taken = look.fonts.width(look.fonts.small_bold, words) + look.px(6)

        def line(_ground: str) -> Photo:
            palette = look.palette
            color = palette.danger_text if tag == "unread" else palette.border
            size = (max(8, (self.rule_width - taken) // 2), look.px(1))
            return look.pictures.picture(
                ("rule", size, color), lambda: Image.new("RGB", size, color)
            )

        yield Picture(line, (tag,))
        yield words, (tag,)
        yield Picture(line, (tag,))
        yield "\n", (tag,)

    def _change(self, message: ChatMessage) -> Iterable[Piece]:
        name = _CHANGE_ICONS[message.change] if message.change else "dot"
        yield self._icon(name, 14, ("change",))
        words, _ = cut(plain(message.text), _LONGEST_CHANGE)
        yield f"  {words}   ", ("change",)
        yield f"{clock(message)}\n", ("change", "time")

    def _action(self, message: ChatMessage, expanded: bool) -> Iterable[Piece]:
        tags = ("body", *_ground_tags(message))
        yield self._icon("asterisk", 9, tags)
        yield "  ", tags
        yield plain(message.sender), (*tags, *self._name_tags(message))
        yield " ", tags
        yield from self._lines(message, (*tags, "italic"), expanded)

    def _said(
        self, message: ChatMessage, layout: Layout, expanded: bool
    ) -> Iterable[Piece]:
        ground = _ground_tags(message)
        if not layout.head:
            yield from self._lines(message, ("body", *ground), expanded)
            return
        head = ("head", *ground)
        yield self._half_avatar(message, 0, (*head, "who"))
        yield plain(message.sender), (*head, *self._name_tags(message))
        note = "  notice" if message.kind is MessageKind.NOTICE else ""
        yield f"{note}   {clock(message)}\n", (*head, "time")
        yield self._half_avatar(message, 1, ("first", "who", *ground))
        yield from self._lines(message, ("first", *ground), expanded)

    def _lines(
        self, message: ChatMessage, tags: Tags, expanded: bool
    ) -> Iterable[Piece]:
        """Write the words, then the state of their delivery, then the line's end."""
        later = ("body", *tags[1:])
        tags = (*tags, *_state_tags(message))
        words, left = runs(message.text), 0
        if not expanded:
            words, left = _shortened(words)
        for run in words:
            for number, line in enumerate(paragraphs(run.text)):
                if number:
                    yield "\n", tags
                    tags = (*later, *_state_tags(message))
                yield from self._run(Run(line, run.kind, run.style), tags)
        if left:
            yield f"…  Show {left:,} more characters", (*tags, "link", "more")
        if message.delivery in _PENDING:
            yield "  ", tags
            yield self._icon("clock", 12, tags)
        yield "\n", tags
        if message.delivery is Delivery.FAILED:
            yield from self._failure(message, later)

    def _run(self, run: Run, tags: Tags) -> Iterable[Piece]:
        if run.kind is RunKind.EMOJI:
            picture = self._emoji.draw(run.text, self._look.px(_EMOJI))
            if picture:
                yield self._emoji_picture(run.text, picture, tags)
                return
        if run.text:
            yield run.text, (*tags, *_run_tags(run))

    def _failure(self, message: ChatMessage, tags: Tags) -> Iterable[Piece]:
        problem = plain(message.problem) or "It did not reach the server."
        tags = (*tags, "failure")
        yield f"Not sent. {problem}   ", tags
        yield "Try again", (*tags, "link", "retry")
        yield "   ", tags
        yield "Discard", (*tags, "link", "drop")
        yield "\n", tags

    def _name_tags(self, message: ChatMessage) -> Tags:
        return ("name", f"person{self._look.person_number(message.sender)}", "who")

    def _icon(self, name: str, size: int, tags: Tags) -> Picture:
        look = self._look
        return Picture(
            lambda ground: look.pictures.icon(
                name, look.px(size), look.palette.muted, ground
            ),
            tags,
        )

    def _emoji_picture(self, text: str, drawn: Image.Image, tags: Tags) -> Picture:
        pictures, size = self._look.pictures, drawn.size
        return Picture(
            lambda ground: pictures.picture(
                ("emoji", text, size, ground), lambda: flat(drawn, ground)
            ),
            tags,
            text,
        )

    def _half_avatar(self, message: ChatMessage, number: int, tags: Tags) -> Picture:
        """Cut the avatar in two: for the name's line, and for the first one said."""
        look, height = self._look, self.line_height
        letters = drawing.initials(plain(message.sender))
        top, width = number * height, look.px(GUTTER)

        def half(ground: str) -> Photo:
            fill, ink = look.avatar_fill(message.sender), look.palette.on_avatar

            def draw() -> Image.Image:
                whole = Image.new("RGBA", (width, 2 * height), (0, 0, 0, 0))
                size = 2 * height - look.px(2)
                avatar = drawing.avatar(letters, size, fill, ink)
                whole.paste(avatar, (0, look.px(1)))
                return flat(whole.crop((0, top, width, top + height)), ground)

            key = ("half", number, letters, fill, ink, ground, height)
            return look.pictures.picture(key, draw)

        return Picture(half, tags, align="top")


def _ground_tags(message: ChatMessage) -> Tags:
    return ("mention",) if message.mentions_me else ()


def _state_tags(message: ChatMessage) -> Tags:
    if message.delivery in _PENDING:
        return ("pending",)
    return ("failed",) if message.delivery is Delivery.FAILED else ()


def _run_tags(run: Run) -> Tags:
    tags = []
    style = run.style
    if style.mono:
        tags.append("mono")
    elif style.bold and style.italic:
        tags.append("bold-italic")
    elif style.bold or style.italic:
        tags.append("bold" if style.bold else "italic")
    if style.underline:
        tags.append("underline")
    if style.strike:
        tags.append("strike")
    if run.kind is RunKind.LINK:
        tags.append("link")
    elif run.kind is RunKind.MENTION:
        tags.append("address")
    return tuple(tags)


def _shortened(words: Sequence[Run]) -> tuple[list[Run], int]:
    """Take as many runs as are shown at first; tell how many characters are left."""
    room, kept = LONGEST_LINE, []
    for number, run in enumerate(words):
        shown, left = cut(run.text, room)
        kept.append(Run(shown, run.kind, run.style))
        room -= len(shown)
        later = sum(len(it.text) for it in words[number + 1 :]) if room <= 0 else 0
        if left or later:
            return kept, left + sum(len(it.text) for it in words[number + 1 :])
    return list(words), 0
