"""Reads the settings anew while the server runs, and tells its parts of other ones."""

from collections.abc import Callable

from server.settings.file import WrongSetting
from server.settings.settings import Settings

Taker = Callable[[Settings], None]


class Configuration:
    """Where the settings come from, and who must know when they change."""

    def __init__(self, load: Callable[[], Settings]) -> None:
        """Read settings so; it may take a while, and raise WrongSetting."""
        self._load = load
        self._takers: list[Taker] = []

    def tell(self, taker: Taker) -> None:
        """Let a part know of other settings, from now on."""
        self._takers.append(taker)

    def load(self) -> Settings | str:
        """Read the settings anew; or give what is wrong with them."""
        try:
            return self._load()
        except WrongSetting as wrong:
            return str(wrong)

    def take(self, settings: Settings) -> None:
        """Let all parts know of other settings."""
        for take in self._takers:
            take(settings)
