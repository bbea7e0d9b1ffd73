"""Gives what is sent of what was typed: Markdown as codes, except to services."""

from chatapp.wire import markdown

# Services such as NickServ are programs, which take a password with stars as it is.
_SERVICE = "serv"


def as_sent(text: str, target: str) -> str:
    """Give a text as it is sent to a room or a person."""
    if target.casefold().endswith(_SERVICE):
        return text
    return markdown.encode(text)
