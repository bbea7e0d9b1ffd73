"""Sentences about hosting a chat: how others join it, who may, and its end."""

from collections.abc import Sequence
from datetime import datetime

from chatapp.calendar_words import write_moment
from chatapp.controllers.wording import plural
from chatapp.language import gettext as _
from chatapp.language import ngettext
from chatapp.models.hosting.operator_events import Invitation

ALREADY_HOSTED = _("A chat runs on this computer already. Press Sign in to join it.")
CLOSING_TITLE = _("Stop this chat?")
HOST_LEAVES = _(
    "The computer that this chat runs on is leaving, so the chat ends here. What you"
    " write is kept, and sent if it comes back."
)
STOP_CHAT = _("Stop the chat")
KEEP_OPEN = _("Keep it open")

TITLE = _("Invite others")
STOP_TITLE = _("Stop this chat?")
STOP, KEEP_ON = _("Stop the chat"), _("Keep it going")
ENDS_FOR_ALL = _(
    "The chat ends for everybody who is in it. What was said is kept on this computer,"
    " and is there again when you start the chat anew."
)
HAS_ENDED = _("The chat on this computer has ended.")
START_AGAIN = _("Start it again")
_STOPPED = _("The chat on this computer has stopped.")
RESTARTING = _("The chat on this computer has stopped, and is being started again.")
RESTARTED = _(
    "The chat on this computer had stopped, and was started again."
    " Everybody comes back to it, and what was written meanwhile is sent."
)
ENDS_TOO_OFTEN = _(
    "The chat on this computer stopped by itself again and again. What you write is"
    " kept until it runs."
)
LINKS_TITLE = _("Links into this chat")
NO_LINKS = _("No link lets anybody in now. Make one above.")
ONLY_INVITED = _(
    "Only you are here. Others come in by an invitation, and in no other way."
)
HOST_INVITES = _(
    "Only you are here. Others need an invitation, and who looks after this chat can"
    " make one."
)
NOBODY_HERE = _("Nobody but you is here yet.")
IN_NO_NETWORK = _("This computer is in no network, so nobody else can join.")
USED_UP = _("This link has let in as many people as it was made for. Make another one.")
OVER = _("No link lets anybody in now. Make one.")
_MOST_NAMED = 4
# For good, and up to a moment.
_LETS_IN_ALL = (
    _("It lets in everybody who has it."),
    _("It lets in everybody who has it, until {end}."),
)
_LETS_IN_ONE = _("It lets in one person."), _("It lets in one person, until {end}.")
_LETS_IN_SOME = (
    _("It lets in {most} people."),
    _("It lets in {most} people, until {end}."),
)
_CAME = (
    _("Link {number}: {came} came, for good"),
    _("Link {number}: {came} came, until {moment}"),
)
_CAME_OF = (
    _("Link {number}: {came} of {most} came, for good"),
    _("Link {number}: {came} of {most} came, until {moment}"),
)

PEOPLE: tuple[tuple[str, int | None], ...] = (
    (_("One person"), 1),
    (plural(10, "person", "people"), 10),
    (plural(30, "person", "people"), 30),
    (_("Everybody"), None),
)
"""How many a link may let in, as a choice and as a number."""

LENGTHS: tuple[tuple[str, int | None], ...] = (
    (_("An hour"), 60),
    (_("A day"), 24 * 60),
    (_("A week"), 7 * 24 * 60),
    (_("For good"), None),
)
"""How long a link may hold, as a choice and in minutes."""


def cannot_start(reason: str) -> str:
    """Say that a chat is over for now, and why."""
    return f"{_STOPPED} {reason}"


def people_here(others: Sequence[str]) -> str:
    """Name some of those who are on besides oneself."""
    if not others:
        return NOBODY_HERE
    named, count = ", ".join(others[:_MOST_NAMED]), len(others)
    if count <= _MOST_NAMED:
        return ngettext(
            "{count} person is here with you: {named}",
            "{count} people are here with you: {named}",
            count,
        ).format(count=count, named=named)
    more = count - _MOST_NAMED
    return _("{count} people are here with you: {named}, {more} more").format(
        count=count, named=named, more=more
    )


def found_at(places: Sequence[str], port: int) -> str:
    """Say where others find this computer."""
    if not places:
        return IN_NO_NETWORK
    return _("Others find this computer at {join}, port {port}.").format(
        join=", ".join(places), port=port
    )


def lets_in(invitation: Invitation, now: datetime) -> str:
    """Say whom a link lets in, and until when."""
    came, most = invitation.came, invitation.most
    if invitation.is_used_up:
        return USED_UP
    end = "" if invitation.ends_at is None else _moment(invitation.ends_at, now)
    lasting, ending = _LETS_IN_ALL
    if most is not None:
        lasting, ending = _LETS_IN_ONE if most == 1 else _LETS_IN_SOME
    told = (ending if end else lasting).format(most=most, end=end)
    if not came:
        return told
    arrivals = ngettext("{count} came by it.", "{count} came by it.", came)
    return f"{told} {arrivals.format(count=came)}"


def row_of(invitation: Invitation, now: datetime) -> str:
    """Describe a link in a list of them."""
    number, came, most = invitation.number, invitation.came, invitation.most
    lasting, ending = _CAME if most is None else _CAME_OF
    if invitation.ends_at is None:
        return lasting.format(number=number, came=came, most=most)
    moment = _moment(invitation.ends_at, now)
    return ending.format(number=number, came=came, most=most, moment=moment)


def _moment(end: datetime, now: datetime) -> str:
    """Write the time of day, after the day if that is another."""
    here, today = end.astimezone(), now.astimezone().date()
    clock = f"{here:%H:%M}"
    return clock if here.date() == today else write_moment(here, clock)


def ends_for_others(count: int) -> str:
    """Say whom it touches when the chat that one hosts is stopped."""
    return ngettext(
        "{count} other person is in this chat. It ends for them when you close this"
        " window, unless you let it go on without you.",
        "{count} other people are in this chat. It ends for all of them when you close"
        " this window, unless you let it go on without you.",
        count,
    ).format(count=count)
