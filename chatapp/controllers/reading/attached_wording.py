"""Words for what hangs on a message: what it answers, and who reacted to it."""

from collections.abc import Callable
from dataclasses import replace

from chatapp.language import gettext as _
from chatapp.models.entities import ChatMessage, Quote, Reaction

EARLIER = _("An earlier message")
IGNORED = _("A message of somebody whom you ignore")
WORDLESS = _("This message is not there any more.")
TWO = _("{first} and {last}")
SEVERAL = _("{several} and {last}")
MANY = _("{several} and {count} others")
BETWEEN = ", "
MOST_NAMED = 12
ANSWERING = _("Replying to {nick}")
ANSWERING_EARLIER = _("Replying to an earlier message")
ANSWERING_ONESELF = _("Replying to yourself")
END_ANSWER = _("Do not reply (Esc)")


def attached_in_words(
    message: ChatMessage, ignores: Callable[[str], bool]
) -> ChatMessage:
    """Give a message as it is to be read: what it answers, and who reacted.

    Of whom one `ignores` one sees neither.
    """
    if message.reply_to:
        message = replace(message, quote=_quote(message.quote, ignores))
    if message.reactions:
        seen = (_without(it, ignores) for it in message.reactions)
        told = (replace(it, words=who_reacted(it)) for it in seen if it.people)
        message = replace(message, reactions=tuple(told))
    return message


def who_reacted(reaction: Reaction) -> str:
    """Say who put an emoji on a message."""
    nicks = reaction.people
    if len(nicks) <= 1:
        return "".join(nicks)
    if len(nicks) == 2:
        return TWO.format(first=nicks[0], last=nicks[1])
    if len(nicks) <= MOST_NAMED + 1:
        return SEVERAL.format(several=BETWEEN.join(nicks[:-1]), last=nicks[-1])
    several = BETWEEN.join(nicks[:MOST_NAMED])
    return MANY.format(several=several, count=len(nicks) - MOST_NAMED)


def answering(quote: Quote) -> str:
    """Say whom what is written now will answer."""
    if not quote.sender:
        return ANSWERING_EARLIER
    return ANSWERING_ONESELF if quote.mine else ANSWERING.format(nick=quote.sender)


def _without(reaction: Reaction, ignores: Callable[[str], bool]) -> Reaction:
    people = tuple(nick for nick in reaction.people if not ignores(nick))
    return replace(reaction, people=people)


def _quote(quote: Quote | None, ignores: Callable[[str], bool]) -> Quote:
    if quote is None:
        return Quote("", EARLIER)
    if ignores(quote.sender):
        return Quote("", IGNORED)
    return quote if quote.text.strip() else replace(quote, text=WORDLESS)
