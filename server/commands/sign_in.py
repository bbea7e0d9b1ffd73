"""The moment in which a client has told all that is needed, and is let in."""

from collections.abc import Iterable

from chatapp.wire.capabilities import EXTENDED_JOIN, VISIT
from chatapp.wire.numerics import ERR_SASLABORTED
from server.commands.accounts import refresh_staying
from server.commands.admission import admit, grant_entry, is_operator
from server.commands.context import Context
from server.commands.joining import enter, tell_about
from server.commands.metadata_replies import tell_own
from server.commands.nick_ownership import settle_nick
from server.commands.playback import play_back
from server.commands.server_bans import is_kept_out
from server.commands.welcome import greet, tell_lusers, tell_motd
from server.replies import Refused
from server.world.events import SessionRegistered, UserModesChanged
from server.world.invitations import Invitation
from server.world.people_events import OperatorProved
from server.world.signing_in import ExchangeChanged
from server.world.user import OPERATOR, SERVER_NOTICES


def sign_in_if_complete(context: Context) -> None:
    """Let a client in that has given a nick and USER, and has ended CAP."""
    session = context.session
    may_have_nick = session.wanted_nick and not session.is_nick_refused
    has_nick = context.user.nick or may_have_nick
    is_complete = has_nick and session.has_user_command
    if session.is_registered or session.is_negotiating or not is_complete:
        return
    try:
        invitation = admit(context)
    except Refused as refusal:
        context.refuse(refusal)
        context.close(session, refusal.text or "")
        return
    if session.exchange is not None:
        context.commit(ExchangeChanged(session, None))
        context.reply(ERR_SASLABORTED)
    operator = context.user.operator if is_operator(context) else None
    if not settle_nick(context) or is_kept_out(context):
        return
    _come_in(context, invitation, operator)


def _come_in(
    context: Context, invitation: Invitation | None, operator: str | None
) -> None:
    """Greet who has signed in, and bring him where he belongs.

    Args:
        context: his.
        invitation: by which he is let in, if he needs one.
        operator: as which operator he has proved to come, if he has.
    """
    session = context.session
    is_new = not context.user.is_registered
    context.commit(SessionRegistered(session))
    greet(context)
    tell_lusers(context)
    tell_motd(context)
    tell_own(context)
    if operator is not None:
        _become_operator(context, operator)
    channel = "" if invitation is None else grant_entry(context, invitation)
    if is_new:
        _take_first_modes(context)
        refresh_staying(context, context.user)
        if not session.has(VISIT):
            _enter(context, context.settings.channels.auto_join)
    else:
        _return_to_channels(context)
        context.settle_absence(context.user)
    if channel:
        # Who made the invitation looks after a channel that begins so, not its guest.
        _enter(context, (channel,), is_founder=False)
    play_back(context, tuple(context.user.channels))


def _take_first_modes(context: Context) -> None:
    user = context.user
    first = context.settings.accounts.default_user_modes.removeprefix("+")
    modes = user.modes | set(first)
    if modes != user.modes and len(user.sessions) == 1:
        context.commit(UserModesChanged(user, user.modes, modes))


def _become_operator(context: Context, operator: str) -> None:
    """Let somebody be an operator who proved it before he signed in."""
    user = context.user
    context.commit(OperatorProved(user, operator))
    modes = user.modes | {OPERATOR, SERVER_NOTICES}
    if modes != user.modes:
        context.commit(UserModesChanged(user, user.modes, modes))


def _return_to_channels(context: Context) -> None:
    """Show a client the channels that its user is in already."""
    user = context.user
    is_extended = context.session.has(EXTENDED_JOIN)
    more = f" {user.account or '*'} :{user.realname}" if is_extended else ""
    for channel in user.channels:
        context.send(f":{user.prefix} JOIN {channel.name}{more}")
        tell_about(context, channel)


def _enter(context: Context, names: Iterable[str], *, is_founder: bool = True) -> None:
    for name in names:
        try:
            enter(context, name, is_founder=is_founder)
        except Refused as refusal:
            context.refuse(refusal)
