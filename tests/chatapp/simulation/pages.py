"""What a played server keeps, and which part of it CHATHISTORY gives."""

from collections.abc import Sequence
from dataclasses import dataclass

from chatapp.wire.message import Message


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened in the room."""

    number: int
    time: str
    source: str
    command: str
    params: tuple[str, ...]
    client_id: str = ""
    edits: str = ""
    is_gone: bool = False

    @property
    def is_said(self) -> bool:
        """Whether it is what somebody said, or the new words of it."""
        return self.command == "PRIVMSG"

    @property
    def msgid(self) -> str:
        """Its name; later ones sort behind earlier ones."""
        return f"m{self.number:06}"

    def render(self, **tags: str) -> list[str]:
        """Give it as a line, or as the batch that several lines are."""
        tags = {"msgid": self.msgid, "time": self.time, **tags}
        if self.client_id:
            tags["+chatapp/id"] = self.client_id
        tags["+chatapp/edit"] = self.edits
        known = {name: value for name, value in tags.items() if value}
        if not self.is_said or "\n" not in self.params[1]:
            return [Message(self.command, self.params, known, self.source).render()]
        room, text = self.params
        begin = ("+m" + self.msgid, "draft/multiline", room)
        inside = {"batch": "m" + self.msgid}
        messages = [
            Message("BATCH", begin, known, self.source),
            *[
                Message("PRIVMSG", (room, line), inside, self.source)
                for line in text.split("\n")
            ],
            Message("BATCH", (f"-m{self.msgid}",), {}, self.source),
        ]
        return [message.render() for message in messages]


def page(
    entries: Sequence[Entry], form: str, reference: str, limit: int
) -> list[Entry]:
    """Give a page, oldest first, as draft/chathistory has it."""
    entries = [each for each in entries if not each.is_gone]
    kind, _, value = reference.partition("=")
    if form == "BEFORE":
        return [each for each in entries if _place(each, kind) < value][-limit:]
    behind = [each for each in entries if kind == "*" or _place(each, kind) > value]
    return behind[-limit:] if form == "LATEST" else behind[:limit]


def _place(entry: Entry, kind: str) -> str:
    return entry.msgid if kind == "msgid" else entry.time
