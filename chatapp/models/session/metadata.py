"""METADATA: what channels tell of themselves, as far as one follows it."""

from typing import TYPE_CHECKING

from chatapp.models.session.facts import (
    MetadataDelayed,
    MetadataFollowed,
    MetadataTold,
)
from chatapp.models.session.table import inbound
from chatapp.wire import capabilities
from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.whole_numbers import whole_number

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

COMMAND = "METADATA"
PINS = "chatapp/pins"
_USUAL_VALUE_BYTES = 300
_MOST_BYTES = "max-value-bytes"
_USUAL_DELAY = 4


def follow(session: "Session") -> None:
    """Ask to hear of the keys that one understands, now and from now on.

    Specification: https://ircv3.net/specs/extensions/metadata
    """
    session.send(COMMAND, "*", "SUB", PINS)


def value_bytes(session: "Session") -> int:
    """Tell how long a value may be here."""
    offered = session.login.offered.get(capabilities.METADATA, "")
    limits = dict(each.partition("=")[::2] for each in offered.split(","))
    text = limits.get(_MOST_BYTES, "")
    return _number(text, _USUAL_VALUE_BYTES)


@inbound.handles("METADATA", min_params=3)
def changed(session: "Session", message: Message) -> None:
    """Take in a value that was changed, or that stands when one comes in."""
    target, key, *rest = message.params
    _tell(session, target, key, rest[1] if len(rest) > 1 else "")


@inbound.handles(n.RPL_KEYVALUE, min_params=4)
def told(session: "Session", message: Message) -> None:
    """Take in a value that one has asked for, or has set."""
    target, key, *rest = message.params[1:]
    _tell(session, target, key, rest[1] if len(rest) > 1 else "")


@inbound.handles(n.RPL_KEYNOTSET, min_params=3)
def not_set(session: "Session", message: Message) -> None:
    """Take in that there is no value, or none any more."""
    _tell(session, message.params[1], message.params[2], "")


@inbound.handles(n.RPL_METADATASUBOK, min_params=2)
def followed(session: "Session", message: Message) -> None:
    """Take in that one hears of pins from now on."""
    if PINS in " ".join(message.params[1:]).lower().split():
        session.emit(MetadataFollowed())


@inbound.handles(n.RPL_METADATASYNCLATER, min_params=2)
def told_later(session: "Session", message: Message) -> None:
    """Take in that one is to ask a little later, as in channels with many people."""
    seconds = _number("".join(message.params[2:3]), _USUAL_DELAY)
    session.emit(MetadataDelayed(message.params[1], seconds))


def _number(text: str, usual: int) -> int:
    number = whole_number(text)
    return usual if number is None else number


def _tell(session: "Session", target: str, key: str, value: str) -> None:
    if key.lower() == PINS:
        session.emit(MetadataTold(target, value))
