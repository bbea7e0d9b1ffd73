"""The moment in which a client has told all that is needed, and is let in."""

from chatapp.wire.numerics import ERR_PASSWDMISMATCH
from server.commands.context import Context
from server.commands.joining import enter
from server.commands.welcome import greet, tell_lusers, tell_motd
from server.replies import Refused
from server.world.events import SessionRegistered, UserModesChanged


def sign_in_if_complete(context: Context) -> None:
    """Let a client in that has given a nick and USER, and has ended CAP."""
    session = context.session
    is_complete = context.user.nick and session.has_user_command
    if session.is_registered or session.is_negotiating or not is_complete:
        return
    password = context.settings.server.password
    if password and session.password != password:
        context.reply(ERR_PASSWDMISMATCH)
        context.close(session, "The server's password is needed to sign in.")
        return
    context.commit(SessionRegistered(session))
    greet(context)
    tell_lusers(context)
    tell_motd(context)
    _take_first_modes(context)
    _enter_first_channels(context)


def _take_first_modes(context: Context) -> None:
    user = context.user
    first = context.settings.accounts.default_user_modes.removeprefix("+")
    modes = user.modes | set(first)
    if modes != user.modes and len(user.sessions) == 1:
        context.commit(UserModesChanged(user, user.modes, modes))


def _enter_first_channels(context: Context) -> None:
    for name in context.settings.channels.auto_join:
        try:
            enter(context, name)
        except Refused as refusal:
            context.refuse(refusal)
