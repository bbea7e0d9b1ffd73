"""Lets things happen to users that no command does to them."""

import threading
from collections.abc import Callable

from server.commands.context import Context
from server.step import Step
from server.world.events import Event
from server.world.people_events import AccountChanged
from server.world.user import User
from tests.server.raw_client import DEADLINE_SECONDS
from tests.server.running import RunningServer


def let_happen(
    chat: RunningServer, nick: str, happening: Callable[[User], Event]
) -> None:
    """Commit an event about the user with this nick, and wait until it is true."""
    reactor, done = chat.server._reactor, threading.Event()

    def commit() -> None:
        user = chat.server._services.world.user(nick)
        step = Step(user.sessions[0], "")
        reactor._steps.append(
            reactor._dispatcher._run(step, Context.commit, happening(user))
        )
        done.set()

    chat.server._calls.add(commit)
    assert done.wait(DEADLINE_SECONDS)


def log_in(chat: RunningServer, nick: str, account: str | None) -> None:
    """Let a user be signed in to an account, or to none (None)."""
    let_happen(chat, nick, lambda user: AccountChanged(user, user.account, account))
