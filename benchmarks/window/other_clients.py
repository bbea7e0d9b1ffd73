"""Other people's chat programs, each with a home of its own and no account."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from benchmarks.window.program import Program
from tools.process_group import end_group

ORDINARY_USER = "nobody"
BUS = "dbus-daemon"
# Nobody reads their windows aloud, and they keep no settings.
QUIET = {"NO_AT_BRIDGE": "1", "GTK_A11Y": "none", "GSETTINGS_BACKEND": "memory"}


@dataclass(frozen=True, slots=True)
class Client:
    """A chat program that may be installed here."""

    name: str
    command: tuple[str, ...]
    window_class: str
    needs: tuple[str, ...] = ()

    def missing(self) -> str:
        """Say what it lacks to be measured; nothing where it lacks nothing."""
        lacking = [it for it in (self.command[0], *self.needs) if not shutil.which(it)]
        if not lacking:
            return ""
        return f"{self.name} is not measured; missing here: {', '.join(lacking)}."


CLIENTS = (
    Client("HexChat", ("hexchat",), "hexchat"),
    Client("Dino", ("dino-im",), "dino", (BUS,)),
    Client("Gajim", ("gajim",), "gajim", (BUS,)),
)


@contextmanager
def desk(folder: Path, display: str) -> Iterator["Desk"]:
    """Where they are started: a home, and a session's bus where there can be one.

    To root they show no more than that they refuse to run, so another starts them then.
    """
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DBUS_"))}
    home = folder / "home"
    home.mkdir(parents=True, mode=0o700)
    places = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    environment = {**ours, **QUIET, **places, "DISPLAY": display}
    if os.geteuid() != 0:
        user = group = None
    else:
        ordinary = pwd.getpwnam(ORDINARY_USER)
        user, group = ordinary.pw_uid, ordinary.pw_gid
        os.chown(home, user, group)
    at = Desk(environment, user, group)
    if not shutil.which(BUS):
        yield at
        return
    with at.bus() as address:
        yield Desk({**environment, "DBUS_SESSION_BUS_ADDRESS": address}, user, group)


@dataclass(frozen=True, slots=True)
class Desk:
    """The environment of other people's programs, and who starts them."""

    environment: dict[str, str]
    user: int | None
    group: int | None

    def program(self, client: Client) -> Program:
        """Tell how a client is started here."""
        return Program(
            client.name,
            client.window_class,
            client.command,
            self.environment,
            self.user,
            self.group,
        )

    @contextmanager
    def bus(self) -> Iterator[str]:
        """Run a session's bus until the block is left; give its address."""
        daemon = subprocess.Popen(
            (BUS, "--session", "--nofork", "--print-address"),
            env=self.environment,
            user=self.user,
            group=self.group,
            extra_groups=None if self.user is None else [],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
        output = cast(IO[bytes], daemon.stdout)
        try:
            yield output.readline().decode().strip()
        finally:
            end_group(daemon)
            output.close()
