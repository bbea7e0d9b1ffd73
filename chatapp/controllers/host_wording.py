"""Sentences about hosting a chat: how others join it, who may, and its end."""

from collections.abc import Sequence
from datetime import datetime

from chatapp.models.operator_events import Invitation

TITLE = "Invite others"
STOP_TITLE = "Stop this chat?"
STOP, KEEP_ON = "Stop the chat", "Keep it going"
ENDS_FOR_ALL = (
    "The chat ends for everybody who is in it. What was said is kept on this computer,"
    " and is there again when you start the chat anew."
)
LINKS_TITLE = "Links into this chat"
NO_LINKS = "No link lets anybody in now. Make one above."
NOBODY_HERE = "Nobody but you is here yet."
IN_NO_NETWORK = "This computer is in no network, so nobody else can join."
USED_UP = "This link has let in as many people as it was made for. Make another one."
OVER = "No link lets anybody in now. Make one."
_MOST_NAMED = 4

PEOPLE: tuple[tuple[str, int | None], ...] = (
    ("One person", 1),
    ("10 people", 10),
    ("30 people", 30),
    ("Everybody", None),
)
"""How many a link may let in, as a choice and as a number."""

LENGTHS: tuple[tuple[str, int | None], ...] = (
    ("An hour", 60),
    ("A day", 24 * 60),
    ("A week", 7 * 24 * 60),
    ("For good", None),
)
"""How long a link may hold, as a choice and in minutes."""


def people_here(others: Sequence[str]) -> str:
    """Name some of those who are on besides oneself."""
    if not others:
        return NOBODY_HERE
    named, count = ", ".join(others[:_MOST_NAMED]), len(others)
    if count == 1:
        return f"1 person is here with you: {named}"
    if count <= _MOST_NAMED:
        return f"{count} people are here with you: {named}"
    more = count - _MOST_NAMED
    return f"{count} people are here with you: {named}, {more} more"


def found_at(places: Sequence[str], port: int) -> str:
    """Say where others find this computer."""
    if not places:
        return IN_NO_NETWORK
    return f"Others find this computer at {', '.join(places)}, port {port}."


def lets_in(invitation: Invitation, now: datetime) -> str:
    """Say whom a link lets in, and until when."""
    came, most = invitation.came, invitation.most
    if invitation.is_used_up:
        return USED_UP
    end = "" if invitation.ends_at is None else _moment(invitation.ends_at, now)
    if most is None:
        who = "It lets in everybody who has it"
    elif most == 1:
        who = "It lets in one person"
    else:
        who = f"It lets in {most} people"
    when = f"{who}, until {end}." if end else f"{who}."
    return f"{when} {came} came by it." if came else when


def row_of(invitation: Invitation, now: datetime) -> str:
    """Describe a link in a list of them."""
    number, came, most = invitation.number, invitation.came, invitation.most
    who = f"{came} came" if most is None else f"{came} of {most} came"
    if invitation.ends_at is None:
        return f"Link {number}: {who}, for good"
    return f"Link {number}: {who}, until {_moment(invitation.ends_at, now)}"


def _moment(end: datetime, now: datetime) -> str:
    """Write the time of day, after the day if that is another."""
    here, today = end.astimezone(), now.astimezone().date()
    clock = f"{here:%H:%M}"
    return clock if here.date() == today else f"{here.day} {here:%B}, {clock}"
