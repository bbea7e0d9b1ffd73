"""Whom the server lets in: by its password, by an invitation, or as an account."""

import hashlib
import hmac
import logging

from chatapp.wire.numerics import ERR_PASSWDMISMATCH
from server.commands.audit import note_limit
from server.commands.context import Context
from server.commands.login_attempts import MANY_ATTEMPTS, WAIT
from server.log_lines import log_event
from server.replies import Refused
from server.reply_texts import TEXTS
from server.world.invitations import EntryGranted, GuestCame, Invitation, Verdict
from server.world.user import owner_of

log = logging.getLogger(__name__)

TOKEN_PREFIX = "invite:"  # noqa: S105 - what stands before a token in PASS

ANY_SECRET = ""
"""Stands where attempts at an account have its name."""

ASK = "Ask who gave it to you for a new one."
REFUSALS = {
    Verdict.UNKNOWN: "This invitation is not known here. Copy the whole link again. "
    "If that does not help, ask for a new one.",
    Verdict.REVOKED: f"This invitation was taken back. {ASK}",
    Verdict.EXPIRED: f"This invitation has expired. {ASK}",
    Verdict.USED_UP: "This invitation has let in as many people as it was made for. "
    + ASK,
}
INVITED_ONLY = (
    "This server lets in only people who were invited. Ask somebody who is there for "
    "an invitation, or sign in to your account."
)


def digest_of(token: str) -> bytes:
    """Give what is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


def admit(context: Context) -> Invitation | None:
    """Give the invitation by which a client comes in; None: it needs none.

    Raises:
        Refused: it is not let in; the text says what to do.
    """
    token = context.session.token
    if token is not None:
        return _admit_guest(context, token)
    _count_password(context)
    if not _knows_password(context):
        raise _refused(TEXTS[ERR_PASSWDMISMATCH])
    if context.services.lets_in_only_invited and not _has_proved(context):
        raise _refused(INVITED_ONLY)
    return None


def grant_entry(context: Context, invitation: Invitation) -> str:
    """Count who came in by an invitation, and let him into its channel.

    Give the channel, if he is to come into it at once: he has not been here before.
    """
    user, invitations = context.user, context.world.invitations
    guest = owner_of(user.account, user.key)
    known = invitations.known_guest(invitation, user.account, user.key)
    channel = context.world.channel(invitation.channel)
    if channel is not None:
        context.commit(EntryGranted(user, channel))
    if known != guest:
        context.commit(GuestCame(invitation.number, guest, known or ""))
    if known is not None:
        return ""
    number, nick, address = invitation.number, user.nick, context.session.address
    log_event(log, "invited", invitation=number, nick=nick, address=address)
    return invitation.channel


def is_operator(context: Context) -> bool:
    """Tell whether who signs in has proved to be an operator, who is one still."""
    names = {each.name for each in context.settings.operators}
    return context.user.operator in names


def _admit_guest(context: Context, token: str) -> Invitation | None:
    """Judge an invitation; one that is worth nothing harms nobody who needs none."""
    invitations, session, user = (
        context.world.invitations,
        context.session,
        context.user,
    )
    nick_key = context.world.fold(session.wanted_nick or user.nick)
    _count_attempt(context)
    invitation = invitations.of_digest(digest_of(token))
    if invitation is not None:
        context.services.attempts.succeeded(ANY_SECRET, session.address)
    now = context.services.clock.seconds()
    verdict = invitations.judge(invitation, user.account, nick_key, now)
    if verdict is Verdict.LETS_IN:
        return invitation
    if _needs_no_invitation(context, invitation, nick_key):
        return None
    log_event(
        log,
        "invitation-refused",
        reason=verdict.name.lower(),
        invitation=invitation.number if invitation else None,
        address=session.address,
    )
    raise _refused(REFUSALS[verdict])


def _needs_no_invitation(
    context: Context, invitation: Invitation | None, nick_key: str
) -> bool:
    """Tell whether one may come in all the same: as whom one is, or was before."""
    account = context.user.account
    if not _knows_password(context):
        return False
    if _has_proved(context):
        return True
    if context.services.lets_in_only_invited or invitation is None:
        return False
    guests = context.world.invitations
    return guests.known_guest(invitation, account, nick_key) is not None


def _count_password(context: Context) -> None:
    """Count a password that somebody gives to come in, if one is needed.

    Raises:
        Refused: too many wrong ones came from this address.
    """
    needed, given = context.settings.server.password, context.session.password
    if needed and given and not is_operator(context):
        _count_attempt(context)
        if _knows_password(context):
            address = context.session.address
            context.services.attempts.succeeded(ANY_SECRET, address)


def _count_attempt(context: Context) -> None:
    """Count what may be a guess, over all connections from an address.

    A whole school may come at once, and has the same secret: so it is no account's.

    Raises:
        Refused: too many wrong ones came from there.
    """
    wait = context.services.attempts.begin(ANY_SECRET, context.session.address)
    if wait > 0:
        note_limit(context, "login-attempts", MANY_ATTEMPTS)
        raise _refused(WAIT.format(seconds=int(wait) + 1))


def _has_proved(context: Context) -> bool:
    return context.user.account is not None or is_operator(context)


def _knows_password(context: Context) -> bool:
    password, given = context.settings.server.password, context.session.password or ""
    is_right = hmac.compare_digest(password.encode(), given.encode())
    return not password or is_right or is_operator(context)


def _refused(sentence: str) -> Refused:
    return Refused(ERR_PASSWDMISMATCH, text=sentence)
