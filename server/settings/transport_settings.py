"""The settings of TLS and WebSocket."""

import re
from dataclasses import dataclass

from chatapp.wire.ports import TLS_PORT
from server.settings.rules import FILE_PATH, HOST, PORT, YES_OR_NO, WholeNumber
from server.settings.rules import key as _key

_ORIGIN = re.compile(r"\*|https?://[0-9A-Za-z.*:\[\]-]{1,255}")


@dataclass(frozen=True, slots=True)
class Origins:
    """A list of origins of web pages, with "*" for any part."""

    expected: str = 'a list of origins, such as ["https://chat.example"], or ["*"]'

    def allows(self, value: object) -> bool:
        """Tell whether a value is right."""
        return isinstance(value, list | tuple) and all(
            isinstance(each, str) and _ORIGIN.fullmatch(each) for each in value
        )

    def read(self, text: str) -> object:
        """Give the value that a text means: origins with commas or blanks between."""
        return re.findall(r"[^\s,]+", text)


@dataclass(frozen=True, slots=True)
class TlsSettings:
    """TLS, which every port speaks, and the usual port for it."""

    host: str = _key(
        "", HOST, "The address to listen on; empty: that of [server].", at_start=True
    )
    port: int = _key(
        TLS_PORT, PORT, "One more port to listen on; 0: none.", at_start=True
    )
    cert: str = _key(
        "",
        FILE_PATH,
        "A file with the certificate, and with those that vouch for it, as PEM;"
        " empty: one that the server makes, beside the history.",
        at_start=True,
    )
    key: str = _key(
        "",
        FILE_PATH,
        "A file with the certificate's key; empty: it is in the same file.",
        at_start=True,
    )
    sts: bool = _key(
        False,
        YES_OR_NO,
        "Whether clients are told to come with TLS only. Never done with a"
        " certificate that is signed by itself.",
        at_start=True,
    )
    sts_days: int = _key(
        30,
        WholeNumber(0, 3650),
        "For how many days they shall remember it; 0: forget it.",
        at_start=True,
    )


@dataclass(frozen=True, slots=True)
class WebSocketSettings:
    """WebSocket, which every port speaks, and who may join by it."""

    host: str = _key(
        "", HOST, "The address to listen on; empty: that of [server].", at_start=True
    )
    port: int = _key(0, PORT, "One more port to listen on; 0: none.", at_start=True)
    origins: tuple[str, ...] = _key(
        (),
        Origins(),
        "The web pages that may join, such as https://chat.example, https://*.example"
        " or * for all. Programs may join without.",
        at_start=True,
    )
