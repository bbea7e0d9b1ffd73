"""Asks the server that keeps the history where it listens, and who hears of it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from chatapp.wire.message import Message
from chatapp.wire.ports import read_port
from server.commands.orders import NO, YES
from server.network.addresses import ANY_IPV4, ANY_IPV6
from server.network.control import NoServer, control_path, send_order
from server.settings.settings import Settings

ListenAddresses = Sequence[tuple[str, int]]


def own_places(path: Path) -> ListenAddresses | None:
    """Give where the server listens that keeps its history there; None: none runs.

    One that runs and does not say it listens nowhere.
    """
    lines = _ask(path, "PLACES")
    if lines is None:
        return None
    parts = (line.partition(" ") for line in lines)
    told = ((host, read_port(port)) for host, _, port in parts)
    return [(host, port) for host, port in told if port is not None]


def is_announced(path: Path) -> bool | None:
    """Tell whether that server announces itself; None: none runs, or it does not say.

    It may be told otherwise than the settings say, by --no-announce.
    """
    told = {YES: True, NO: False}
    lines = _ask(path, "ANNOUNCED") or []
    return next((told[line] for line in lines if line in told), None)


def _ask(path: Path, order: str) -> list[str] | None:
    """Give the lines that a server answers; None: none runs."""
    try:
        answer = send_order(control_path(path), Message(order)) or []
    except NoServer:
        return None
    return [line.trailing for line in answer if line.command == "NOTICE"]


def settings_at(settings: Settings, places: ListenAddresses) -> Settings:
    """Give settings that name the places where a server listens indeed."""
    if not places:
        return settings
    hosts = [host for host, _ in places]
    host = next((each for each in (ANY_IPV6, ANY_IPV4) if each in hosts), hosts[0])
    ports = [*dict.fromkeys(port for _, port in places), 0, 0]
    return replace(
        settings,
        server=replace(settings.server, host=host, port=ports[0]),
        tls=replace(settings.tls, port=ports[1]),
        websocket=replace(settings.websocket, port=ports[2]),
    )
