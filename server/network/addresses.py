"""This machine's addresses: where to listen, and where others find it."""

import errno
import socket

from chatapp.system.interfaces import list_interfaces
from chatapp.wire.this_computer import LOOPBACK, is_here
from server.complaints import Complaint

ANY_IPV4 = "0.0.0.0"  # noqa: S104 - the server is there for other machines
ANY_IPV6 = "::"
FIRST_FREE_PORT = 1024

Place = tuple[socket.AddressFamily, tuple[str, int]]


class CannotListen(Complaint):
    """The server cannot listen there; the text says why and what to do."""

    def __init__(
        self, words: str, *, lacks_right: bool = False, **values: object
    ) -> None:
        super().__init__(words, **values)
        self.lacks_right = lacks_right


def places_to_listen(host: str, port: int) -> list[Place]:
    """Give every address that a host setting means, IPv4 first.

    Raises:
        CannotListen: the host is not known.
    """
    if host in ("", ANY_IPV6):
        places: list[Place] = [(socket.AF_INET, (ANY_IPV4, port))]
        if socket.has_ipv6:
            places.append((socket.AF_INET6, (ANY_IPV6, port)))
        return places
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise CannotListen(
            'There is no host "{host}". Check --host, or leave it out.', host=host
        ) from error
    usable = (socket.AF_INET, socket.AF_INET6)
    places = [(each[0], (str(each[4][0]), port)) for each in found if each[0] in usable]
    return sorted(dict.fromkeys(places))


def explain(error: OSError, host: str, port: int, key: str = "--port") -> CannotListen:
    """Put into words why an address cannot be listened on.

    Args:
        error: what the system has against it.
        host: the address.
        port: the port.
        key: what says another port: an option or a setting.
    """
    if error.errno == errno.EADDRNOTAVAIL:
        return CannotListen(
            "{host} is not an address of this machine. Check --host, or leave it out.",
            host=host,
        )
    if _is_forbidden(error) and port < FIRST_FREE_PORT:
        return CannotListen(
            "You may not listen on port {port}. Choose a port from {first} on.",
            port=port,
            first=FIRST_FREE_PORT,
            lacks_right=True,
        )
    if is_in_use(error):
        return CannotListen(
            "Port {port} is in use already. "
            "End the other server, or choose another port with {key}.",
            port=port,
            key=key,
        )
    place = render_place(host, port)
    return CannotListen(
        "The server cannot listen on {place}: {reason}.",
        place=place,
        reason=error.strerror,
    )


def is_in_use(error: OSError) -> bool:
    """Tell whether another program has the port.

    Windows forbids a port that another one has for itself alone.
    """
    return error.errno == errno.EADDRINUSE or _is_forbidden(error)


def address_for_others(host: str) -> str:
    """Give what others put behind --server to reach a server on this host."""
    if host in ("", ANY_IPV4, ANY_IPV6):
        return lan_address()
    return host


def addresses_for_others(host: str) -> list[str]:
    """Give all addresses by which other machines reach a server on this host."""
    if host not in ("", ANY_IPV4, ANY_IPV6):
        return [] if is_here(host) else [host]
    return [
        address for address in own_addresses() if host != ANY_IPV4 or ":" not in address
    ]


def own_addresses() -> list[str]:
    """Give this machine's addresses in its networks, those with IPv4 first.

    What holds on one cable only (fe80::) is left out, for it says nothing elsewhere.
    """
    return [str(it.address.ip) for it in list_interfaces() if it.is_for_others]


def lan_address() -> str:
    """Give this machine's address in the local network, as well as it can be told."""
    found = (it.address.ip for it in list_interfaces())
    reachable = [str(ip) for ip in found if ip.version == 4 and not ip.is_loopback]
    routed = _address_of_the_route()
    if routed in reachable:
        return routed
    return reachable[0] if reachable else LOOPBACK


def render_place(host: str, port: int) -> str:
    """Write an address and a port as people read them."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _is_forbidden(error: OSError) -> bool:
    return error.errno in (errno.EACCES, errno.EPERM)


def _address_of_the_route() -> str:
    """Give the address from which this machine would speak to the internet.

    Nothing is sent: the address belongs to examples and a datagram socket only
    looks up its route.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return ""
