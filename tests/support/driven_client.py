"""Runs a client without a window, and does with it what standard input orders.

Each order is a line of JSON, and so is each thing it tells on standard output. Usage:
python -m tests.support.driven_client FOLDER PORT NICK
"""

import json
import sys
import threading
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from chatapp.models.program import patience
from tests.support.headless import HeadlessClient
from tests.support.main_loop import MainLoop

SPEED = 20.0
SECONDS_BETWEEN_LOOKS = 1.0


def tell(kind: str, told: object) -> None:
    """Say one thing; who reads it may be killed, or be gone."""
    sys.stdout.write(json.dumps({"kind": kind, "told": told}) + "\n")
    sys.stdout.flush()


class DrivenClient:
    """Carries out orders on the main loop."""

    def __init__(self, folder: Path, port: int, nick: str) -> None:
        self._loop = MainLoop(SPEED)
        self._client = HeadlessClient(self._loop, folder, port, nick)
        self._client.on_told = tell
        self._is_over = False
        self._scroll_up()

    def run(self) -> None:
        """Obey until standard input ends."""
        threading.Thread(target=self._listen, name="orders", daemon=True).start()
        while not self._is_over:
            self._loop.step()
        self._client.close()
        self._loop.close()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._client.post(partial(self._obey, json.loads(line)))
        self._client.post(self._end)

    def _obey(self, order: dict[str, Any]) -> None:
        if "write" in order:
            self._client.write(order["write"])
        else:
            witness = asdict(self._client.witness())
            tell("witness", witness | {"unsettled": self._client.unsettled()})

    def _end(self) -> None:
        self._is_over = True

    def _scroll_up(self) -> None:
        self._client.scroll_up()
        self._loop.call_later(SECONDS_BETWEEN_LOOKS, self._scroll_up)


def main() -> None:
    """Run one client."""
    folder, port, nick = sys.argv[1:]
    patience.HANGS_AFTER *= SPEED  # its time runs so fast, its disk does not
    DrivenClient(Path(folder), int(port), nick).run()


if __name__ == "__main__":
    main()
