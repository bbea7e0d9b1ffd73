"""An export as Markdown (CommonMark), to be read as it is or rendered."""

import re

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.export.document import About
from chatapp.wire.formatting import printable
from chatapp.wire.markdown import decode
from chatapp.wire.markdown_blocks import Role, lines_with_roles

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_CODE_OR_TAG = re.compile(r"((`+)(?!`).*?(?<!`)\2(?!`))|<")


class MarkdownPage:
    """A heading for each day, and a paragraph for each message."""

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

    def end(self) -> str:
        """Give nothing: a page ends with its last paragraph."""
        return ""


def _paragraph(message: ChatMessage, words: str, time: str) -> str:
    sender = _bare(message.sender)
    if message.kind in (MessageKind.CHANGE, MessageKind.DELETED):
        return f"*{time} {_bare(words)}*"
    if message.kind is MessageKind.ACTION:
        return f"{time} *{sender} {_bare(words)}*"
    lines = [
        printable(line) if role is Role.CODE else _without_tags(printable(line))
        for line, role in lines_with_roles(decode(words))
    ]
    gap = " " if len(lines) == 1 else "\n\n"
    return f"{time} **{sender}**:{gap}" + "\n".join(lines)


def _without_tags(line: str) -> str:
    """Let nothing that somebody wrote be taken for HTML, but leave code as it is."""
    return _CODE_OR_TAG.sub(lambda match: match[1] or r"\<", line)


def _bare(text: str) -> str:
    return _MARKS.sub(r"\\\1", printable(text))
