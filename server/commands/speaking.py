"""Who may speak in a channel, and to a user."""

from chatapp.wire import numerics as n
from server.replies import Refused
from server.reply_texts import NO_CTCP, ONLY_ACCOUNTS_WRITE
from server.world.channel import Channel
from server.world.user import User

CTCP = "\x01"
ACTION = "\x01ACTION "


def require_voice(channel: Channel, user: User, text: str | None) -> None:
    """Refuse who may not speak in a channel.

    Raises:
        Refused: he may not.
    """
    ranks = channel.members.get(user)
    if ranks is not None and not channel.restrains:
        return
    flags = channel.modes.flags
    if "C" in flags and is_ctcp(text):
        raise Refused(n.ERR_CANNOTSENDTOCHAN, channel.name)
    if ranks:
        return
    is_outside = ranks is None and "n" in flags
    is_unknown = "M" in flags and user.account is None
    if is_outside or is_unknown or "m" in flags or channel.is_silenced(user):
        raise Refused(n.ERR_CANNOTSENDTOCHAN, channel.name)


def require_acceptance(recipient: User, sender: User, text: str | None) -> None:
    """Refuse who may not write to a user.

    Raises:
        Refused: the user does not want to hear it.
    """
    if "T" in recipient.modes and is_ctcp(text):
        raise Refused(n.ERR_CANNOTSENDTOUSER, recipient.nick, text=NO_CTCP)
    if "R" not in recipient.modes or sender.account is not None:
        return
    if sender is not recipient and sender.id not in recipient.accepted:
        raise Refused(n.ERR_NEEDREGGEDNICK, recipient.nick, text=ONLY_ACCOUNTS_WRITE)


def is_ctcp(text: str | None) -> bool:
    """Tell whether a text is for a program; what somebody does is for people."""
    if text is None or not text.startswith(CTCP):
        return False
    return not text.startswith(ACTION)


def last_words(channel: Channel, user: User, reason: str) -> str:
    """Give why somebody leaves as it is heard: not at all of who may not speak."""
    try:
        require_voice(channel, user, reason)
    except Refused:
        return ""
    return reason
