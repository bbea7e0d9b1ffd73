"""Tells whoever asked about each kind of event."""

import logging
from collections.abc import Callable
from typing import TypeVar, cast

from chatapp.models.events import Event, FrameEnded
from chatapp.models.program.failures import log_failure

log = logging.getLogger(__name__)

Kind = TypeVar("Kind", bound=Event)
Listener = Callable[[Event], None]


class EventBus:
    """Carries events from the models to the controllers, on the main thread."""

    def __init__(self, on_publish: Callable[[], None] | None = None) -> None:
        """Call `on_publish` after each event but FrameEnded: there is news to draw."""
        self._on_publish = on_publish
        self._listeners: dict[type, list[Listener]] = {}

    def subscribe(
        self, kind: type[Kind], callback: Callable[[Kind], None]
    ) -> Callable[[], None]:
        """Call back for every event of this kind; the result ends that."""
        listeners = self._listeners.setdefault(kind, [])
        listener = cast("Listener", callback)
        listeners.append(listener)

        def unsubscribe() -> None:
            if listener in listeners:
                listeners.remove(listener)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tell everybody who asked; one who fails does not keep it from the others."""
        for listener in tuple(self._listeners.get(type(event), ())):
            try:
                listener(event)
            except Exception as error:  # noqa: BLE001 - the others shall be told
                kind = type(event).__name__
                log_failure(log, f"A listener of {kind} failed", error)
        if self._on_publish and not isinstance(event, FrameEnded):
            self._on_publish()
