"""Listens to what answers at a port when it is asked in IRC."""

import re
import time
from collections.abc import Callable

from chatapp.language import gettext as _
from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.connection.handshake import Secured
from chatapp.models.events import Problem

SECONDS = 4.0
_QUESTION = b"CAP LS 302\r\n\r\n"
_MOST_BYTES = 4096
_IRC = re.compile(
    rb"(?:@\S+ +)?(?::\S+ +(?:\d{3}|[A-Z]+)|CAP|NOTICE|ERROR|PING|FAIL) \S", re.I
)
_OTHERS = (
    (re.compile(rb"SSH-"), _("an SSH server, with which computers are looked after")),
    (re.compile(rb"HTTP/|\s*<(?:!doctype|html)", re.I), _("a web server")),
    (re.compile(rb"220[ -].*FTP", re.I), _("a server for files (FTP)")),
    (re.compile(rb"220[ -]|\+OK|\* OK"), _("a mail server")),
    (re.compile(rb"RFB \d"), _("a shared screen (VNC)")),
    (
        re.compile(rb".{3}\0.{0,2}[\d.]+.*(?:mysql|mariadb)", re.I | re.S),
        _("a database"),
    ),
    (re.compile(rb"-ERR"), _("a database (Redis)")),
)


def listen(talk: Callable[[], Secured]) -> bytes:
    """Ask in IRC, and give the beginning of the answer; b"" if there is none.

    Raises:
        CouldNotConnect: nobody is there, or it ends the connection at once.
    """
    secured = talk()
    deadline = time.monotonic() + SECONDS
    heard = b""
    with secured.connected:
        try:
            secured.stream.sendall(_QUESTION)
            while b"\n" not in heard and len(heard) < _MOST_BYTES:
                secured.connected.settimeout(max(0.01, deadline - time.monotonic()))
                data = secured.stream.recv(_MOST_BYTES)
                if not data:
                    break
                heard += data
        except TimeoutError:
            return heard
        except OSError as error:
            if not heard:
                raise CouldNotConnect(Problem.LOST, error.strerror or "") from error
    return heard


def is_chat(heard: bytes) -> bool:
    """Tell whether an answer is IRC."""
    return _IRC.match(heard) is not None


def recognise(heard: bytes) -> str:
    """Name in words what gives an answer that is no IRC; "" for what is unknown."""
    return next((name for shape, name in _OTHERS if shape.match(heard)), "")
