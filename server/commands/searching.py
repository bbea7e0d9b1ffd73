"""SEARCH: finds what was said.

Specification: https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md
"""

from collections.abc import Mapping, Sequence

from chatapp.wire.message import Message, parse_tags
from chatapp.wire.timestamps import milliseconds, parse_time
from chatapp.wire.whole_numbers import whole_number
from server.commands.context import Context
from server.commands.history_requests import conversations_of, find_conversation
from server.commands.past_lines import tell_lines
from server.commands.table import commands
from server.replies import Failed
from server.step import TooMuchSlowWork
from server.world.chat_message import ChatMessage
from server.world.search import Search, SearchTooLong

COMMAND = "SEARCH"
BATCH_TYPE = "soju.im/search"
KNOWN = ("in", "from", "after", "before", "text", "limit")

WHY: Mapping[type[Exception], str] = {
    SearchTooLong: "This took too long. Please search for more words, or in one "
    "channel.",
    TooMuchSlowWork: "Too many searches wait for the server already. Please try again "
    "in a moment.",
}
"""What an asker is told of what he can do something about."""


@commands.handles(COMMAND, min_params=1)
def search(context: Context, message: Message) -> None:
    """Find what was said: text=word;in=#room;from=nick;after=time;limit=9."""
    wanted = parse_tags(" ".join(message.params))
    for name in wanted:
        if name not in KNOWN:
            raise _invalid(name, f"This is not known here. Known: {', '.join(KNOWN)}.")
    if not context.settings.history.enabled:
        text = "This server keeps no history."
        raise Failed(COMMAND, "INTERNAL_ERROR", text=text)
    asked = Search(
        _conversations(context, wanted.get("in")),
        _limit(context, wanted.get("limit")),
        wanted.get("text", ""),
        context.world.fold(wanted.get("from", "")),
        _moment(wanted, "after"),
        _moment(wanted, "before"),
    )
    context.later(
        lambda history: history.search(asked),
        _tell,
        _tell_failure,
        is_slow=True,
    )


def _tell(context: Context, found: Sequence[ChatMessage]) -> None:
    """Answer with what was found, but not of channels that one has left meanwhile.

    Another of the same name, which began later, has not heard it.
    """
    firsts = {each.key: each.first for each in conversations_of(context)}
    with context.batch(BATCH_TYPE):
        tell_lines(
            context,
            (
                line
                for line in found
                if line.target in firsts and line.sequence >= firsts[line.target]
            ),
        )


def _tell_failure(context: Context, error: Exception) -> None:
    """Say why nothing was found; what is no matter of the asker's is in the log."""
    text = "The server could not search its history now. Please try again later."
    for kind, sentence in WHY.items():
        if isinstance(error, kind):
            text = sentence
    context.fail(Failed(COMMAND, "INTERNAL_ERROR", text=text))


def _conversations(context: Context, name: str | None) -> dict[str, int]:
    """Give where to look: in one conversation, or in all of the user's."""
    if name is None:
        return {each.key: each.first for each in conversations_of(context)}
    conversation = find_conversation(context, name)
    if conversation is None:
        raise _invalid("in", "You can search where you are, and in your own talks.")
    return {conversation.key: conversation.first}


def _limit(context: Context, text: str | None) -> int:
    longest = context.settings.history.page_length
    if text is None:
        return longest
    asked = whole_number(text)
    if not asked:
        raise _invalid("limit", f"The limit is a whole number from 1 to {longest}.")
    return min(asked, longest)


def _moment(wanted: Mapping[str, str], name: str) -> int | None:
    if name not in wanted:
        return None
    try:
        return milliseconds(parse_time(wanted[name]))
    except ValueError:
        text = "A time is written like 2026-01-31T12:00:00.000Z."
        raise _invalid(name, text) from None


def _invalid(name: str, text: str) -> Failed:
    return Failed(COMMAND, "INVALID_PARAMS", name or "*", text=text)
