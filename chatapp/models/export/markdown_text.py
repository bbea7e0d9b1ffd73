"""Writes what somebody wrote as Markdown (CommonMark), as it was shown."""

import re

from chatapp.wire.formatting import Style, printable, strip_formatting, styled
from chatapp.wire.links import link_target
from chatapp.wire.markdown_blocks import Block, CodeBlock, TextLine, blocks

HARD_BREAK = "  "
"""At a line's end: the next one stays a line of its own where it is rendered."""

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LIST_SIGN = re.compile(r"^(\s*\d*)([-+=.)])")
_INDENT = re.compile(r"^ +(?=\S)")
_NO_BREAK_SPACE = "\u00a0"
_TAB_WIDTH = 4
_LINK = re.compile(
    r"(?:https?://|(?<![\w./@])www\.)[^\s<>\"\\`]+[^\s<>\"\\`.,;:!?')\]]",
    re.IGNORECASE,
)
_BACKTICKS = re.compile("`+")
_MARKS = {"bold": "**", "italic": "*", "strike": "~~"}
_SHORTEST_FENCE = 3


def in_markdown(words: str) -> str:
    """Write a text, line by line: it is rendered as chatapp shows it.

    What is no formatting in chatapp is none in Markdown, either.
    """
    written: list[str] = []
    before: Block | None = None
    for block in blocks(words):
        if isinstance(block, CodeBlock):
            written.append(_code(block))
        else:
            if isinstance(before, TextLine):
                _go_on(written, before, block)
            written.append(_text(block))
        before = block
    return "\n".join(written).removesuffix("\n")


def bare(text: str) -> str:
    """Write a text in one line, without its formatting."""
    return escaped(printable(strip_formatting(text)))


def escaped(text: str) -> str:
    """Write words so that nothing in them is a mark."""
    return _SIGNS.sub(r"\\\1", text)


def _go_on(written: list[str], before: TextLine, line: TextLine) -> None:
    """End a line so that the next one does not become a part of it."""
    if before.depth != line.depth:
        written.append(("> " * min(before.depth, line.depth)).rstrip())
    elif not _is_blank(before) and not _is_blank(line):
        written[-1] += HARD_BREAK


def _is_blank(line: TextLine) -> bool:
    return not printable(strip_formatting(line.text)).strip()


def _code(block: CodeBlock) -> str:
    """Fence code with more backticks than stand in it, so that it ends here."""
    fence = "`" * max(_SHORTEST_FENCE, _longest_row(block.source) + 1)
    source = "\n".join(_printable_code(line) for line in block.source.split("\n"))
    return f"{fence}{block.language}\n{source}\n{fence}\n"


def _printable_code(line: str) -> str:
    """Give a line of code with its tabs, and no other control characters."""
    return "\t".join(printable(part) for part in line.split("\t"))


def _text(line: TextLine) -> str:
    shown = line.text.expandtabs(_TAB_WIDTH)
    written = "".join(_run(style, part) for style, part in styled(shown))
    written = _LIST_SIGN.sub(r"\1\\\2", written.rstrip() or written)
    # Blanks that begin a line would make it code, or be left out.
    indented = _INDENT.sub(lambda match: _NO_BREAK_SPACE * len(match[0]), written)
    return "> " * line.depth + indented


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
        found += [escaped(text[start : match.start()]), _link(match[0])]
        start = match.end()
    return "".join(found) + escaped(text[start:])


def _link(link: str) -> str:
    address = link_target(link)
    return f"<{link}>" if address == link else f"[{escaped(link)}](<{address}>)"
