"""Joins an answer with the message it answers."""

from dataclasses import replace

from chatapp.models.entities import ChatMessage, Quote
from chatapp.wire.markdown_blocks import without_fences

LONGEST_QUOTE = 300


def quote_of(message: ChatMessage) -> Quote:
    """Give what an answer to a message shows of it: no words once it is deleted."""
    text = message.text[:LONGEST_QUOTE] if message.kind.is_said else ""
    return Quote(message.sender, without_fences(text), message.mine)


def with_quote(answer: ChatMessage, quote: Quote) -> ChatMessage:
    """Give an answer with what it answers; to be answered is to be mentioned."""
    is_to_me = quote.mine and not answer.mine and answer.kind.is_said
    return replace(answer, quote=quote, mentions_me=answer.mentions_me or is_to_me)
