"""Who hears of people without sharing a channel with them (extended-monitor).

Specification: https://ircv3.net/specs/extensions/extended-monitor
"""

from collections.abc import Collection

from chatapp.wire.capabilities import EXTENDED_MONITOR
from server.announcements.words import EventWords
from server.step import Step
from server.world.audience import audience_of
from server.world.user import User


def tell_capable(
    step: Step,
    user: User,
    people: Collection[User],
    capability: str,
    words: EventWords,
) -> None:
    """Tell these people, and who watches the user, if they asked for a capability."""
    hearers = (
        session
        for person in people
        for session in person.sessions
        if session.has(capability)
    )
    step.announce(audience_of(hearers), words)
    tell_watchers(step, user, people, capability, words)


def tell_watchers(
    step: Step,
    user: User,
    told: Collection[User],
    capability: str,
    words: EventWords,
) -> None:
    """Tell who watches the user and has not been told, if he asked for both."""
    if user.watchers:
        known = {user, *told}
        hearers = (
            session
            for session in user.watchers
            if session.user not in known
            and session.has(EXTENDED_MONITOR)
            and session.has(capability)
        )
        step.announce(audience_of(hearers), words)
