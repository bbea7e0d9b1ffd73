"""Asks to be let into many channels in few lines: servers count those."""

from collections.abc import Iterable, Iterator

from chatapp.models.rooms.conversations import Conversation
from chatapp.models.session.session import Session
from chatapp.wire.message import can_be_named

MOST_BYTES = 400
"""Of the names and keys of one JOIN; the server repeats it with a few words more."""

Wanted = list[tuple[str, str]]
"""Channels, and the word that lets one in, or ""."""


def join_again(session: Session, conversations: Iterable[Conversation]) -> None:
    """Ask to be let in where one was; without a key that cannot be written."""
    wanted = [(each.name, _key_of(each)) for each in conversations]
    wanted.sort(key=lambda it: not it[1])  # keys belong to the first channels
    most = session.isupport.most_targets("JOIN") or len(wanted)
    for part in _parts(wanted, most):
        session.send("JOIN", *_lists_of(part))


def _key_of(conversation: Conversation) -> str:
    key = conversation.key
    return key if can_be_named(key) and "," not in key else ""


def _parts(wanted: Wanted, most: int) -> Iterator[Wanted]:
    part: Wanted = []
    for each in wanted:
        longer = [*part, each]
        is_too_long = len(" ".join(_lists_of(longer)).encode()) > MOST_BYTES
        if part and (len(longer) > most or is_too_long):
            yield part
            longer = [each]
        part = longer
    if part:
        yield part


def _lists_of(part: Wanted) -> list[str]:
    names = ",".join(name for name, _key in part)
    keys = ",".join(key for _name, key in part if key)
    return [names, keys] if keys else [names]
