"""What lines become by edits and deletions, whichever of them one hears of first."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from chatapp.models.entities import ChatMessage, MessageKind

MOST_KNOWN = 5_000
MOST_OF_A_LINE = 200
"""So many edits of one line are told apart: who makes more could slow others down."""
_Moment = tuple[datetime, int, str]


class Amendments:
    """The edits and deletions that one has heard of, by what they change."""

    def __init__(self) -> None:
        self.on_change: Callable[[ChatMessage, ChatMessage], None] = lambda *_: None
        self._known: dict[str, ChatMessage] = {}
        self._of: dict[str, list[ChatMessage]] = {}

    def note(self, lines: Iterable[ChatMessage]) -> list[str]:
        """Know of the edits and deletions among some lines.

        Returns:
            The msgids of what they may change.
        """
        found: list[str] = []
        for line in lines:
            if line.kind.is_amendment and line.target and not _is_of_itself(line):
                found += self._note(line)
        while len(self._known) > MOST_KNOWN:
            self._forget(next(iter(self._known.values())))
        return found

    def applied(self, line: ChatMessage) -> ChatMessage:
        """Give a line as all that is known makes it."""
        if not line.msgid:
            return line
        if line.kind is MessageKind.EDIT:
            is_gone = self._deletion_of(line.msgid) or self._deletion_of(line.target)
            return replace(line, text="") if is_gone else line
        amendments = self._of.get(line.msgid, [])
        line = amended(line, amendments)
        is_edited = line.kind.is_said and line.edits
        deletion = self._deletion_of(line.edits[-1]) if is_edited else None
        return _deleted(line, deletion) if deletion else line

    def _note(self, line: ChatMessage) -> list[str]:
        name = line.msgid or line.key
        if name not in self._known:
            self._known[name] = line = self.applied(line)
            known = self._of.setdefault(line.target, [])
            known.append(line)
            if len(known) > MOST_OF_A_LINE and known[0].kind is MessageKind.EDIT:
                self._forget(known[0])
        if line.kind is not MessageKind.DELETION:
            return [line.target]
        edit = self._known.get(line.target)
        edits = {each.msgid for each in self._of.get(line.target, ()) if each.msgid}
        for msgid in {*edits, line.target}:
            self._forget_words(msgid)
        changed = [line.target, *edits]
        return [*changed, edit.target] if edit else changed

    def _forget_words(self, msgid: str) -> None:
        edit = self._known.get(msgid)
        if edit and edit.kind is MessageKind.EDIT:
            wordless = replace(edit, text="")
            known = self._of[edit.target]
            known[known.index(edit)] = self._known[msgid] = wordless

    def _forget(self, line: ChatMessage) -> None:
        del self._known[line.msgid or line.key]
        self._of[line.target].remove(line)
        if not self._of[line.target]:
            del self._of[line.target]

    def _deletion_of(self, msgid: str) -> ChatMessage | None:
        found = self._of.get(msgid, ())
        return next((it for it in found if it.kind is MessageKind.DELETION), None)


def _is_of_itself(line: ChatMessage) -> bool:
    """Tell whether a line says that it edits itself: anybody can send one."""
    return line.kind is MessageKind.EDIT and line.target == line.msgid


def amended(line: ChatMessage, amendments: Iterable[ChatMessage]) -> ChatMessage:
    """Give a line as it is after what was done to it; the order does not matter.

    Whoever said it may edit it. Who may delete it is the server's to know.
    """
    if not line.kind.is_said:
        return line
    edits = []
    for each in amendments:
        if each.kind is MessageKind.DELETION:
            return _deleted(line, each)
        if each.msgid not in line.edits and is_by_same(line.author, each.author):
            edits.append(each)
    for edit in sorted(edits, key=_moment_of):
        line = _edited(line, edit)
    return line


def as_original(line: ChatMessage) -> ChatMessage:
    """Give what an edit alone tells of the message that it changes; else the line."""
    if line.kind is not MessageKind.EDIT:
        return line
    return replace(
        line,
        kind=MessageKind.TEXT,
        msgid=line.target,
        target="",
        edits=(line.msgid,),
        edited_at=line.time,
    )


def is_by_same(first: str, second: str) -> bool:
    """Tell whether two lines are by one person, from what the server told of both.

    That is an account, or where neither had one, all of a nick!user@host: else who
    makes an account of a guest's nick after him would have his words.
    """
    address, _, account = first.partition(" ")
    other_address, _, other_account = second.partition(" ")
    if account or other_account:
        return account == other_account
    return bool(address) and address == other_address


def _edited(line: ChatMessage, edit: ChatMessage) -> ChatMessage:
    if line.edited_at and _moment_of(edit) < _shown_since(line, line.edited_at):
        return replace(line, edits=(edit.msgid, *line.edits)[-MOST_OF_A_LINE:])
    return replace(
        line,
        text=edit.text or line.text,
        mentions_me=line.mentions_me or edit.mentions_me,
        edits=(*line.edits, edit.msgid)[-MOST_OF_A_LINE:],
        edited_at=edit.time,
    )


def _deleted(line: ChatMessage, deletion: ChatMessage) -> ChatMessage:
    """Give what is left: who said something, who took that back, and why."""
    return replace(
        line,
        kind=MessageKind.DELETED,
        text=deletion.text,
        target=deletion.sender,
        mentions_me=False,
        reply_to="",
        quote=None,
        reactions=(),
        edited_at=None,
    )


def _moment_of(line: ChatMessage) -> _Moment:
    """Give when a line was said; ids of one server tell what a millisecond leaves."""
    return line.time, len(line.msgid), line.msgid


def _shown_since(line: ChatMessage, edited_at: datetime) -> _Moment:
    return edited_at, len(line.edits[-1]), line.edits[-1]
