"""INVITATION: operators make invitations, list them and take them back.

This is chatapp's own; docs/running-a-server.md tells how its answers are written.
"""

from dataclasses import dataclass, replace

from chatapp.wire.message import Message
from chatapp.wire.names import check_channel, normalize
from chatapp.wire.whole_numbers import whole_number
from server.clock import stamp_of
from server.commands.admission import digest_of
from server.commands.audit import author_of, note_act
from server.commands.capability_changes import tell_changes
from server.commands.channels import require_operator
from server.commands.context import Context
from server.commands.offer import offered
from server.commands.table import commands
from server.commands.welcome import isupport, tell_isupport_changes
from server.replies import Failed
from server.settings.durations import parse_duration
from server.world.invitations import (
    MAX_INVITATIONS,
    EntryDecided,
    Invitation,
    InvitationChanged,
    InvitationMade,
)

COMMAND = "INVITATION"
ANY = "*"
MOST_DIGITS = 6

NOT_A_CHANNEL = "This is no name of a channel. Its name begins with #."
NOT_A_COUNT = "How many people it lets in is a whole number from 1 to 999999, or *."
NOT_A_TIME = "How long it holds is written like 90m, 2h or 30d, or *."
TOO_MANY = "There are as many invitations as are allowed. Revoke some first."
UNKNOWN = "There is no such invitation. INVITATION LIST shows those that hold."
WHICH = "Say MAKE, LIST, REVOKE or ONLY, as HELP INVITATION shows it."


@dataclass(frozen=True, slots=True)
class Wish:
    """What an invitation shall be: its channel or "", and its limits or None."""

    channel: str
    most_guests: int | None
    seconds: int | None


@commands.handles(COMMAND, min_params=1, operators_only=True)
def invitation(context: Context, message: Message) -> None:
    """Make invitations, list them, take one back, or let in only who has one."""
    words = [*message.params[1:], ANY, ANY, ANY]
    match message.params[0].upper():
        case "MAKE":
            _make(context, read_wish(*words[:3]))
        case "LIST":
            _list(context)
        case "REVOKE":
            revoked = revoke(context, words[0])
            context.say(COMMAND, "REVOKED", str(revoked.number))
        case "ONLY":
            _let_in_only_guests(context, words[0].lower())
        case _:
            raise _failed(message.params[0], WHICH)


def read_wish(channel: str, count: str, duration: str) -> Wish:
    """Read what somebody wants of an invitation; `*` stands for no limit.

    Raises:
        Failed: it is not written as it should be.
    """
    name = "" if channel == ANY else normalize(channel)
    if name and check_channel(name, 200) is not None:
        raise _failed(channel, NOT_A_CHANNEL)
    uses = None if count == ANY else whole_number(count, MOST_DIGITS)
    if count != ANY and not uses:
        raise _failed(count, NOT_A_COUNT)
    seconds = None if duration == ANY else parse_duration(duration)
    if duration != ANY and not seconds:
        raise _failed(duration, NOT_A_TIME)
    return Wish(name, uses, seconds)


def make(context: Context, wish: Wish) -> tuple[Invitation, str]:
    """Make an invitation; give it and its token, which nobody can give again.

    Raises:
        Failed: there are too many.
    """
    services, invitations = context.services, context.world.invitations
    now = services.clock.seconds()
    if len(invitations.in_force(now)) >= MAX_INVITATIONS:
        raise Failed(COMMAND, "TOO_MANY_INVITATIONS", text=TOO_MANY)
    token = services.credentials.token()
    made = Invitation(
        invitations.next_number,
        digest_of(token),
        wish.channel,
        author_of(context),
        now,
        None if wish.seconds is None else now + wish.seconds,
        wish.most_guests,
    )
    context.commit(InvitationMade(made))
    note_act(
        context,
        "invitation",
        f"has made invitation {made.number}.",
        invitation=made.number,
        channel=made.channel or None,
        people=made.most_guests,
        ends_at=made.ends_at,
    )
    return made, token


def revoke(context: Context, number: str, unknown: str = UNKNOWN) -> Invitation:
    """Let nobody in any more by an invitation; `unknown` is said where there is none.

    Raises:
        Failed: there is none of this number.
    """
    asked = whole_number(number, MOST_DIGITS)
    found = None if asked is None else context.world.invitations.find(asked)
    if found is None or found.revoked_at is not None:
        raise Failed(COMMAND, "UNKNOWN_INVITATION", number, text=unknown)
    now = context.services.clock.seconds()
    context.commit(InvitationChanged(found, replace(found, revoked_at=now)))
    act = f"has taken back invitation {found.number}."
    note_act(context, "invitation-revoked", act, invitation=found.number)
    return found


def _make(context: Context, wish: Wish) -> None:
    channel = context.world.channel(wish.channel)
    if channel is not None:
        require_operator(channel, context.user)
    made, token = make(context, wish)
    context.say(COMMAND, "MADE", *_words(context, made), text=token)


def _list(context: Context) -> None:
    for each in context.world.invitations.in_force(context.services.clock.seconds()):
        context.say(COMMAND, "ENTRY", *_words(context, each), text=each.made_by)
    only = "on" if context.services.lets_in_only_invited else "off"
    context.say(COMMAND, "END", only)


def _words(context: Context, each: Invitation) -> tuple[str, ...]:
    """Write number, channel, how many came, how many may, and when it ends."""
    return (
        str(each.number),
        each.channel or ANY,
        str(context.world.invitations.count_guests(each)),
        str(each.most_guests or ANY),
        ANY if each.ends_at is None else stamp_of(each.ends_at * 1000),
    )


def _let_in_only_guests(context: Context, word: str) -> None:
    """Let in only who is invited, or everybody, whatever the settings say of it."""
    if word not in ("on", "off"):
        raise _failed(word, WHICH)
    offer, is_on = offered(context.services), word == "on"
    supported = isupport(context.services)
    context.commit(EntryDecided(context.world.invitations.only, is_on))
    tell_changes(context, offer)
    tell_isupport_changes(context, supported)
    act = f"lets in {'only who is invited' if is_on else 'everybody'} from now on."
    note_act(context, "invited-only", act, only=word)
    context.say(COMMAND, "ONLY", word)


def _failed(word: str, text: str) -> Failed:
    return Failed(COMMAND, "INVALID_PARAMS", word or ANY, text=text)
