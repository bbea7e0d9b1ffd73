"""Takes a message's text apart into runs that are safe to show: no Tk here.

Everything works in one pass over the text, as it comes from strangers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from chatapp.views.transcript.right_to_left import turned
from chatapp.wire.formatting import PLAIN_STYLE, Style, strip_formatting, styled
from chatapp.wire.links import link_target

# What people meant as one line is shown up to here, and then "show more" is offered.
LONGEST_LINE = 4000
_LONGEST_LABEL = 1000
# Marks that may stand on one letter; more of them would run over other lines.
_MOST_MARKS = 4
_MOST_JOINED = 12


class RunKind(Enum):
    """What a part of a text is."""

    PLAIN = auto()
    LINK = auto()
    EMOJI = auto()
    MENTION = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text that is shown in one way."""

    text: str
    kind: RunKind = RunKind.PLAIN
    style: Style = PLAIN_STYLE


# Overrides of the writing direction could make a text say what it does not.
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u180e\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffc"
_BAD = re.compile(
    rf"[{_DIRECTIONS}{_INVISIBLE}]"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]"
)
_MARK = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_MARKS = re.compile(rf"([{_MARK}]{{{_MOST_MARKS}}})[{_MARK}]+")

_FLAG_LETTER = "\U0001f1e6-\U0001f1ff"
_SKIN = "\U0001f3fb-\U0001f3ff"
_TAG = "\U000e0020-\U000e007e"
# Characters that are pictures by themselves (Unicode's Emoji_Presentation) …
_PICTURE = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653"
    "\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea"
    "\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
    "\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f21a"
    "\U0001f22f\U0001f232-\U0001f236\U0001f238-\U0001f23a\U0001f250\U0001f251"
    "\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7f0"
    "\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
)
# … and those that become one by a variation selector.
_TEXT_PICTURE = "\u00a9\u00ae\u203c-\u3299\U0001f170-\U0001f251"
_ONE = rf"(?:[{_PICTURE}]\ufe0f?|[{_TEXT_PICTURE}]\ufe0f)[{_SKIN}]?"
_JOINABLE = rf"(?:[{_PICTURE}{_TEXT_PICTURE}]\ufe0f?)[{_SKIN}]?"
EMOJI = re.compile(
    rf"[{_FLAG_LETTER}]{{2}}"
    r"|[#*0-9]\ufe0f?\u20e3"
    rf"|{_ONE}(?:[{_TAG}]{{1,8}}\U000e007f)?"
    rf"(?:\u200d{_JOINABLE}){{0,{_MOST_JOINED}}}"
    rf"|[{_FLAG_LETTER}]"
)
_LINK = r"(?<![\w/])(?:https?|ircs?|chatapp)://[^\s<>\"`{}|\\^\x00-\x20]+|(?<![\w./@])www\.[^\s<>\"`]+"
_MENTION = r"(?<![\w@])@[\w\-\[\]{}\\|^]+"
_TOKEN = re.compile(
    rf"(?P<link>{_LINK})|(?P<mention>{_MENTION})|(?P<emoji>{EMOJI.pattern})",
    re.IGNORECASE,
)
_LOOSE_END = ".,;:!?'\"*_~…"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def safe(text: str) -> str:
    """Take out of a text what would break or fake the line it stands in."""
    return safe_code(text).replace("\t", "    ")


def safe_code(text: str) -> str:
    """Do the same with code, whose tabs stay as they are."""
    return _MARKS.sub(r"\1", _BAD.sub(_harmless, text))


def bare(text: str) -> str:
    """Give a text as one safe line without any formatting."""
    return " ".join(safe(strip_formatting(text[:_LONGEST_LABEL])).split())


def plain(text: str) -> str:
    """Do the same for a label or a rail, in the order in which Tk has to draw it."""
    return turned(bare(text))


def runs(text: str) -> Iterator[Run]:
    """Take a text apart into runs, no further than is wanted; codes become styles."""
    for style, part in styled(text):
        yield from _tokens(safe(part), style)


def cut(text: str, limit: int = LONGEST_LINE) -> tuple[str, int]:
    """Cut a text that is too long to be shown; tell how many characters are left."""
    if len(text) <= limit:
        return text, 0
    end = text.rfind(" ", limit - 80, limit)
    end = limit if end < 0 else end
    return text[:end], len(text) - end


def cut_lines(text: str, limit: int) -> tuple[str, int]:
    """Cut a text of too many lines; tell how many are left."""
    count = text.count("\n") + 1
    if count <= limit:
        return text, 0
    end = -1
    for _ in range(limit):
        end = text.index("\n", end + 1)
    return text[:end], count - limit


def link_places(text: str) -> Iterator[tuple[int, int]]:
    """Tell where links begin and end in a text without any formatting."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "link":
            yield match.start(), match.start() + _link_length(match.group())


def links_of(text: str) -> list[str]:
    """Give where the links of a message lead, each of them once."""
    found = (run.text for run in runs(text[:LONGEST_LINE]) if run.kind is RunKind.LINK)
    return list(dict.fromkeys(map(link_target, found)))


def cut_in_the_middle(text: str, limit: int) -> str:
    """Give a text of so many characters at most, with its begin and its end."""
    if len(text) <= limit:
        return text
    end = limit // 3
    return f"{text[: limit - end - 1]}…{text[-end:]}"


def _harmless(match: "re.Match[str]") -> str:
    character = match.group()
    if character < " ":
        return chr(0x2400 + ord(character))
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return " " if character in "\u2028\u2029\x85" else ""


def _tokens(text: str, style: Style) -> Iterator[Run]:
    start = 0
    for match in _TOKEN.finditer(text):
        kind = RunKind[(match.lastgroup or "plain").upper()]
        end = match.end()
        if kind is RunKind.LINK:
            end = match.start() + _link_length(match.group())
        if match.start() > start:
            yield Run(text[start : match.start()], RunKind.PLAIN, style)
        yield Run(text[match.start() : end], kind, style)
        start = end
    if start < len(text):
        yield Run(text[start:], RunKind.PLAIN, style)


def _link_length(link: str) -> int:
    """Leave out the full stop, quote or closing bracket that only follows a link."""
    end = len(link)
    spare = {close: link.count(close) - link.count(it) for close, it in _PAIRS.items()}
    while end:
        last = link[end - 1]
        if spare.get(last, 0) > 0:
            spare[last] -= 1
        elif last not in _LOOSE_END:
            break
        end -= 1
    return end
