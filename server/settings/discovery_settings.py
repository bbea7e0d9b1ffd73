"""The settings for being found in the local network."""

from dataclasses import dataclass

from server.settings.rules import YES_OR_NO, Text
from server.settings.rules import key as _key


@dataclass(frozen=True, slots=True)
class DiscoverySettings:
    """Whether and how the server tells the local network that it is there (mDNS)."""

    announce: bool = _key(
        True,
        YES_OR_NO,
        "Whether windows in the same network find the server by themselves.",
        at_start=True,
    )
    name: str = _key(
        "",
        Text(60),
        'What they show, such as "Physics 2b"; empty: [server] description where that '
        "is set, else the network and this computer.",
    )
