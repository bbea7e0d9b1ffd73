"""How events about people change the world."""

from typing import TYPE_CHECKING, Any

from server.world import people_events as events

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.world.events import Event
    from server.world.user import User
    from server.world.world import World

Following = tuple["Event", ...]
LOGGED_IN = "r"


def _change_account(world: "World", event: events.AccountChanged) -> Following:
    _take_account(world, event.user, event.account)
    return ()


def sign_user_out(world: "World", user: "User") -> None:
    """Take his account from a user."""
    _take_account(world, user, None)


def _take_account(world: "World", user: "User", account: str | None) -> None:
    user.take_account(account)
    if (account is None) is (LOGGED_IN in user.modes):
        user.modes ^= {LOGGED_IN}
        world.mode_counts[LOGGED_IN] += 1 if LOGGED_IN in user.modes else -1


def _change_host(_world: "World", event: events.HostChanged) -> Following:
    event.user.take_host(event.username, event.host)
    return ()


def _change_realname(_world: "World", event: events.RealnameChanged) -> Following:
    event.user.realname = event.realname
    return ()


def _take_absence(_world: "World", event: events.AbsenceTold) -> Following:
    event.session.away = event.text
    return ()


def _change_accepted(_world: "World", event: events.AcceptedChanged) -> Following:
    event.user.accepted = event.accepted
    return ()


def _remember_user(world: "World", event: events.NickGivenUp) -> Following:
    world.past_users.add(event.user, event.at)
    return ()


def _prove_operator(_world: "World", event: events.OperatorProved) -> Following:
    event.user.operator = event.operator
    return ()


def _count_failure(_world: "World", event: events.ProofFailed) -> Following:
    event.session.failed_proofs += 1
    return ()


def _deafen(_world: "World", event: events.HearersLost) -> Following:
    lost = event.sessions
    for channel in {channel for each in lost for channel in each.user.channels}:
        channel.narrow_audience(lost)
    return ()


def _change_monitor(world: "World", event: events.MonitorChanged) -> Following:
    watches = world.watches
    changed = watches.nicks_of(event.session).keys() ^ event.nicks.keys()
    watches.change(event.session, event.nicks)
    for key in changed:
        if user := world.users.get(key):
            user.watchers = watches.watchers_of(key)
    return ()


PEOPLE_CHANGES: "dict[type[Event], Callable[[World, Any], Following]]" = {
    events.AccountChanged: _change_account,
    events.HostChanged: _change_host,
    events.RealnameChanged: _change_realname,
    events.AbsenceTold: _take_absence,
    events.AcceptedChanged: _change_accepted,
    events.NickGivenUp: _remember_user,
    events.OperatorProved: _prove_operator,
    events.ProofFailed: _count_failure,
    events.HearersLost: _deafen,
    events.MonitorChanged: _change_monitor,
}
"""For each kind of event about people, what it changes."""
