"""What commands need of the parts above them, as `app` gives it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from server.clock import Clock
from server.commands.credentials import Credentials
from server.commands.login_attempts import LoginAttempts
from server.seldom import Seldom
from server.sequence import References
from server.sequence import Sequence as Numbers
from server.settings.settings import Settings
from server.world.chat_message import ChatMessage
from server.world.notes import Note
from server.world.page import Page, PastLine, Sought, Stretch, Surroundings
from server.world.search import Search
from server.world.world import World

if TYPE_CHECKING:
    from server.commands.welcome import Welcome

Line = ChatMessage | PastLine
"""What a history consists of: what was said, and what happened."""


class History(Protocol):
    """Reads what was said. Only a job that runs on a worker may use it."""

    def page(self, page: Page) -> Sequence[Line]:
        """Give a page's lines, the oldest first."""

    def surroundings(self, asked: Surroundings) -> Sequence[Line]:
        """Give the lines around an edge, the oldest first."""

    def stretch(self, asked: Stretch) -> Sequence[Line]:
        """Give the lines from one edge on towards another, the oldest first."""

    def line(self, target: str, sequence: int) -> Line | None:
        """Give the line of this number, if a conversation has it."""

    def find(self, sought: Sought) -> ChatMessage | None:
        """Give the message that its sender repeats, if it is there."""

    def talks_of(self, identity: str) -> Mapping[str, str]:
        """Give with whom one talked lately: identities by the keys of their nicks."""

    def search(self, search: Search) -> Sequence[ChatMessage]:
        """Give what a search finds, the oldest first."""

    def latest_times(self, targets: Sequence[tuple[str, int]]) -> Sequence[int | None]:
        """Give, for each target from a number on, when the last word was said."""


class Store(Protocol):
    """What is known of the recording of events."""

    @property
    def is_failing(self) -> bool:
        """Whether the last attempt to record failed."""

    def note(self, notes: Sequence[Note]) -> None:
        """Write, some time soon, what nobody waits for."""


class Security(Protocol):
    """What is known of the server's TLS; a reload may change it."""

    @property
    def fingerprint(self) -> str:
        """The SHA-256 digest of the certificate, as people compare it."""

    @property
    def promises_tls(self) -> bool:
        """Whether clients may be told to come with TLS only (STS)."""


class Configuration(Protocol):
    """Where the settings come from, and who else must know of others."""

    def load(self) -> Settings | str:
        """Read the settings anew, on a worker; or give what is wrong with them."""

    def take(self, settings: Settings) -> None:
        """Let those parts know of other settings that are above the commands."""


@dataclass(slots=True)
class Services:
    """What every command may use.

    `settings` are others after a REHASH. `attempts` counts passwords that were tried,
    `new_accounts` accounts that were made. `places` are the
    addresses and ports that are listened on, and `is_announced` tells whether the local
    network hears of them; `ask_to_end` has the server end soon. `welcome` is
    kept for who comes next.
    """

    world: World
    settings: Settings
    clock: Clock
    numbers: Numbers
    references: References
    credentials: Credentials
    attempts: LoginAttempts
    new_accounts: LoginAttempts
    limit_notices: Seldom
    security: Security
    configuration: Configuration
    store: Store
    storage_id: str
    version: str
    started_at: int
    places: tuple[tuple[str, int], ...] = ()
    is_announced: bool = False
    ask_to_end: Callable[[], None] = lambda: None
    welcome: "Welcome | None" = None

    @property
    def lets_in_only_invited(self) -> bool:
        """Whether accounts, operators and who is invited come in, and nobody else.

        The settings say so, until an operator has decided it.
        """
        decided = self.world.invitations.only
        return self.settings.server.invited_only if decided is None else decided
