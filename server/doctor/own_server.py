"""Asks the server that keeps the history where it listens."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from chatapp.wire.message import Message
from server.network.addresses import ANY_IPV4, ANY_IPV6
from server.network.control import NoServer, control_path, send_order
from server.settings import Settings

Places = Sequence[tuple[str, int]]


def own_places(path: Path) -> Places | None:
    """Give where the server listens that keeps its history there; None: none runs.

    One that runs and does not say it listens nowhere.
    """
    try:
        answer = send_order(control_path(path), Message("PLACES")) or []
    except NoServer:
        return None
    told = (line.trailing.partition(" ") for line in answer if line.command == "NOTICE")
    return [(host, int(port)) for host, _, port in told if port.isdigit()]


def settings_at(settings: Settings, places: Places) -> Settings:
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
