"""Sentences about how safe a connection is, and by what servers are known."""

from chatapp.language import gettext as _

ENCRYPTED = _("Encrypted")
NOT_ENCRYPTED = _("Not encrypted")
COMPARE = _("Compare")
COPY_WORDS = _("Copy")
CLOSE = _("Close")
TRUST_NEW = _("Trust the new one")
STAY_AWAY = _("Stay away")
ANOTHER_SERVER = _("This is not the server you know")
NOT_OF_INVITATION = _("This is not the server of this invitation")
NOT_AS_ANNOUNCED = _("This is not the server that is announced here")
INVITED_ANEW = _("This invitation names another certificate")
INVITED_TO = _("Invited to")
ANNOUNCED_AS = _("Announced as")
KNOWN_BEFORE = _("Known until now")
ANSWERS_NOW = _("Answers now")
VOUCHED_FOR = _(
    "A public authority vouches that this server is the one with this name. What you"
    " write and read can be read by nobody on the way."
)
KNOWN_AGAIN = _(
    "This is the server that you know, or were invited to. What you write and read can"
    " be read by nobody on the way."
)
TO_COMPARE = _(
    "What you write and read can be read by nobody on the way, if whoever runs the"
    " server sees the same words: in their window, with the same picture, or where"
    " chatapp-server was started. Compare them once: from then on nobody else can pose"
    " as this server."
)


def known_by(name: str) -> str:
    """Head the card that shows a server's fingerprint."""
    return _("{name} is known by this").format(name=name)


def first_time_here(name: str) -> str:
    """Say that a server was met for the first time, and is known from then on."""
    return _(
        "You are here for the first time. From now on the server {name} is known "
        "by its certificate, and no other can take its place."
    ).format(name=name)


def plain_connection(host: str) -> str:
    """Say what it means that a connection is not encrypted."""
    return _(
        "The server at {host} speaks no TLS: whoever is on this "
        "network could read along. Say nothing here that is not for "
        "everybody, and ask whoever runs the server to turn TLS on."
    ).format(host=host)


def another_server(host: str, port: int) -> str:
    """Warn that another server answers than the one that was known."""
    return _(
        "At {host} port {port} another server answers than the one you "
        "know. Somebody may be posing as it. Nothing was sent. Ask "
        "whoever runs the chat: only if its certificate was made anew, "
        "and the right picture and words are the same there, trust it. "
        "The best way is a new invitation."
    ).format(host=host, port=port)


def another_certificate(host: str, port: int) -> str:
    """Ask whether an invitation is to the server that one knows by another one."""
    return _(
        "You know the server at {host} port {port} by another certificate than the one "
        "of this invitation. Nothing was sent. Trust the new one only if the "
        "invitation comes from whoever runs the chat, and its certificate was made "
        "anew: what you wrote for the server and is not sent yet goes there then."
    ).format(host=host, port=port)


def another_than_invited(host: str, port: int) -> str:
    """Warn that another server answers than the one that an invitation names."""
    return _(
        "At {host} port {port} another server answers than the one of "
        "this invitation. Somebody may be posing as it. Nothing was "
        "sent. Ask whoever invited you for a new invitation: trust "
        "this server only if the right picture and words are the same "
        "there."
    ).format(host=host, port=port)


def another_than_announced(host: str, port: int) -> str:
    """Warn that another server answers than the one that is announced at a place."""
    return _(
        "At {host} port {port} another server answers than the one "
        "that is announced there, which you have met elsewhere. Either "
        "of the two may be somebody who poses as it. Nothing was sent. "
        "Ask whoever runs the chat for an invitation: trust this "
        "server only if the right picture and words are the same there."
    ).format(host=host, port=port)
