"""Finds links with words of their own in a line of Markdown: [words](address).

Others see the address behind the words, so that nobody is led astray. Only links to web
pages and to chats are taken for such. An address may stand in <angle brackets>.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatapp.wire.markdown_marks import LONGEST_LINE, parts

_LINK = re.compile(
    r"(?<![\\!])\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){1,500})\]"
    r"\((?:(?P<address>(?:https?|ircs?)://(?:[^\s()<>]|\([^\s()<>]*\))+)"
    r"|<(?P<angled>(?:https?|ircs?)://[^\s<>]+)>)\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WordedLink:
    """A link with words: where each part stands in its line, from begin to end."""

    place: tuple[int, int]
    words: tuple[int, int]
    address: tuple[int, int]


def worded_links(line: str) -> Iterator[WordedLink]:
    """Give the links with words of a line, but for those within code."""
    if "](" not in line or len(line) > LONGEST_LINE:
        return
    code = list(_code_places(line))
    for match in _LINK.finditer(line):
        if not match["words"].strip() or any(
            start < match.end() and match.start() < stop and not _holds(match, start)
            for start, stop in code
        ):
            continue
        address = "angled" if match["angled"] else "address"
        yield WordedLink(match.span(), match.span("words"), match.span(address))


def with_addresses(line: str) -> str:
    """Write the address of each link behind its words, in brackets."""
    written, end = "", 0
    for link in worded_links(line):
        words, address = line[slice(*link.words)].strip(), line[slice(*link.address)]
        both = address if words == address else f"{words} ({address})"
        written += line[end : link.place[0]] + both
        end = link.place[1]
    return written + line[end:]


def _holds(match: re.Match[str], place: int) -> bool:
    """Tell whether something begins within the words of a link."""
    return match.start("words") <= place < match.end("words")


def _code_places(line: str) -> Iterator[tuple[int, int]]:
    if "`" not in line:
        return
    position = 0
    for part in parts(line):
        if part.style.mono:
            yield position, position + len(part.text)
        position += len(part.text)
