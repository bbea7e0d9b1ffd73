"""The settings for those who look after a server: its operators and its metrics."""

import re
from dataclasses import dataclass

from chatapp.wire.sasl import MalformedResponse
from server.settings.password_keys import parse_keys
from server.settings.rules import HOST, PORT, YES_OR_NO, Pattern
from server.settings.rules import key as _key


@dataclass(frozen=True, slots=True)
class KeptPassword:
    """A password, or the word that `chatapp-server hash-password` makes of one."""

    expected: str = (
        "a password of 1 to 400 characters without blanks, "
        "or what `chatapp-server hash-password` gives for one"
    )

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        if not isinstance(value, str) or not re.fullmatch(r"\S{1,400}", value):
            return False
        try:
            parse_keys(value)
        except MalformedResponse:
            return False
        return True

    def read(self, text: str) -> object:
        """Give the value that a text means."""
        return text


@dataclass(frozen=True, slots=True)
class OperatorSettings:
    """Who can become an operator of the server with OPER; a section for each."""

    name: str = _key(
        "",
        Pattern(re.compile(r"[^\s:]\S{0,49}"), "a name of 1 to 50 characters"),
        "The name that OPER asks for; it need not be a nick.",
    )
    password: str = _key(
        "", KeptPassword(), "Best what `chatapp-server hash-password` gives."
    )


@dataclass(frozen=True, slots=True)
class MetricsSettings:
    """Numbers for Prometheus, and whether the server is well, over HTTP."""

    enabled: bool = _key(
        False, YES_OR_NO, "Whether /metrics and /health are there.", at_start=True
    )
    host: str = _key(
        "127.0.0.1",
        HOST,
        "The address they listen on; best a local one.",
        at_start=True,
    )
    port: int = _key(9667, PORT, "Their port; 0: any that is free.", at_start=True)
