"""REHASH: takes the settings over from their file, all of them or none."""

import logging
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.commands.audit import author_of, tell_operators
from server.commands.capability_changes import tell_changes
from server.commands.context import Context
from server.commands.offer import offered
from server.commands.table import commands
from server.commands.welcome import isupport, tell_isupport_changes
from server.log_lines import log_event
from server.replies import Failed
from server.settings.settings import Settings
from server.world.events import UserModesChanged
from server.world.people_events import OperatorProved
from server.world.user import OPERATOR, SERVER_NOTICES

log = logging.getLogger(__name__)

Tell = Callable[[Context, str], None]


@commands.handles("REHASH", operators_only=True)
def rehash(context: Context, _message: Message) -> None:
    """Take the settings over from their file, as it is now."""
    context.reply(n.RPL_REHASHING, "settings", text="The settings are read anew.")
    reload_settings(context, _tell_sender)


def reload_settings(context: Context, tell: Tell) -> None:
    """Read the settings on a worker, and take them over in a later turn."""
    load = context.services.configuration.load

    def decide(later: Context, loaded: "Settings | str") -> None:
        if isinstance(loaded, str):
            sentence = f"The settings stay as they are. {loaded}"
            _note(later, "settings-refused", sentence)
            later.fail(Failed(later.step.command, "SETTINGS_REFUSED", text=sentence))
            return
        tell(later, _take(later, loaded))

    context.later(lambda _history: load(), decide)


def merge(present: Settings, wanted: Settings) -> tuple[Settings, list[str]]:
    """Give what holds from now on, and the changed keys that need a restart."""
    sections: dict[str, Any] = {}
    waiting: list[str] = []
    for section in fields(Settings):
        old, new = getattr(present, section.name), getattr(wanted, section.name)
        if "each" in section.metadata:
            sections[section.name] = new
            continue
        kept = {
            key.name: getattr(old, key.name)
            for key in fields(old)
            if key.metadata["at_start"]
            and getattr(old, key.name) != getattr(new, key.name)
        }
        waiting += [f"[{section.name}] {key}" for key in kept]
        sections[section.name] = replace(new, **kept)
    return Settings(**sections), waiting


def _take(context: Context, wanted: Settings) -> str:
    waiting = take_over(context, wanted)
    sentence = "The settings are taken over."
    if waiting:
        sentence += f" These need a restart: {', '.join(waiting)}."
    _note(context, "settings-taken", sentence)
    return sentence


def take_over(context: Context, wanted: Settings) -> list[str]:
    """Let other settings hold; give those changed keys that need a restart."""
    services = context.services
    previous, offer = services.settings, offered(services)
    supported = isupport(services)
    settings, waiting = merge(previous, wanted)
    services.settings = context.settings = settings
    services.configuration.take(settings)
    _dismiss_operators(context, previous)
    tell_isupport_changes(context, supported)
    tell_changes(context, offer)
    return waiting


def _note(context: Context, event: str, sentence: str) -> None:
    log_event(log, event, operator=author_of(context), told=sentence)
    tell_operators(context, sentence)


def _dismiss_operators(context: Context, previous: Settings) -> None:
    """Make users of those operators who are not in the settings as they were before.

    Who has another password now has to prove that he knows it; so has who has not
    signed in yet.
    """
    same = set(previous.operators) & set(context.settings.operators)
    names = {each.name for each in same}
    sessions = (session.user for session in context.world.sessions)
    for user in dict.fromkeys((*context.world.registered(), *sessions)):
        if user.operator is None or user.operator in names:
            continue
        context.commit(OperatorProved(user, None))
        if OPERATOR in user.modes:
            modes = user.modes - {OPERATOR, SERVER_NOTICES}
            context.commit(UserModesChanged(user, user.modes, modes))


def _tell_sender(context: Context, sentence: str) -> None:
    context.notice(sentence)
