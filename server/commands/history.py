"""CHATHISTORY: what was said before.

Specification: https://ircv3.net/specs/extensions/chathistory
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from chatapp.wire.message import Message
from chatapp.wire.timestamps import render_time
from server.commands.context import Context
from server.commands.history_requests import (
    COMMAND,
    Conversation,
    conversations_of,
    invalid_parameters,
    no_part_of,
    read_conversation,
    read_edge,
    read_limit,
    read_moment,
    whole_page,
)
from server.commands.past_lines import tell_lines
from server.commands.ports import History, Line
from server.commands.table import commands
from server.replies import Failed
from server.world.page import Edge, Stretch, Surroundings

NO_SELECTOR = "*"

Read = Callable[[History], Sequence[Line]]
Subcommand = Callable[[Context, Conversation, Message], Read]


@commands.handles(COMMAND, min_params=1)
def chathistory(context: Context, message: Message) -> None:
    """Read what was said in a channel, or with a user."""
    subcommand = message.params[0].upper()
    expected = PARAMETERS.get(subcommand)
    if expected is None:
        known = ", ".join(PARAMETERS)
        raise invalid_parameters(message, f"This is not known here. Known: {known}.")
    if len(message.params) != expected:
        text = f"{subcommand} takes {expected - 1} parameters."
        raise invalid_parameters(message, text)
    if not context.settings.history.enabled:
        text = "This server keeps no history."
        raise Failed(COMMAND, "MESSAGE_ERROR", *message.params[:2], text=text)
    if subcommand == "TARGETS":
        _tell_targets_later(context, message)
        return
    conversation = read_conversation(context, message)
    context.later(
        SUBCOMMANDS[subcommand](context, conversation, message),
        lambda later, lines: _tell_page(later, message, conversation, lines),
        lambda later, _error: later.fail(_unreadable(*message.params[:2])),
    )


def latest(context: Context, talk: Conversation, message: Message) -> Read:
    """Ask for the newest messages, all of them or those since a message or time."""
    page = whole_page(context, talk, read_limit(context, message))
    if message.params[2] != NO_SELECTOR:
        page = replace(page, after=read_edge(message, 2))
    return lambda history: history.page(page)


def before(context: Context, talk: Conversation, message: Message) -> Read:
    """Ask for the newest messages before a message or a time."""
    page = whole_page(context, talk, read_limit(context, message))
    page = replace(page, before=read_edge(message, 2))
    return lambda history: history.page(page)


def after(context: Context, talk: Conversation, message: Message) -> Read:
    """Ask for the oldest messages after a message or a time."""
    page = whole_page(context, talk, read_limit(context, message))
    page = replace(page, after=read_edge(message, 2), from_oldest=True)
    return lambda history: history.page(page)


def around(context: Context, talk: Conversation, message: Message) -> Read:
    """Ask for the messages on both sides of a message or a time."""
    page = whole_page(context, talk, read_limit(context, message))
    asked = Surroundings(page, read_edge(message, 2))
    return lambda history: history.surroundings(asked)


def between(context: Context, talk: Conversation, message: Message) -> Read:
    """Ask for the messages from one message or time on towards another."""
    page = whole_page(context, talk, read_limit(context, message))
    asked = Stretch(page, read_edge(message, 2), read_edge(message, 3))
    return lambda history: history.stretch(asked)


SUBCOMMANDS: dict[str, Subcommand] = {
    "LATEST": latest,
    "BEFORE": before,
    "AFTER": after,
    "AROUND": around,
    "BETWEEN": between,
}

PARAMETERS = {**dict.fromkeys(SUBCOMMANDS, 4), "BETWEEN": 5, "TARGETS": 4}
"""How many parameters a request has, its subcommand among them."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Conversations, and the two moments between which their last word was said."""

    start: Edge
    end: Edge
    limit: int
    conversations: tuple[Conversation, ...]

    def chosen(
        self, context: Context, times: Sequence[int | None]
    ) -> list[tuple[int, str]]:
        """Give time and name of those that were asked for, the earliest first."""
        start, end = self.start.time or 0, self.end.time or 0
        earliest, latest = sorted((start, end))
        found = sorted(
            (time, talk.name)
            for time, talk in zip(times, self.conversations, strict=True)
            if time is not None and earliest < time < latest
            if talk.can_be_read(context)
        )
        return found[: self.limit] if start <= end else found[-self.limit :]


def _tell_targets_later(context: Context, message: Message) -> None:
    targets = Targets(
        read_moment(message, 1),
        read_moment(message, 2),
        read_limit(context, message),
        tuple(conversations_of(context)),
    )
    keys = [(talk.key, talk.first) for talk in targets.conversations]
    context.later(
        lambda history: history.latest_times(keys),
        lambda later, times: _tell_targets(later, targets.chosen(later, times)),
        lambda later, _error: later.fail(_unreadable(message.params[0])),
    )


def _tell_targets(context: Context, found: Sequence[tuple[int, str]]) -> None:
    with context.batch("draft/chathistory-targets"):
        for time, name in found:
            context.say(COMMAND, "TARGETS", name, render_time(time))


def _tell_page(
    context: Context,
    message: Message,
    conversation: Conversation,
    lines: Sequence[Line],
) -> None:
    if not conversation.can_be_read(context):
        raise no_part_of(*message.params[:2])
    with context.batch("chathistory", conversation.name):
        tell_lines(context, lines)


def _unreadable(*words: str) -> Failed:
    text = "The history cannot be read now. Please try again later."
    return Failed(COMMAND, "MESSAGE_ERROR", *words, text=text)
