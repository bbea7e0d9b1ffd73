"""AWAY, SETNAME, ISON and USERHOST: who is here, and who is at his keyboard."""

from chatapp.wire import numerics as n
from chatapp.wire.capabilities import PRE_AWAY
from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.table import commands
from server.replies import Failed, Refused
from server.reply_texts import WRONG_REALNAME
from server.world.people_events import AbsenceTold, RealnameChanged
from server.world.user import User
from server.world.word_lines import lines_of_words

MAX_REALNAME_CHARACTERS = 150
MAX_NICKS_OF_USERHOST = 5


@commands.handles("AWAY", before_sign_in=True)
def away(context: Context, message: Message) -> None:
    """Go away, with a message for who asks; without one, come back."""
    if not (context.session.is_registered or context.session.has(PRE_AWAY)):
        raise Refused(n.ERR_NOTREGISTERED)
    text = message.trailing[: context.settings.limits.away_length] or None
    context.commit(AbsenceTold(context.session, text))
    context.settle_absence(context.user, text)
    context.reply(n.RPL_UNAWAY if text is None else n.RPL_NOWAWAY)


@commands.handles("SETNAME", min_params=1)
def setname(context: Context, message: Message) -> None:
    """Take another real name."""
    user, realname = context.user, message.params[0]
    if not realname.strip() or len(realname) > MAX_REALNAME_CHARACTERS:
        raise Failed("SETNAME", "INVALID_REALNAME", text=WRONG_REALNAME)
    context.commit(RealnameChanged(user, user.realname, realname))


@commands.handles("ISON", min_params=1)
def ison(context: Context, message: Message) -> None:
    """Tell which of some nicks are here."""
    here = (user.nick for user in _users(context, " ".join(message.params).split()))
    context.reply(n.RPL_ISON, text=next(lines_of_words(here), ""))


@commands.handles("USERHOST", min_params=1)
def userhost(context: Context, message: Message) -> None:
    """Tell from where up to five users come, and who of them is away."""
    asked = message.params[:MAX_NICKS_OF_USERHOST]
    words = map(_whereabouts, _users(context, asked))
    for line in list(lines_of_words(words)) or [""]:
        context.reply(n.RPL_USERHOST, text=line)


def _users(context: Context, nicks: "list[str] | tuple[str, ...]") -> list[User]:
    """Give those who have these nicks, each of them once."""
    found = (context.world.user(nick) for nick in nicks)
    return list(dict.fromkeys(user for user in found if user is not None))


def _whereabouts(user: User) -> str:
    operator = "*" if "o" in user.modes else ""
    presence = "+" if user.away is None else "-"
    return f"{user.nick}{operator}={presence}{user.username}@{user.host}"
