"""Takes a message's row apart into lines of text and pictures, with their tags."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PIL import Image

from chatapp.language import gettext as _
from chatapp.models.entities import (
    ActionOffer,
    Change,
    ChatMessage,
    Delivery,
    MessageKind,
)
from chatapp.views.look import drawing
from chatapp.views.look.palette import Look
from chatapp.views.look.pictures import Photo
from chatapp.views.transcript.answered_line import AnsweredLine
from chatapp.views.transcript.layout import AFTER_SIGN, SIGN, Layout
from chatapp.views.transcript.line import AIR, Line, Picture, Piece, Tags
from chatapp.views.transcript.message_body import BodyLine, MessageBody
from chatapp.views.transcript.reaction_pills import pills_line
from chatapp.views.transcript.rich_text import bare, cut, plain
from chatapp.views.transcript.run_pieces import RunPieces
from chatapp.views.transcript.states import (
    ACT,
    ALARMING,
    IconMaker,
    failure,
    state_pieces,
    state_tags,
    unsent_title,
)
from chatapp.wire.formatting import Style

GUTTER = 52
# How much of a message's ground one sees beside its avatar.
EDGE = 8
# How much is left free to the right of the words.
RIGHT = 24
# The padding of the Text, and the ring around it.
TEXT_EDGE = 14
HASTY = -1
# Before the window has its size.
_USUAL_WIDTH = 700
_LONGEST_CHANGE = 400
_NOTE = _("chatapp tells you this; others do not see it")
_NOTICE = _("notice")
_MISSING = _("Some messages are missing here.")
_CHANGE_ICONS = {
    Change.JOINED: "arrow-right-short",
    Change.LEFT: "arrow-left-short",
    Change.QUIT: "arrow-left-short",
    Change.KICKED: "person-x",
    Change.RENAMED: "pencil",
    Change.TOPIC: "chat-left-text",
    Change.MODE: "sliders",
}


def left_of_words(look: Look) -> int:
    """Tell how far from the left what was said stands, in pixels."""
    return look.px(EDGE) if look.manner.is_compact else look.px(EDGE + GUTTER)


class RowComposer:
    """Knows what a message looks like."""

    def __init__(self, look: Look, ink_tag: Callable[[Style], str]) -> None:
        self.rule_width = 0
        self.width = _USUAL_WIDTH
        self.offers: Callable[[ChatMessage], Sequence[ActionOffer]] = lambda _it: ()
        self._look = look
        self._lone = {
            MessageKind.CHANGE: self._change,
            MessageKind.FOLD: self._fold,
            MessageKind.GAP: self._gap,
        }
        self._runs = RunPieces(look, ink_tag)
        self.body = MessageBody(look, self._runs)
        self._quotes = AnsweredLine(look, self._runs)

    def fit(self, width: int) -> None:
        """Write what depends on it for a Text of this width from now on."""
        self.width = width
        self.rule_width = width - 2 * self._look.px(22)

    def lines(
        self, message: ChatMessage, layout: Layout, expanded: int
    ) -> Iterable[Line]:
        """Give the lines of a message's row, from its day to its last words.

        It has been expanded so often; `HASTY` shows the beginning only, at once.
        """
        self.body.fit(self._words_width)
        if layout.day:
            yield self._rule(layout.day, "day")
        if layout.unread:
            yield self._rule(_("NEW"), "unread")
        if layout.unsent:
            yield self._rule(unsent_title(message), "unsent")
        if message.kind in self._lone:
            yield self._lone[message.kind](message)
        elif message.kind is MessageKind.LOCAL:
            if layout.head:
                yield self._note_head(message)
            yield from self._words(message, ("local",), expanded)
        elif message.kind is MessageKind.ACTION:
            yield from _with_edges(message, self._action(message, expanded))
        else:
            yield from _with_edges(message, self._said(message, layout, expanded))

    def ground(self, message: ChatMessage) -> str:
        """Tell the colour that is behind a message."""
        palette = self._look.palette
        return palette.mention if message.mentions_me else palette.page

    def _fold(self, message: ChatMessage) -> Line:
        """Sum up several lines; pressed, they are shown."""
        words, _rest = cut(plain(message.text), _LONGEST_CHANGE)
        time = (self._look.manner.time(message.time), ("time",))
        pressed = ("fold", f"{ACT}unfold")
        sign = self._icon("chevron-right", 11)
        told = self._runs.few_words(f"  {words}", 12, pressed)
        return Line(("change",), [sign, *told, ("   ", ()), time])

    def _gap(self, message: ChatMessage) -> Line:
        """Say that messages are missing, or how it goes with loading them."""
        sign = self._icon("three-dots-vertical", 13)
        if message.text:
            return Line(("gap",), [sign, (f"  {plain(message.text)}", ())])
        words = (f"  {_MISSING}    ", ())
        return Line(("gap",), [sign, words, (_("Load"), ("act",))])

    def _rule(self, title: str, tag: str) -> Line:
        """Write a title between two lines that reach to the edges."""
        look = self._look
        words = f"  {title}  "

        def line(_ground: str) -> Photo:
            palette, fonts = look.palette, look.fonts
            taken = fonts.width(fonts.small_bold, words) + look.px(6)
            color = palette.danger_text if tag in ALARMING else palette.border
            size = (max(8, (self.rule_width - taken) // 2), look.px(1))
            return look.pictures.picture(
                ("rule", size, color), lambda: Image.new("RGB", size, color)
            )

        return Line((tag,), [Picture(line), (words, ()), Picture(line)])

    def _change(self, message: ChatMessage) -> Line:
        name = _CHANGE_ICONS[message.change] if message.change else "dot"
        words, _rest = cut(plain(message.text), _LONGEST_CHANGE)
        time = (self._look.manner.time(message.time), ("time",))
        told = self._runs.few_words(f"{AFTER_SIGN}{words}   ", SIGN)
        return Line(("change",), [self._icon(name, SIGN), *told, time])

    def _note_head(self, message: ChatMessage) -> Line:
        """Part what the window itself says from what somebody said above it."""
        time = (self._look.manner.time(message.time), ("time",))
        return Line(
            ("change",), [self._icon("info-circle", 12), (f"  {_NOTE}   ", ()), time]
        )

    def _action(self, message: ChatMessage, expanded: int) -> Iterable[Line]:
        name = (plain(message.sender), (self._person_tag(message),))
        begin: list[Piece] = [self._icon("asterisk", 9), ("  ", ()), name, (" ", ())]
        ground = _ground_tags(message)
        if message.quote:
            yield self._quotes.line(message.quote, ground, None, self._words_width)
        tags = ("action", *ground)
        yield from self._words(message, tags, expanded, begin=begin)

    def _said(
        self, message: ChatMessage, layout: Layout, expanded: int
    ) -> Iterable[Line]:
        ground, begin = _ground_tags(message), self._begin(message)
        tags = (*ground, "local") if message.kind is MessageKind.DELETED else ground
        if not layout.head:
            yield from self._words(message, tags, expanded, begin=begin)
            return
        note = f"  {_NOTICE}" if message.kind is MessageKind.NOTICE else ""
        head = [
            (plain(message.sender), (self._person_tag(message),)),
            (f"{note}   {self._look.manner.time(message.time)}", ("time",)),
        ]
        yield Line(("head", *ground), head, self._half_avatar(message, 0))
        lead = self._half_avatar(message, 1)
        if message.quote:
            yield self._quotes.line(message.quote, ground, lead, self._words_width)
            lead = None
        yield from self._words(message, tags, expanded, begin=begin, lead=lead)

    def _begin(self, message: ChatMessage) -> list[Piece]:
        """Give the sign before what is no message any more."""
        is_deleted = message.kind is MessageKind.DELETED
        return [self._icon("trash", 13), ("  ", ())] if is_deleted else []

    def _words(
        self,
        message: ChatMessage,
        tags: Tags,
        expanded: int,
        *,
        begin: Iterable[Piece] = (),
        lead: Picture | None = None,
    ) -> Iterable[Line]:
        """Write what was said, then how far it has come."""
        tags = (*tags, *state_tags(message))
        if expanded == HASTY:
            lines = [self.body.hasty_line(message.text)]
        else:
            lines = list(self.body.lines(message.text, expanded))
        for number, line in enumerate(_with_signs(lines, message, self._icon)):
            pieces = [*begin, *line.pieces] if number == 0 else [*line.pieces]
            yield Line(
                ("first" if lead else "body", *tags, *line.tags),
                pieces,
                lead,
                line.end,
                line.is_fitted,
            )
            lead = None
        if message.delivery is Delivery.FAILED:
            yield failure(message, tags, self._icon, self.offers(message))
        if message.reactions:
            ground = _ground_tags(message)
            yield pills_line(self._look, message.reactions, ground)

    @property
    def _words_width(self) -> int:
        """How much room there is for words, in pixels."""
        px = self._look.px
        beside = left_of_words(self._look) + 2 * px(TEXT_EDGE) + px(RIGHT)
        return self.width - beside

    def _person_tag(self, message: ChatMessage) -> str:
        return f"person{self._look.person_number(message.sender)}"

    def _icon(self, name: str, size: int, ink: str = "muted") -> Picture:
        look = self._look
        return Picture(
            lambda ground: look.pictures.icon(
                name, look.px(size), getattr(look.palette, ink), ground
            )
        )

    def _half_avatar(self, message: ChatMessage, number: int) -> Picture | None:
        """Cut the avatar in two: for the name's line, and for the first one said."""
        look = self._look
        if look.manner.is_compact:
            return None
        letters = drawing.initials(bare(message.sender))

        def half(ground: str) -> Photo:
            line, gap = look.fonts.line_height(look.fonts.body), look.px(3)
            # The lines of what was said are to stand at equal distances.
            top, height = (line + gap, line) if number else (0, line + gap)
            width, size = look.px(GUTTER), 2 * line + gap - look.px(2)
            fill, ink = look.avatar_fill(message.sender), look.palette.on_avatar

            def draw() -> Image.Image:
                strip = drawing.canvas(width, height, ground)
                avatar = drawing.avatar(letters, size, fill, ink, ground)
                strip.paste(avatar, (0, look.px(1) - top))
                return strip

            key = ("half", number, letters, fill, ink, ground, height)
            return look.pictures.picture(key, draw)

        return Picture(half)


def _with_signs(
    lines: list[BodyLine], message: ChatMessage, icon: IconMaker
) -> list[BodyLine]:
    """Put what tells how a message stands behind its words, but not into code."""
    signs = state_pieces(message, icon)
    if not signs:
        return lines
    if lines[-1].tags:
        return [*lines, BodyLine(signs[1:])]
    return [*lines[:-1], replace(lines[-1], pieces=[*lines[-1].pieces, *signs])]


def _with_edges(message: ChatMessage, lines: Iterable[Line]) -> Iterable[Line]:
    """Leave room around the words where the ground has a colour, and air above it."""
    if not message.mentions_me:
        return lines
    found = list(lines)
    has_head = "head" in found[0].tags
    above = "mention-head" if has_head else "mention-first"
    found[0] = replace(found[0], tags=(*found[0].tags, above))
    found[-1] = replace(found[-1], tags=(*found[-1].tags, "mention-last"))
    return [AIR, *found] if has_head else found


def _ground_tags(message: ChatMessage) -> Tags:
    return ("mention",) if message.mentions_me else ()
