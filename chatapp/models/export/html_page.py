"""An export as one HTML page that needs no other file, no script and no network."""

import re
from collections.abc import Iterator
from html import escape

from chatapp.language import current
from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.export.document import EDITED, About, Pictures, quoted
from chatapp.models.export.html_look import LOOK
from chatapp.models.export.html_pictures import PagePictures
from chatapp.wire.formatting import Style, printable, strip_formatting, styled
from chatapp.wire.links import link_target
from chatapp.wire.markdown_blocks import CodeBlock, TextLine, blocks

_LINK = re.compile(
    r"(?:https?://|(?<![\w./@])www\.)[^\s<>\"]+[^\s<>\".,;:!?'\]]", re.IGNORECASE
)
_TAGS = {"bold": "b", "italic": "i", "underline": "u", "strike": "s", "mono": "code"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class HtmlPage:
    """Days, and people with their faces; every word of others is escaped."""

    def __init__(self, pictures: Pictures) -> None:
        self._day = ""
        self._pictures = PagePictures(pictures)

    def begin(self, about: About) -> str:
        """Give the head of the page."""
        room, network = _bare(about.room), _bare(about.network)
        made = f"{about.made_at.astimezone():%Y-%m-%d %H:%M}"
        topic = f"<p>{self._bare(about.topic)}</p>" if about.topic else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{current()}">\n<head>\n'
            '<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width">\n'
            f"<title>{room} · {network}</title>\n<style>{LOOK}</style>\n</head>\n"
            f"<body>\n<header><h1>{room}</h1>{topic}"
            f"<p>{network} · {made}</p></header>\n"
        )

    def line(self, message: ChatMessage, words: str) -> str:
        """Give a message, below a heading where a day begins."""
        local = message.time.astimezone()
        day = f"{local:%Y-%m-%d}"
        heading = f"<h2>{day}</h2>\n" if day != self._day else ""
        self._day = day
        moment = f'<time datetime="{local.isoformat()}">{local:%H:%M}</time>'
        return heading + self._message(message, words, moment)

    def end(self, told: str) -> str:
        """Say what the page holds, and give the pictures that stand in it."""
        footer = f"<footer><p>{escape(told)}</p></footer>\n"
        return f"{footer}{self._pictures.drawn()}</body>\n</html>\n"

    def _message(self, message: ChatMessage, words: str, moment: str) -> str:
        if message.kind in (MessageKind.CHANGE, MessageKind.DELETED):
            return f'<div class="change">{moment} {self._bare(words)}</div>\n'
        sender = _bare(message.sender)
        moment += _edited(message)
        if message.kind is MessageKind.ACTION:
            did = "".join(self._runs(words))
            return f'<div class="act">{moment} {sender} {did}</div>\n'
        face = self._pictures.face(printable(message.sender))
        body = self._quote(message) + "".join(self._blocks(words))
        return (
            f'<div class="said">{face}<div class="words">'
            f'<span class="who">{sender}</span> {moment}\n'
            f"{body}{self._reactions(message)}</div></div>\n"
        )

    def _quote(self, message: ChatMessage) -> str:
        """Show what a message answers."""
        if message.quote is None:
            return ""
        sender = _bare(message.quote.sender)
        words = self._bare(quoted(message.quote))
        return f'<p class="quote"><b>{sender}</b> {words}</p>\n'

    def _reactions(self, message: ChatMessage) -> str:
        """Show how people reacted, with how many and, under the pointer, who."""
        pills = [
            f'<span title="{_bare(", ".join(reaction.people))}">'
            f"{self._bare(reaction.emoji)} {len(reaction.people)}</span>"
            for reaction in message.reactions
        ]
        return f'<p class="reactions">{"".join(pills)}</p>\n' if pills else ""

    def _blocks(self, words: str) -> Iterator[str]:
        for block in blocks(words):
            if isinstance(block, CodeBlock):
                yield f"<pre><code>{escape(block.source)}</code></pre>\n"
            else:
                yield self._paragraph(block)

    def _paragraph(self, line: TextLine) -> str:
        written = f"<p>{''.join(self._runs(line.text))}</p>"
        deep = line.depth
        return "<blockquote>" * deep + written + "</blockquote>" * deep + "\n"

    def _runs(self, words: str) -> Iterator[str]:
        for style, part in styled(words):
            yield _styled(style, self._linked(printable(part)))

    def _linked(self, text: str) -> str:
        found, start = [], 0
        for match in _LINK.finditer(text):
            link = _without_loose_brackets(match[0])
            shown, address = escape(link), escape(link_target(link))
            found.append(self._pictures.text(text[start : match.start()]))
            found.append(f'<a href="{address}" rel="noreferrer">{shown}</a>')
            start = match.start() + len(link)
        return "".join(found) + self._pictures.text(text[start:])

    def _bare(self, text: str) -> str:
        """Give words without codes, with their emoji."""
        return self._pictures.text(printable(strip_formatting(text)))


def _styled(style: Style, written: str) -> str:
    for name, tag in _TAGS.items():
        if getattr(style, name):
            written = f"<{tag}>{written}</{tag}>"
    return written


def _edited(message: ChatMessage) -> str:
    """Tell that a message has other words than at first, and, at a look, since when."""
    if message.edited_at is None:
        return ""
    when = f"{message.edited_at.astimezone():%Y-%m-%d %H:%M}"
    return f' <span class="edited" title="{when}">{escape(EDITED)}</span>'


def _bare(text: str) -> str:
    return escape(printable(strip_formatting(text)))


def _without_loose_brackets(link: str) -> str:
    """Leave out brackets at the end that were opened before the link."""
    loose = link.count(")") - link.count("(")
    while loose > 0 and link.endswith(")"):
        link, loose = link[:-1], loose - 1
    return link
