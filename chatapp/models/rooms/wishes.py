"""What one asked for: it is remembered until the server has done it, or for good."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Wishes:
    """What one wants of a server; a new session is told of it again.

    `rooms` are the keys of the channels one asked to join just now, each with the word
    that lets one in; `away_words` are None as long as one is here.
    """

    rooms: dict[str, str] = field(default_factory=dict)
    room_looked_at: str = ""
    away_words: str | None = None

    def refused(self, key: str, leads_to: str) -> None:
        """Want a channel no more; if the server leads to another one, want that."""
        was_asked_for = self.rooms.pop(key, None) is not None
        if was_asked_for and leads_to:
            self.rooms[leads_to] = ""

    def clear(self) -> None:
        """Want nothing any more."""
        self.rooms.clear()
        self.room_looked_at = ""
        self.away_words = None
