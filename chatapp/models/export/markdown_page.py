"""An export as Markdown (CommonMark), to be read as it is or rendered."""

from chatapp.models.entities import ChatMessage, MessageKind, Quote
from chatapp.models.export.document import (
    EDITED,
    REACTIONS,
    About,
    quoted,
    reactions_of,
)
from chatapp.models.export.markdown_text import bare, escaped, in_markdown


class MarkdownPage:
    """A heading for each day, and for each message a paragraph, with its reactions.

    What somebody wrote becomes neither HTML, nor a heading, a picture or a link with
    other words than its address: only what chatapp shows as formatted is formatted.
    """

    def __init__(self) -> None:
        self._day = ""

    def begin(self, about: About) -> str:
        """Give the heading of the page."""
        topic = f"\n{bare(about.topic)}\n" if about.topic else ""
        return f"# {bare(about.room)} · {bare(about.network)}\n{topic}"

    def line(self, message: ChatMessage, words: str) -> str:
        """Give a message, below a heading where a day begins."""
        local = message.time.astimezone()
        day = f"{local:%Y-%m-%d}"
        heading = f"\n## {day}\n" if day != self._day else ""
        self._day = day
        return f"{heading}\n{_message(message, words, f'{local:%H:%M}')}\n"

    def end(self, told: str) -> str:
        """Say below a line what the page holds."""
        return f"\n---\n\n{bare(told)}\n"


def _message(message: ChatMessage, words: str, time: str) -> str:
    written, reactions = _paragraph(message, words, time), reactions_of(message)
    if not reactions:
        return written
    return f"{written}\n\n*{bare(REACTIONS.format(reactions=reactions))}*"


def _paragraph(message: ChatMessage, words: str, time: str) -> str:
    sender = bare(message.sender)
    if message.kind in (MessageKind.CHANGE, MessageKind.DELETED):
        return f"*{time} {bare(words)}*"
    time += f" {escaped(EDITED)}" if message.edited_at else ""
    if message.kind is MessageKind.ACTION:
        return f"{time} *{sender} {bare(' '.join(words.split()))}*"
    written = in_markdown(words)
    if message.quote:
        return f"{time} **{sender}**:\n\n{_quote(message.quote)}\n\n{written}"
    if "\n" not in written and not written.startswith((">", "`")):
        return f"{time} **{sender}**: {written}"
    return f"{time} **{sender}**:\n\n{written}"


def _quote(quote: Quote) -> str:
    """Show what a message answers."""
    return f"> **{bare(quote.sender)}**: {bare(quoted(quote))}".rstrip()
