"""Which capabilities this server offers, and which of them change what is heard."""

from collections.abc import Iterable

from chatapp.wire import capabilities

OFFERED: dict[str, str] = {
    capabilities.AWAY_NOTIFY: "",
    capabilities.BATCH: "",
    capabilities.CAP_NOTIFY: "",
    capabilities.CHATHISTORY: "",
    capabilities.ECHO_MESSAGE: "",
    capabilities.EVENT_PLAYBACK: "",
    capabilities.EXACTLY_ONCE: "",
    capabilities.LABELED_RESPONSE: "",
    capabilities.MESSAGE_TAGS: "",
    capabilities.MULTI_PREFIX: "",
    capabilities.DRAFT_NO_IMPLICIT_NAMES: "",
    capabilities.NO_IMPLICIT_NAMES: "",
    capabilities.SERVER_TIME: "",
    capabilities.STANDARD_REPLIES: "",
    capabilities.USERHOST_IN_NAMES: "",
}
"""The capabilities on offer, each with the value that CAP LS 302 shows."""

MESSAGE_TAGS = 1
SERVER_TIME = 2
AWAY_NOTIFY = 4

_BITS = {
    capabilities.MESSAGE_TAGS: MESSAGE_TAGS,
    capabilities.SERVER_TIME: SERVER_TIME,
    capabilities.AWAY_NOTIFY: AWAY_NOTIFY,
}


def dialect_of(names: Iterable[str]) -> int:
    """Give the dialect: a bit for each capability that changes an event's words."""
    return sum(_BITS.get(name, 0) for name in set(names))
