"""BATCH: messages of several lines, as clients send them.

Specification: https://ircv3.net/specs/extensions/multiline
"""

from dataclasses import replace

from chatapp.wire.capabilities import BATCH, MULTILINE
from chatapp.wire.message import Message
from chatapp.wire.tag_names import BATCH as BATCH_TAG
from chatapp.wire.tag_names import MULTILINE_CONCAT
from server.commands.context import Context
from server.commands.messages import privmsg
from server.commands.table import commands
from server.replies import Failed
from server.world.multiline import LINE_BREAK, NO_BREAK, BatchChanged, OpenBatch

COMMAND = "BATCH"
MAX_REFERENCE_CHARACTERS = 64
STAY_OUTSIDE = frozenset((COMMAND, "PING", "PONG", "QUIT"))
"""What may come between the lines of a message without being one of them."""


@commands.handles(COMMAND, min_params=1)
def batch(context: Context, message: Message) -> None:
    """Begin or end a message of several lines."""
    sign, reference = message.params[0][:1], message.params[0][1:]
    opened = context.session.batch
    if sign == "-" and opened is not None and reference == opened.reference:
        _end(context, opened)
        return
    if opened is not None and not opened.is_broken:
        raise _broken(context, opened, "Another message is not at its end.")
    _begin(context, message, sign, reference)


def takes_line(context: Context, message: Message) -> bool:
    """Tell whether what a client sent belongs to a message of several lines.

    It is added there, then.

    Raises:
        Failed: it should, and cannot; the message is given up.
    """
    opened, reference = context.session.batch, message.tags.get(BATCH_TAG)
    if opened is None:
        if reference is None or not context.session.has(MULTILINE):
            return False
        raise _invalid("No message of several lines has begun.")
    if opened.is_broken:
        return reference == opened.reference
    if reference == opened.reference:
        _add(context, opened, message)
        return True
    if reference is not None:
        raise _broken(
            context, opened, "This line belongs to no message that has begun."
        )
    if message.command not in STAY_OUTSIDE:
        context.fail(
            _broken(context, opened, "Other commands have to wait for its end.")
        )
        context.step.label = None
    return False


def lose_line(context: Context) -> None:
    """Take in that a line could not be read, which a message may be without.

    Raises:
        Failed: the message is given up.
    """
    opened = context.session.batch
    if opened is not None and not opened.is_broken:
        raise _broken(context, opened, "One of its lines could not be read.")


def _begin(context: Context, message: Message, sign: str, reference: str) -> None:
    knows_it = context.session.has(MULTILINE) and context.session.has(BATCH)
    is_name = 0 < len(reference) <= MAX_REFERENCE_CHARACTERS
    if not knows_it or sign != "+" or not is_name or BATCH_TAG in message.tags:
        raise _invalid("This is no beginning of a message of several lines.")
    if message.params[1:2] != (MULTILINE,) or len(message.params) != len("+#t"):
        raise _invalid(f"Expected BATCH +name {MULTILINE} and whom it is for.")
    target = message.params[2]
    if "," in target:
        raise _invalid("A message of several lines is for one channel or one user.")
    step = context.step
    opened = OpenBatch(reference, target, message.tags, step.label)
    context.commit(BatchChanged(context.session, opened))
    step.label = None


def _add(context: Context, opened: OpenBatch, message: Message) -> None:
    """Add a line.

    Raises:
        Failed: it is none, or one too many.
    """
    if message.command != "PRIVMSG" or len(message.params) != len("#t"):
        raise _broken(context, opened, "Only PRIVMSG makes a message of several lines.")
    target, text = message.params
    fold = context.world.fold
    if fold(target) != fold(opened.target):
        sentence = "All lines have to be for whom the first one is for."
        words = ("MULTILINE_INVALID_TARGET", opened.target, target)
        raise _broken(context, opened, sentence, *words)
    goes_on = MULTILINE_CONCAT in message.tags
    if goes_on and not text:
        raise _broken(context, opened, "An empty line does not go on with another.")
    is_break = bool(opened.lines) and not goes_on
    size = opened.size + len(text.encode()) + is_break
    _require_room(context, opened, size)
    line = f"{NO_BREAK if goes_on else LINE_BREAK}{text}"
    more = replace(opened, lines=(*opened.lines, line), size=size)
    context.commit(BatchChanged(context.session, more))


def _require_room(context: Context, opened: OpenBatch, size: int) -> None:
    limits = context.settings.limits
    most_lines, most_bytes = limits.multiline_max_lines, limits.multiline_max_bytes
    if len(opened.lines) >= most_lines:
        words = ("MULTILINE_MAX_LINES", str(most_lines))
        raise _broken(context, opened, f"Send {most_lines} lines at most.", *words)
    if size > most_bytes:
        words = ("MULTILINE_MAX_BYTES", str(most_bytes))
        raise _broken(context, opened, f"Send {most_bytes} bytes at most.", *words)


def _end(context: Context, opened: OpenBatch) -> None:
    context.commit(BatchChanged(context.session, None))
    if opened.is_broken:
        return
    context.step.label = opened.label
    if not opened.text.strip(LINE_BREAK):
        raise _invalid("There is nothing in this message.")
    privmsg(context, Message("PRIVMSG", (opened.target, opened.text), opened.tags))


def _broken(
    context: Context,
    opened: OpenBatch,
    text: str,
    code: str = "MULTILINE_INVALID",
    *words: str,
) -> Failed:
    """Give up a message, and give what its sender is to be told."""
    emptied = replace(opened, lines=(), is_broken=True)
    context.commit(BatchChanged(context.session, emptied))
    context.step.label = opened.label
    return Failed(COMMAND, code, *words, text=text)


def _invalid(text: str) -> Failed:
    return Failed(COMMAND, "MULTILINE_INVALID", text=text)
