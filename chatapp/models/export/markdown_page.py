"""An export as Markdown (CommonMark), to be read as it is or rendered."""

import re
from collections.abc import Iterator

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.export.document import EDITED, About
from chatapp.wire.formatting import Style, printable, strip_formatting, styled
from chatapp.wire.links import link_target
from chatapp.wire.markdown_blocks import CodeBlock, TextLine, blocks

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LIST_SIGN = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_LINK = re.compile(
    r"(?:https?://|(?<![\w./@])www\.)[^\s<>\"\\`]+[^\s<>\"\\`.,;:!?')\]]",
    re.IGNORECASE,
)
_BACKTICKS = re.compile("`+")
_MARKS = {"bold": "**", "italic": "*", "strike": "~~"}
_SHORTEST_FENCE = 3


class MarkdownPage:
    """A heading for each day, and a paragraph for each message.

    What somebody wrote becomes neither HTML, nor a heading, a picture or a link with
    other words than its address: only what chatapp shows as formatted is formatted.
    """

    def __init__(self) -> None:
        self._day = ""

    def begin(self, about: About) -> str:
        """Give the heading of the page."""
        topic = f"\n{_bare(about.topic)}\n" if about.topic else ""
        return f"# {_bare(about.room)} · {_bare(about.network)}\n{topic}"

    def line(self, message: ChatMessage, words: str) -> str:
        """Give a paragraph, below a heading where a day begins."""
        local = message.time.astimezone()
        day = f"{local:%Y-%m-%d}"
        heading = f"\n## {day}\n" if day != self._day else ""
        self._day = day
        return f"{heading}\n{_paragraph(message, words, f'{local:%H:%M}')}\n"

    def end(self, told: str) -> str:
        """Say below a line what the page holds."""
        return f"\n---\n\n{_bare(told)}\n"


def _paragraph(message: ChatMessage, words: str, time: str) -> str:
    sender = _bare(message.sender)
    time += f" {_escaped(EDITED)}" if message.edited_at else ""
    if message.kind is MessageKind.CHANGE:
        return f"*{time} {_bare(words)}*"
    if message.kind is MessageKind.ACTION:
        return f"{time} *{sender} {_bare(words)}*"
    written = list(_written(words))
    if len(written) == 1 and not written[0].startswith((">", "`")):
        return f"{time} **{sender}**: {written[0]}"
    return f"{time} **{sender}**:\n\n" + "\n".join(written)


def _written(words: str) -> Iterator[str]:
    for block in blocks(words):
        yield _code(block) if isinstance(block, CodeBlock) else _text(block)


def _code(block: CodeBlock) -> str:
    """Fence code with more backticks than stand in it, so that it ends here."""
    fence = "`" * max(_SHORTEST_FENCE, _longest_row(block.source) + 1)
    source = "\n".join(_printable_code(line) for line in block.source.split("\n"))
    return f"{fence}{block.language}\n{source}\n{fence}\n"


def _printable_code(line: str) -> str:
    """Give a line of code with its tabs, and no other control characters."""
    return "\t".join(printable(part) for part in line.split("\t"))


def _text(line: TextLine) -> str:
    written = "".join(_run(style, part) for style, part in styled(line.text))
    return "> " * line.depth + _LIST_SIGN.sub(r"\1\\\2", written)


def _run(style: Style, part: str) -> str:
    """Write a part in one style, with the blanks at its ends outside the marks."""
    part = printable(part)
    words = part.strip()
    if not words:
        return part
    written = _in_backticks(words) if style.mono else _linked(words)
    for name, mark in _MARKS.items():
        if getattr(style, name):
            written = f"{mark}{written}{mark}"
    start = part.index(words)
    return f"{part[:start]}{written}{part[start + len(words) :]}"


def _in_backticks(words: str) -> str:
    fence = "`" * (_longest_row(words) + 1)
    return f"{fence} {words} {fence}" if "`" in words else f"{fence}{words}{fence}"


def _longest_row(text: str) -> int:
    return max((len(row) for row in _BACKTICKS.findall(text)), default=0)


def _linked(text: str) -> str:
    found, start = [], 0
    for match in _LINK.finditer(text):
        found += [_escaped(text[start : match.start()]), _link(match[0])]
        start = match.end()
    return "".join(found) + _escaped(text[start:])


def _link(link: str) -> str:
    address = link_target(link)
    return f"<{link}>" if address == link else f"[{_escaped(link)}](<{address}>)"


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _bare(text: str) -> str:
    return _escaped(printable(strip_formatting(text)))
