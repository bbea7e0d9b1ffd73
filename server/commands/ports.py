"""What commands need of the parts above them, as `app` gives it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from server.clock import Clock
from server.sequence import References
from server.sequence import Sequence as Numbers
from server.settings import Settings
from server.world.events import ChatMessage
from server.world.page import Page
from server.world.world import World


class History(Protocol):
    """Reads what was said. Only a job that runs on a worker may use it."""

    def newest(self, page: Page) -> Sequence[ChatMessage]:
        """Give a page's messages, the oldest first."""


class Store(Protocol):
    """What is known of the recording of events."""

    @property
    def is_failing(self) -> bool:
        """Whether the last attempt to record failed."""

    def forget(self, target: str, before: int) -> None:
        """Delete, when there is time, what was said to a target before a number."""


@dataclass(frozen=True, slots=True)
class Services:
    """What every command may use."""

    world: World
    settings: Settings
    clock: Clock
    numbers: Numbers
    references: References
    store: Store
    storage_id: str
    version: str
    started_at: int
