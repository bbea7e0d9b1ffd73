"""The settings of [server]: where it listens, what it is called, how names compare."""

import re
from dataclasses import dataclass

from chatapp.wire.names import ASCII, PRECIS, RFC1459, Fold, fold_with
from chatapp.wire.ports import PLAIN_PORT
from server.settings.rules import (
    HOST,
    PORT,
    SERVER_NAME,
    YES_OR_NO,
    OneOf,
    Pattern,
    Text,
)
from server.settings.rules import key as _key

NAMES_FOR_PEOPLE = (
    "A name for people, with blanks, goes into description; [discovery] name is what"
    " the sign-in window lists."
)


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Where the server listens and what it calls itself."""

    host: str = _key(
        "", HOST, "The address to listen on; empty: all addresses.", at_start=True
    )
    port: int = _key(
        PLAIN_PORT, PORT, "The port to listen on; 0: any that is free.", at_start=True
    )
    name: str = _key(
        "chatapp.local",
        SERVER_NAME,
        "What the server calls itself.",
        at_start=True,
        advice=NAMES_FOR_PEOPLE,
    )
    description: str = _key(
        "A chatapp server", Text(200), "What the server says of itself."
    )
    network: str = _key(
        "chatapp",
        Pattern(re.compile(r"[^\s]{1,50}"), "a name of 1 to 50 characters, no blanks"),
        "The name that people see.",
        advice=NAMES_FOR_PEOPLE,
    )
    icon: str = _key(
        "",
        Pattern(
            re.compile(r"(https?://[!-~]{1,300})?"), 'an address that begins "https://"'
        ),
        "The address of a square picture of the network; empty: none.",
    )
    motd: str = _key("", Text(20_000, lines=True), "What everybody reads who signs in.")
    password: str = _key(
        "",
        Text(400),
        "Who signs in has to know it, or have an invitation; empty: no password.",
    )
    invited_only: bool = _key(
        False,
        YES_OR_NO,
        "Whether only accounts, operators and who has an invitation are let in, as "
        "long as no operator has decided it (INVITATION ONLY).",
    )
    lookup_hostnames: bool = _key(
        False,
        YES_OR_NO,
        "Whether people see the name of one's address (DNS); it can delay a sign-in.",
        at_start=True,
    )
    casemapping: str = _key(
        PRECIS,
        OneOf((PRECIS, ASCII, RFC1459)),
        "How names are compared; all but precis lets nicks have letters A to Z only.",
        at_start=True,
    )

    @property
    def fold(self) -> Fold:
        """What gives the keys by which names are compared."""
        return fold_with(self.casemapping)

    @property
    def takes_ascii_only(self) -> bool:
        """Whether a nick has no letters but those of ASCII."""
        return self.casemapping != PRECIS
