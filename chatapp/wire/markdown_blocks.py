"""Finds the blocks of a text: lines, quotes, and code between fences.

A fence is a line of three backticks or more, and perhaps the code's language. A text
that ends before its code does ends the code. A quote begins with ">" and a space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_FENCE = re.compile(r" {0,3}(`{3,})[ \t]*([\w+#.\-]{0,30})[ \t]*")
# Deeper than this, quotes within quotes are not told apart.
DEEPEST_QUOTE = 4
_QUOTE = re.compile(rf"(?:> ){{1,{DEEPEST_QUOTE}}}|>$")


class Role(Enum):
    """What a line is to its text."""

    TEXT = auto()
    FENCE = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, without the marks of the `depth` quotes that it stands in."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code as it was written; `language` is as the fence has it, or ""."""

    source: str
    language: str = ""


Block = TextLine | CodeBlock


def lines_with_roles(text: str) -> Iterator[tuple[str, Role]]:
    """Give the lines of a text, and what each of them is."""
    fence = ""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        match = _FENCE.fullmatch(line)
        if not fence and match and number < len(lines):
            fence = match[1]
            yield line, Role.FENCE
        elif fence and match and len(match[1]) >= len(fence) and not match[2]:
            fence = ""
            yield line, Role.FENCE
        else:
            yield line, Role.CODE if fence else Role.TEXT


def blocks(text: str) -> Iterator[Block]:
    """Take a text apart into its lines and its blocks of code."""
    code: list[str] = []
    language: str | None = None
    for line, role in lines_with_roles(text):
        if role is Role.TEXT:
            yield _text_line(line)
        elif role is Role.CODE:
            code.append(line)
        elif language is None:
            language = language_of(line)
        else:
            yield CodeBlock("\n".join(code), language)
            code, language = [], None
    if language is not None:
        yield CodeBlock("\n".join(code), language)


def language_of(fence: str) -> str:
    """Give the language that a fence names, or ""."""
    match = _FENCE.fullmatch(fence)
    return match[2] if match else ""


def code_blocks(text: str) -> list[CodeBlock]:
    """Give the blocks of code of a text."""
    if "```" not in text:
        return []
    return [block for block in blocks(text) if isinstance(block, CodeBlock)]


def without_fences(text: str) -> str:
    """Give a text without the lines that only say that code begins or ends there.

    Where nothing else stands in it, it is given as it is.
    """
    if "```" not in text:
        return text
    roles = lines_with_roles(text)
    return "\n".join(line for line, role in roles if role is not Role.FENCE) or text


def quote_length(line: str) -> int:
    """Tell how many characters at a line's begin say that it is a quote."""
    match = _QUOTE.match(line)
    return match.end() if match else 0


def _text_line(line: str) -> TextLine:
    length = quote_length(line)
    return TextLine(line[length:], line.count(">", 0, length))
