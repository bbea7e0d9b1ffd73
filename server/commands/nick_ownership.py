"""Whose a nick is: an account's nick is its own, whoever uses it meanwhile."""

from chatapp.wire import numerics as n
from chatapp.wire.lookalikes import appearance
from chatapp.wire.names import NameProblem, check_nick
from server.commands.context import Context
from server.replies import Refused
from server.world.events import NickChanged
from server.world.people_events import NickGivenUp
from server.world.signing_in import NickLost, NickWanted, SessionAttached
from server.world.user import User

GUEST = "Guest{number}"
GUEST_NUMBERS = 100_000
OWNED = "This name belongs to an account. Sign in to it, or choose another name."
LOOKS_OWNED = (
    "This name looks like {name}, which belongs to somebody else. "
    "Please choose a name that nobody takes for another."
)
ENDED = "You have signed in from elsewhere."
RENAMED = (
    "The name {nick} belongs to an account, and its owner is here now. You are "
    "{new} for the time being. Choose another name with NICK whenever you like."
)
SERVER_NAMES = frozenset(
    map(appearance, ("NickServ", "ChanServ", "HistServ", "Server"))
)
"""What people expect to be the server itself."""


def nick_problem(context: Context, name: str, shortest: int) -> NameProblem | None:
    """Give why a name of at least so many characters is no nick here; None: it is."""
    settings = context.settings
    return check_nick(
        name,
        shortest,
        settings.limits.nick_length,
        ascii_only=settings.server.takes_ascii_only,
    )


def is_server_name(nick: str) -> bool:
    """Tell whether people would take somebody with this nick for the server."""
    return appearance(nick) in SERVER_NAMES


def is_free(context: Context, nick: str) -> bool:
    """Tell whether whoever signs in can have a nick at once."""
    world = context.world
    return not (
        is_server_name(nick)
        or world.holder(nick)
        or world.account(nick)
        or _looks_like(context, nick)
    )


def is_taken_for_another(context: Context, name: str) -> bool:
    """Tell whether people would take a name for an account's, or for somebody here."""
    return _looks_like(context, name) is not None


def require_nick(context: Context, nick: str) -> None:
    """Refuse a nick that is not the sender's to take; free it if it is his own.

    Raises:
        Refused: somebody else has it, or it belongs to another account.
    """
    user, world = context.user, context.world
    holder, owner = world.holder(nick), world.account(nick)
    is_own = owner is not None and user.account_key == owner.key
    if is_server_name(nick) or (owner is not None and not is_own and nick != user.nick):
        raise Refused(n.ERR_NICKNAMEINUSE, nick, text=OWNED)
    if not is_own and (name := _looks_like(context, nick)):
        text = LOOKS_OWNED.format(name=name)
        raise Refused(n.ERR_NICKNAMEINUSE, nick, text=text)
    if holder is None or holder is user:
        return
    is_ghost = is_ones_own(user, holder)
    if is_ghost and _is_alone_by_choice(context, holder):
        raise Refused(n.ERR_NICKNAMEINUSE, nick)
    if is_ghost and holder.is_registered:
        end_user(context, holder, ENDED)
    elif is_own or is_ghost:
        rename_guest(context, holder)
    else:
        raise Refused(n.ERR_NICKNAMEINUSE, nick)


def settle_nick(context: Context) -> bool:
    """Give who signs in the nick that he asked for, and tell whether he has one now.

    Where his account's user has it already, or has taken another nick instead of the
    account's own, the client becomes one more of that user's.
    """
    session, wanted = context.session, context.session.wanted_nick
    if not wanted or session.is_nick_refused:
        return True
    context.commit(NickWanted(session, ""))
    other_self = _find_other_self(context, wanted)
    if other_self is not None:
        context.commit(SessionAttached(session, other_self))
        context.user = other_self
        return True
    try:
        require_nick(context, wanted)
    except Refused as refusal:
        context.commit(NickWanted(session, wanted, is_refused=True))
        context.refuse(refusal)
        return False
    take_nick(context, context.user, wanted)
    return True


def take_nick(context: Context, user: User, nick: str) -> None:
    """Let a user have a nick from now on, whoever had it before."""
    since = context.services.numbers.last
    context.commit(NickChanged(user, user.nick, nick, since))


def is_ones_own(user: User, other: User) -> bool:
    """Tell whether two users are of one account."""
    return user.account is not None and other.account == user.account


def end_user(context: Context, user: User, reason: str) -> None:
    """End a user with all his connections."""
    for session in list(user.sessions):
        context.close(session, reason)
    if context.world.holder(user.nick) is user:
        context.quit(user, reason)


def rename_guest(context: Context, guest: User) -> None:
    """Take a nick from a guest kindly, since its owner has come."""
    if not guest.is_registered:
        session, nick = guest.sessions[0], guest.nick
        context.commit(NickLost(guest))
        context.commit(NickWanted(session, nick))
        return
    previous, new = guest.nick, _guest_nick(context)
    context.commit(NickGivenUp(guest, context.services.clock.seconds()))
    take_nick(context, guest, new)
    server, text = context.settings.server.name, RENAMED.format(nick=previous, new=new)
    for session in guest.sessions:
        context.step.tell(session, "", f":{server} NOTICE {new} :{text}")


def _looks_like(context: Context, nick: str) -> str | None:
    """Give somebody else's name for which people would take a nick."""
    user, world = context.user, context.world
    for account in world.accounts_alike(nick):
        if user.account_key != account.key:
            return account.name
    for holder in world.holders_alike(nick):
        if holder is not user and not is_ones_own(user, holder):
            return holder.nick
    return None


def _find_other_self(context: Context, wanted: str) -> User | None:
    """Find who the client is already, if its account's connections are one user."""
    world, account_key = context.world, context.user.account_key
    holder = world.holder(wanted)
    candidates = [holder] if holder is not None else []
    if not candidates and account_key == world.fold(wanted):
        candidates = world.users_of(account_key)
    return next((each for each in candidates if _can_attach(context, each)), None)


def _can_attach(context: Context, holder: User) -> bool:
    if not (holder.is_registered and is_ones_own(context.user, holder)):
        return False
    return not holder.sessions or is_multiclient(context, holder)


def is_multiclient(context: Context, user: User) -> bool:
    """Tell whether several connections of a user's account are one user."""
    account = context.world.account(user.account or "")
    chosen = account.is_multiclient if account is not None else None
    return context.settings.accounts.multiclient if chosen is None else chosen


def _is_alone_by_choice(context: Context, holder: User) -> bool:
    """Tell whether the owner of an account wants one connection at a time."""
    account = context.world.account(holder.account or "")
    return account is not None and account.is_multiclient is False


def _guest_nick(context: Context) -> str:
    world = context.world
    while True:
        number = context.services.numbers.next() % GUEST_NUMBERS
        nick = GUEST.format(number=number)
        if world.holder(nick) is None and world.account(nick) is None:
            return nick
