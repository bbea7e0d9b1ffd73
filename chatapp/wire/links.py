"""Tells where a link really leads, whatever it looks like."""

import re

_MIDDLE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//([^/?#\\]*)", re.IGNORECASE)
_PORT = re.compile(r":\d*$")


def link_target(link: str) -> str:
    """Give where a link leads: one without a scheme leads to the web."""
    return f"http://{link}" if link[:4].lower() == "www." else link


def host_of(link: str) -> str:
    """Give the host that a link leads to, as the network has it; "" if there is none.

    Letters that are not of ASCII may look like others, so they are written as the name
    system does (https://www.rfc-editor.org/rfc/rfc5891, "xn--" and what follows).
    """
    match = _MIDDLE.match(link)
    host = match[1] if match else re.split(r"[/?#\\]", link, maxsplit=1)[0]
    host = _PORT.sub("", host.rpartition("@")[2])
    return ".".join(map(_label, re.split("[.\u3002\uff0e\uff61]", host))).lower()


def hidden_host(link: str) -> str:
    """Give the host of a link that does not plainly show it, else ""."""
    match = _MIDDLE.match(link)
    shown = match[1] if match else re.split(r"[/?#\\]", link, maxsplit=1)[0]
    return "" if shown.isascii() and "@" not in shown else host_of(link)


def _label(label: str) -> str:
    if label.isascii():
        return label
    try:
        return label.encode("idna").decode()
    except UnicodeError:
        return "xn--" + label.encode("punycode").decode()
