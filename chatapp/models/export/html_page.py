"""An export as one HTML page that needs no other file, no script and no network."""

import re
from collections.abc import Iterator
from hashlib import blake2b
from html import escape

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.export.document import About
from chatapp.wire.formatting import Style, printable, strip_formatting, styled
from chatapp.wire.markdown_blocks import CodeBlock, TextLine, blocks

_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?')\]]")
_TAGS = {"bold": "b", "italic": "i", "underline": "u", "strike": "s", "mono": "code"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LOOK = """
:root { color-scheme: light dark; --page: #fbfbfd; --text: #1c1d22; --muted: #646873;
  --card: #f0f1f5; --line: #dcdee6; --link: #1d4ed8 }
@media (prefers-color-scheme: dark) { :root { --page: #15161a; --text: #e8e9ee;
  --muted: #9a9ea9; --card: #1f2127; --line: #30333c; --link: #8ab4ff } }
body { margin: 0 auto; max-width: 50rem; padding: 2rem 1.25rem 4rem; color: var(--text);
  background: var(--page); font: 16px/1.5 Inter, "Segoe UI", system-ui, sans-serif }
h1 { margin: 0; font-size: 1.5rem } header p { margin: .2rem 0; color: var(--muted) }
h2 { margin: 2rem 0 1rem; font-size: .85rem; color: var(--muted); text-align: center;
  border-bottom: 1px solid var(--line); padding-bottom: .4rem }
.said { display: grid; grid-template-columns: 2.5rem 1fr; gap: 0 .8rem;
  margin-top: 1rem }
.face { width: 2.5rem; height: 2.5rem; border-radius: .7rem; display: grid;
  place-items: center; font-weight: 600; font-size: .9rem; color: #fff;
  background: hsl(var(--hue) 45% 42%) }
.who { font-weight: 600 } time { color: var(--muted); font-size: .8rem }
.words { overflow-wrap: anywhere; min-width: 0 }
.words p { margin: 0; white-space: pre-wrap }
.change, .act { color: var(--muted); font-size: .9rem; margin: .5rem 0 0 3.3rem }
.act { color: var(--text); font-style: italic }
pre { background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: .7rem .9rem; overflow: auto; margin: .4rem 0 } a { color: var(--link) }
code { font-family: ui-monospace, Consolas, monospace; font-size: .92em }
blockquote { margin: .2rem 0; padding-left: .8rem; border-left: 3px solid var(--line) }
"""


class HtmlPage:
    """Days, and people with their initials; every word of others is escaped."""

    def __init__(self) -> None:
        self._day = ""

    def begin(self, about: About) -> str:
        """Give the head of the page."""
        room, network = _bare(about.room), _bare(about.network)
        made = f"{about.made_at.astimezone():%Y-%m-%d %H:%M}"
        topic = f"<p>{_bare(about.topic)}</p>" if about.topic else ""
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width">\n'
            f"<title>{room} · {network}</title>\n<style>{_LOOK}</style>\n</head>\n"
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
        return heading + _message(message, words, moment)

    def end(self) -> str:
        """Close the page."""
        return "</body>\n</html>\n"


def _message(message: ChatMessage, words: str, moment: str) -> str:
    if message.kind in (MessageKind.CHANGE, MessageKind.DELETED):
        return f'<div class="change">{moment} {_bare(words)}</div>\n'
    sender = _bare(message.sender)
    if message.kind is MessageKind.ACTION:
        return f'<div class="act">{moment} {sender} {"".join(_runs(words))}</div>\n'
    letters = _bare("".join(filter(str.isalnum, message.sender))[:2].capitalize())
    face = f'<div class="face" style="--hue:{_hue(message.sender)}">{letters}</div>'
    body = "".join(_blocks(words))
    return (
        f'<div class="said">{face}<div class="words"><span class="who">{sender}</span>'
        f" {moment}\n{body}</div></div>\n"
    )


def _blocks(words: str) -> Iterator[str]:
    for block in blocks(words):
        if isinstance(block, CodeBlock):
            yield f"<pre><code>{escape(block.source)}</code></pre>\n"
        else:
            yield _paragraph(block)


def _paragraph(line: TextLine) -> str:
    written = f"<p>{''.join(_runs(line.text))}</p>"
    return "<blockquote>" * line.depth + written + "</blockquote>" * line.depth + "\n"


def _runs(words: str) -> Iterator[str]:
    for style, part in styled(words):
        yield _styled(style, _linked(printable(part)))


def _styled(style: Style, written: str) -> str:
    for name, tag in _TAGS.items():
        if getattr(style, name):
            written = f"<{tag}>{written}</{tag}>"
    return written


def _linked(text: str) -> str:
    found, start = [], 0
    for match in _LINK.finditer(text):
        address = escape(match[0])
        found.append(escape(text[start : match.start()]))
        found.append(f'<a href="{address}" rel="noreferrer">{address}</a>')
        start = match.end()
    return "".join(found) + escape(text[start:])


def _bare(text: str) -> str:
    return escape(printable(strip_formatting(text)))


def _hue(nick: str) -> int:
    """Give a person's hue in degrees, the same on every page."""
    return int.from_bytes(blake2b(nick.encode(), digest_size=2).digest()) % 360
