"""Names of the capabilities, and how CAP lists them."""

from collections.abc import Iterable

ACCOUNT_NOTIFY = "account-notify"
ACCOUNT_TAG = "account-tag"
AWAY_NOTIFY = "away-notify"
BATCH = "batch"
CAP_NOTIFY = "cap-notify"
CHGHOST = "chghost"
ECHO_MESSAGE = "echo-message"
EXTENDED_JOIN = "extended-join"
EXTENDED_MONITOR = "extended-monitor"
INVITE_NOTIFY = "invite-notify"
LABELED_RESPONSE = "labeled-response"
MESSAGE_TAGS = "message-tags"
MULTI_PREFIX = "multi-prefix"
NO_IMPLICIT_NAMES = "no-implicit-names"
SASL = "sasl"
SERVER_TIME = "server-time"
SETNAME = "setname"
STANDARD_REPLIES = "standard-replies"
STS = "sts"
USERHOST_IN_NAMES = "userhost-in-names"

ACCOUNT_REGISTRATION = "draft/account-registration"
CHANNEL_RENAME = "draft/channel-rename"
CHATHISTORY = "draft/chathistory"
EVENT_PLAYBACK = "draft/event-playback"
EXTENDED_ISUPPORT = "draft/extended-isupport"
MESSAGE_REDACTION = "draft/message-redaction"
METADATA = "draft/metadata-2"
METADATA_3 = "draft/metadata-3"
MULTILINE = "draft/multiline"
DRAFT_NO_IMPLICIT_NAMES = "draft/no-implicit-names"
PRE_AWAY = "draft/pre-away"
READ_MARKER = "draft/read-marker"

SEARCH = "soju.im/search"

EXACTLY_ONCE = "chatapp/id"
"""The server repeats the first echo of a message whose `+chatapp/id` it knows."""

VISIT = "chatapp/visit"
"""The server leads who signs in with it into no channel: he only looks around."""


def parse_capabilities(text: str) -> dict[str, str]:
    """Read the last parameter of a CAP message into names and values.

    Specification: https://ircv3.net/specs/extensions/capability-negotiation. A
    capability without a value has ""; a "-" in front, as CAP REQ may have it, stays.

    Args:
        text: capabilities with spaces between them, "sasl=PLAIN echo-message".
    """
    tokens = (token.partition("=") for token in text.split(" ") if token)
    return {name: value for name, _, value in tokens}


def render_capabilities(capabilities: Iterable[tuple[str, str]]) -> list[str]:
    """Write names and values as the tokens that split_capabilities takes."""
    return [f"{name}={value}" if value else name for name, value in capabilities]


def split_capabilities(tokens: Iterable[str], limit: int) -> list[str]:
    """Put tokens on as few lines as they need, in their order.

    CAP LS of version 302 and CAP LIST may take several lines; all but the last then
    have a "*" before the list, which is the caller's to add.

    Args:
        tokens: "name" or "name=value".
        limit: the most bytes of one line's list; a longer token stands alone.

    Returns:
        At least one line, which is empty when there are no tokens.
    """
    lines = [""]
    for token in tokens:
        longer = f"{lines[-1]} {token}" if lines[-1] else token
        if lines[-1] and len(longer.encode()) > limit:
            lines.append(token)
        else:
            lines[-1] = longer
    return lines
