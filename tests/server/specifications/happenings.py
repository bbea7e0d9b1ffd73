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


def let_do(chat: RunningServer, nick: str, act: Callable[[Context], object]) -> None:
    """Let the reactor act as if the user with this nick had asked for it."""
    reactor, done = chat.reactor, threading.Event()

    def do() -> None:
        user = chat.world.user(nick)
        step = Step(user.sessions[0], "")
        reactor.take(reactor._dispatcher._run(step, act))
        done.set()

    chat.calls.add(do)
    assert done.wait(DEADLINE_SECONDS)


def let_happen(
    chat: RunningServer, nick: str, happening: Callable[[User], Event]
) -> None:
    """Commit an event about the user with this nick."""
    let_do(chat, nick, lambda context: context.commit(happening(context.user)))


def log_in(chat: RunningServer, nick: str, account: str | None) -> None:
    """Let a user be signed in to an account, or to none (None)."""
    let_happen(chat, nick, lambda user: AccountChanged(user, user.account, account))
