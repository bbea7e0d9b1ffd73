"""Sentences about hosting a chat: how others join it, who may, and its end."""

from collections.abc import Sequence
from datetime import datetime

from chatapp.language import gettext as _
from chatapp.models.operator_events import Invitation

TITLE = _("Invite others")
STOP_TITLE = _("Stop this chat?")
STOP, KEEP_ON = _("Stop the chat"), _("Keep it going")
ENDS_FOR_ALL = _(
    "The chat ends for everybody who is in it. What was said is kept on this computer,"
    " and is there again when you start the chat anew."
)
LINKS_TITLE = _("Links into this chat")
NO_LINKS = _("No link lets anybody in now. Make one above.")
NOBODY_HERE = _("Nobody but you is here yet.")
IN_NO_NETWORK = _("This computer is in no network, so nobody else can join.")
USED_UP = _("This link has let in as many people as it was made for. Make another one.")
OVER = _("No link lets anybody in now. Make one.")
_MOST_NAMED = 4

PEOPLE: tuple[tuple[str, int | None], ...] = (
    (_("One person"), 1),
    ("10 people", 10),
    ("30 people", 30),
    (_("Everybody"), None),
)
"""How many a link may let in, as a choice and as a number."""

LENGTHS: tuple[tuple[str, int | None], ...] = (
    (_("An hour"), 60),
    ("A day", 24 * 60),
    ("A week", 7 * 24 * 60),
    (_("For good"), None),
)
"""How long a link may hold, as a choice and in minutes."""


def people_here(others: Sequence[str]) -> str:
    """Name some of those who are on besides oneself."""
    if not others:
        return NOBODY_HERE
    named, count = ", ".join(others[:_MOST_NAMED]), len(others)
    if count == 1:
        return _("1 person is here with you: {named}").format(named=named)
    if count <= _MOST_NAMED:
        return _("{count} people are here with you: {named}").format(
            count=count, named=named
        )
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
    if most is None:
        who = _("It lets in everybody who has it")
    elif most == 1:
        who = _("It lets in one person")
    else:
        who = _("It lets in {most} people").format(most=most)
    when = f"{who}, until {end}." if end else f"{who}."
    return _("{when} {came} came by it.").format(when=when, came=came) if came else when


def row_of(invitation: Invitation, now: datetime) -> str:
    """Describe a link in a list of them."""
    number, came, most = invitation.number, invitation.came, invitation.most
    who = f"{came} came" if most is None else f"{came} of {most} came"
    if invitation.ends_at is None:
        return _("Link {number}: {who}, for good").format(number=number, who=who)
    return _("Link {number}: {who}, until {moment}").format(
        number=number, who=who, moment=_moment(invitation.ends_at, now)
    )


def _moment(end: datetime, now: datetime) -> str:
    """Write the time of day, after the day if that is another."""
    here, today = end.astimezone(), now.astimezone().date()
    clock = f"{here:%H:%M}"
    return clock if here.date() == today else f"{here.day} {here:%B}, {clock}"
