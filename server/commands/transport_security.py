"""STS: clients are told to come with TLS only, and for how long to remember it.

Specification: https://ircv3.net/specs/extensions/sts
"""

from chatapp.wire.capabilities import STS
from server.commands.context import Context

SECONDS_OF_A_DAY = 86_400


def transport_policy(context: Context) -> dict[str, str]:
    """Give the capability that says it, which no client may ask for; or nothing.

    Without TLS a client learns where to come with it. What it then hears there counts.
    """
    if not context.services.security.promises_tls:
        return {}
    settings = context.settings
    if context.session.is_secure:
        return {STS: f"duration={settings.tls.sts_days * SECONDS_OF_A_DAY}"}
    return {STS: f"port={settings.tls.port or settings.server.port}"}
