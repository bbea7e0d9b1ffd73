"""Which capabilities this server offers, and which of them change what is heard."""

from collections.abc import Iterable

from chatapp.wire import capabilities

OFFERED: dict[str, str] = dict.fromkeys(
    (
        capabilities.ACCOUNT_NOTIFY,
        capabilities.ACCOUNT_TAG,
        capabilities.AWAY_NOTIFY,
        capabilities.BATCH,
        capabilities.CAP_NOTIFY,
        capabilities.CHANNEL_RENAME,
        capabilities.CHATHISTORY,
        capabilities.CHGHOST,
        capabilities.DRAFT_NO_IMPLICIT_NAMES,
        capabilities.ECHO_MESSAGE,
        capabilities.EVENT_PLAYBACK,
        capabilities.EXACTLY_ONCE,
        capabilities.EXTENDED_ISUPPORT,
        capabilities.EXTENDED_JOIN,
        capabilities.EXTENDED_MONITOR,
        capabilities.INVITE_NOTIFY,
        capabilities.LABELED_RESPONSE,
        capabilities.MESSAGE_REDACTION,
        capabilities.MESSAGE_TAGS,
        capabilities.METADATA,
        capabilities.METADATA_3,
        capabilities.MULTI_PREFIX,
        capabilities.MULTILINE,
        capabilities.NO_IMPLICIT_NAMES,
        capabilities.PRE_AWAY,
        capabilities.READ_MARKER,
        capabilities.SEARCH,
        capabilities.SERVER_TIME,
        capabilities.SETNAME,
        capabilities.STANDARD_REPLIES,
        capabilities.USERHOST_IN_NAMES,
        capabilities.VISIT,
    ),
    "",
)
"""The capabilities on offer, each with the value that CAP LS 302 shows."""

MESSAGE_TAGS = 1
SERVER_TIME = 2
AWAY_NOTIFY = 4
EXTENDED_JOIN = 8
ACCOUNT_TAG = 16
MULTILINE = 32

_BITS = {
    capabilities.MESSAGE_TAGS: MESSAGE_TAGS,
    capabilities.SERVER_TIME: SERVER_TIME,
    capabilities.AWAY_NOTIFY: AWAY_NOTIFY,
    capabilities.EXTENDED_JOIN: EXTENDED_JOIN,
    capabilities.ACCOUNT_TAG: ACCOUNT_TAG,
    capabilities.MULTILINE: MULTILINE,
}


def dialect_of(names: Iterable[str]) -> int:
    """Give the dialect: a bit for each capability that changes an event's words."""
    known = set(names)
    if capabilities.BATCH not in known:
        known.discard(capabilities.MULTILINE)
    return sum(_BITS.get(name, 0) for name in known)
