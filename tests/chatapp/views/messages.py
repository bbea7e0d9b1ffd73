"""Messages for tests, each a minute after the one before."""

from datetime import UTC, datetime, timedelta
from typing import Any

from chatapp.models.entities import ChatMessage

HERE = datetime.now(UTC).astimezone().tzinfo
MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=HERE)


def message(
    number: int, text: str = "", sender: str = "Ada", **more: Any
) -> ChatMessage:
    """Make a message whose key is its number."""
    return ChatMessage(
        key=str(number),
        room="#lobby",
        sender=sender,
        text=text or f"message {number}",
        time=more.pop("time", MORNING + timedelta(minutes=number)),
        **more,
    )


def messages(count: int, start: int = 0) -> list[ChatMessage]:
    """Make so many messages of changing senders."""
    people = ("Ada", "Kofi", "Lena")
    return [
        message(number, sender=people[number % 3])
        for number in range(start, start + count)
    ]
