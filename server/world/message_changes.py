"""How events about messages, and what belongs to them, change the world."""

from typing import TYPE_CHECKING, Any

from server.world.metadata import (
    MetadataSet,
    SubscriptionsChanged,
    put_value_back,
    set_value,
    subscribe,
)
from server.world.multiline import BatchChanged, take_batch
from server.world.read_markers import ReadMarkerSet, put_marker_back, set_marker
from server.world.redaction import MessageRedacted, put_words_back, redact

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.world.events import Event
    from server.world.world import World

MESSAGE_CHANGES: "dict[type[Event], Callable[[World, Any], tuple[Event, ...]]]" = {
    BatchChanged: take_batch,
    MetadataSet: set_value,
    SubscriptionsChanged: subscribe,
    ReadMarkerSet: set_marker,
    MessageRedacted: redact,
}

MESSAGE_UNDOINGS: "dict[type[Event], Callable[[World, Any], None]]" = {
    MetadataSet: put_value_back,
    MessageRedacted: put_words_back,
    ReadMarkerSet: put_marker_back,
}
