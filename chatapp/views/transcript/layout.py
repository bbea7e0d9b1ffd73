"""Decides how messages stand together: days, groups. No Tk here."""

from dataclasses import dataclass
from datetime import date, timedelta

from chatapp.calendar_words import as_title, write_weekday
from chatapp.models.entities import ChatMessage, Delivery, MessageKind

_GROUP = timedelta(minutes=5)
_GROUPED = (
    MessageKind.TEXT,
    MessageKind.NOTICE,
    MessageKind.LOCAL,
    MessageKind.DELETED,
    MessageKind.EDIT,
)
_LIKE_TEXT = (MessageKind.TEXT, MessageKind.DELETED)
SIGN, AFTER_SIGN = 14, "  "
"""How wide the sign before a change is, in pixels at no zoom, and what follows it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands above a message: a day, the NEW line, the sender's head.

    Or, above what was not sent and stays below what came later, that this is so.
    """

    day: str = ""
    unread: bool = False
    head: bool = False
    unsent: bool = False

    @property
    def has_rule(self) -> bool:
        """Whether there is a line of its own above the message."""
        return bool(self.day) or self.unread or self.unsent


def local_day(message: ChatMessage) -> date:
    """Tell the day on which a message was said, on this computer's clock."""
    return message.time.astimezone().date()


def day_title(day: date, today: date) -> str:
    """Write a day as people say it."""
    return write_weekday(day, with_year=day.year != today.year)


def clock(message: ChatMessage) -> str:
    """Write the time of day at which a message was said."""
    return f"{message.time.astimezone():%H:%M}"


def arrange(
    before: ChatMessage | None, message: ChatMessage, unread: bool, today: date
) -> Layout:
    """Decide what stands above a message that follows `before`."""
    day = local_day(message)
    if before and message.delivery is Delivery.FAILED and message.time < before.time:
        return Layout(unread=unread, head=True, unsent=True)
    new_day = before is None or local_day(before) != day
    return Layout(
        day=as_title(day_title(day, today)) if new_day else "",
        unread=unread,
        head=message.kind in _GROUPED
        and (new_day or unread or before is None or not _same_group(before, message)),
    )


def _same_group(before: ChatMessage, message: ChatMessage) -> bool:
    apart = message.time - before.time
    return (
        _are_alike(before.kind, message.kind)
        and before.sender == message.sender
        and timedelta(0) <= apart < _GROUP
        and not message.reply_to
    )


def _are_alike(one: MessageKind, other: MessageKind) -> bool:
    return one is other or (one in _LIKE_TEXT and other in _LIKE_TEXT)
