"""An export as JSON, for programs: one object, with a list of messages in it."""

import json

from chatapp.models.entities import ChatMessage
from chatapp.models.export.document import About
from chatapp.models.export.markdown_text import in_markdown
from chatapp.wire.formatting import strip_formatting
from chatapp.wire.timestamps import render_time


class JsonDocument:
    """An object with what the export is of, and `messages`, each on a line of its own.

    A message has `time` (ISO 8601, UTC), `kind`, `sender`, `text` without codes, and,
    where there is one, `msgid` (what the server calls it), `target`, `markdown` (the
    text where it is formatted), `edited_at`, when it was given these words, `reply_to`,
    the `msgid` of what it answers, and `reactions`, an object from each emoji to the
    names of those who reacted with it.
    """

    def __init__(self) -> None:
        self._is_first = True

    def begin(self, about: About) -> str:
        """Give what the export is of."""
        since, until = about.period.since, about.period.until
        told = {
            "room": about.room,
            "network": about.network,
            "topic": about.topic,
            "made_at": render_time(about.made_at),
            "since": render_time(since) if since else None,
            "until": render_time(until) if until else None,
        }
        head = json.dumps(told, ensure_ascii=False, indent=2).removesuffix("\n}")
        return f'{head},\n  "messages": ['

    def line(self, message: ChatMessage, words: str) -> str:
        """Give a message."""
        bare = strip_formatting(words)
        edited = message.edited_at
        told: dict[str, object] = {
            "time": render_time(message.time),
            "kind": message.kind.name.lower(),
            "sender": message.sender,
            "text": bare,
        }
        others = {
            "msgid": message.msgid,
            "target": message.target,
            "markdown": in_markdown(words) if words != bare else "",
            "edited_at": render_time(edited) if edited else "",
            "reply_to": message.reply_to,
            "reactions": {it.emoji: it.people for it in message.reactions},
        }
        told |= {name: value for name, value in others.items() if value}
        comma, self._is_first = "" if self._is_first else ",", False
        return f"{comma}\n    {json.dumps(told, ensure_ascii=False)}"

    def end(self, told: str) -> str:
        """Close the list, say what is in it, and close the object."""
        holds = json.dumps(told, ensure_ascii=False)
        return f'\n  ],\n  "holds": {holds}\n}}\n'
