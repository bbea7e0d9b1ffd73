"""Opens the doors of a server: for each port that the settings name, each address."""

import logging
import socket
from collections.abc import Callable, Sequence

from chatapp.wire.ports import TLS_PORT
from server.log_lines import warn_of_event
from server.network.addresses import CannotListen, explain, is_in_use, places_to_listen
from server.network.listener import Door
from server.settings.settings import Settings

log = logging.getLogger(__name__)

Address = tuple[str, int]
MakeDoor = Callable[[socket.AddressFamily, Address, socket.socket | None], Door]


def bind_doors(
    settings: Settings, make: MakeDoor, listening: Sequence[socket.socket]
) -> list[Door]:
    """Give the doors of all ports, that of [server] first; none lets anybody in yet.

    The usual port for TLS may be taken already, by another server of this machine:
    the other ports speak TLS too. Where clients are told to come there, it may not.

    Args:
        settings: say where.
        make: makes a door for an address; raises OSError when it cannot be had.
        listening: sockets that listen already; with one of them no others do.

    Raises:
        CannotListen: an address cannot be listened on.
    """
    if listening:
        return [make(each.family, each.getsockname()[:2], each) for each in listening]
    doors = _bind(settings.server.host, settings.server.port, make, "--port")
    try:
        for name, extra in (("tls", settings.tls), ("websocket", settings.websocket)):
            if extra.port:
                host = extra.host or settings.server.host
                doors += _bind_more(host, extra.port, make, name, settings)
    except CannotListen:
        _close(doors)
        raise
    return doors


def _bind_more(
    host: str, port: int, make: MakeDoor, section: str, settings: Settings
) -> list[Door]:
    key = f"[{section}] port"
    try:
        return _bind(host, port, make, key)
    except CannotListen as problem:
        if port != TLS_PORT or settings.tls.sts:
            raise
        told = f"{problem} TLS is spoken on the other ports all the same."
        warn_of_event(log, "port-not-had", port=port, key=key, told=told)
        return []


def _bind(host: str, port: int, make: MakeDoor, key: str) -> list[Door]:
    doors: list[Door] = []
    wanted = port
    for family, (address, _) in places_to_listen(host, port):
        try:
            doors.append(make(family, (address, port), None))
        except OSError as error:
            if doors and not (is_in_use(error) and wanted):
                log.info("Not listening on %s: %s", address, error.strerror)
                continue
            _close(doors)
            raise explain(error, address, port, key) from error
        port = int(doors[-1].server_address[1])
    if not doors:
        raise CannotListen('"{host}" has no address to listen on.', host=host)
    return doors


def _close(doors: list[Door]) -> None:
    for door in doors:
        door.server_close()
