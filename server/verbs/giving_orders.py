"""Gives an order to the server that runs, or to its storage where none does."""

import re
from pathlib import Path
from typing import Any

from chatapp.wire.message import MalformedMessage, Message
from server.app import Server
from server.clock import Clock
from server.network.control import NoServer, control_path, send_order
from server.settings.settings import Settings
from server.storage.foreign_files import refuse_foreign

SECONDS_FOR_AN_ORDER = 60.0
FAIL = "FAIL"
ONE_LINE = "Please type everything on one line."
A_WORD = "Please type it without spaces and without a colon in front."
_NO_WORD = re.compile(r"[\s\0]|^:")
_ERROR_NUMERIC = re.compile("[4-9][0-9][0-9]")


class NotDone(Exception):
    """An order was not carried out; the text says why."""


class NoServerRuns(NotDone):
    """What only a server that runs can do was asked of none."""


class ClosedServer(Server):
    """A server that lets nobody in: it is there to change its storage."""

    def _bind(self) -> list[Any]:
        return []


def give_order(
    settings: Settings, path: Path, order: Message, *, needs_server: bool
) -> list[str]:
    """Give what the server answers, in sentences.

    Args:
        settings: those of the server.
        path: the file of its history.
        order: what it shall do.
        needs_server: whether that makes sense only where one runs.

    Raises:
        NoServerRuns: none runs, and one is needed.
        NotDone: it refuses, or does not answer.
        UnusableStorage: none runs, and its storage cannot be used; or another user of
            this computer takes the orders there.
    """
    _require_words(order)
    refuse_foreign([control_path(path)])
    try:
        answer = send_order(control_path(path), order)
    except NoServer:
        if needs_server:
            raise NoServerRuns("No server runs with these settings.") from None
        answer = _obey_closed(settings, path, order)
    if answer is None:
        raise NotDone("The server does not answer. Its log may tell why.")
    for line in answer:
        if line.command == FAIL or _ERROR_NUMERIC.fullmatch(line.command):
            raise NotDone(line.trailing)
    return [line.trailing for line in answer]


def _require_words(order: Message) -> None:
    try:
        order.render()
    except MalformedMessage:
        # The last may have spaces, and may be a password: it is not repeated.
        words = order.params[:-1]
        wrong = [word for word in words if _NO_WORD.search(word) or not word]
        sentence = f'"{wrong[0]}" cannot be used here. {A_WORD}' if wrong else ONE_LINE
        raise NotDone(sentence) from None


def _obey_closed(
    settings: Settings, path: Path, order: Message
) -> list[Message] | None:
    server = ClosedServer(settings, path, Clock())
    server.start()
    try:
        return server.order(order, SECONDS_FOR_AN_ORDER)
    finally:
        server.stop("The order is done.")
