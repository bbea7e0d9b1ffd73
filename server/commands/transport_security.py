"""STS: clients are told to come with TLS only, and for how long to remember it.

Specification: https://ircv3.net/specs/extensions/sts
"""

from collections.abc import Sequence

from chatapp.wire.capabilities import STS
from server.commands.context import Context

SECONDS_OF_A_DAY = 86_400


def transport_policy(context: Context) -> dict[str, str]:
    """Give the capability that says it, which no client may ask for; or nothing.

    Without TLS a client learns where to come with it. What it then hears there counts.
    """
    if not context.services.security.promises_tls:
        return {}
    tls = context.settings.tls
    if context.session.is_secure:
        return {STS: f"duration={tls.sts_days * SECONDS_OF_A_DAY}"}
    return {STS: f"port={_port(context.services.places, tls.port)}"}


def _port(places: Sequence[tuple[str, int]], wanted: int) -> int:
    """Give the port that is meant for TLS, or the first that is really listened on.

    All of them speak TLS; which there are, systemd may have chosen, or the system.
    """
    ports = [port for _, port in places]
    return wanted if wanted in ports else ports[0]
