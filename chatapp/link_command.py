"""Has the system open links to chats with chatapp: `chatapp --register-links`."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol

from chatapp.language import gettext as _
from chatapp.models.desktop.windows_links import WindowsLinks
from chatapp.models.desktop.xdg_links import CannotRegister, XdgLinks

SCHEMES = ("irc", "ircs", "chatapp")
REGISTERED = _(
    "Links that begin with irc://, ircs:// or chatapp:// open chatapp from now on."
    " To undo it: chatapp --unregister-links"
)
UNREGISTERED = _("Links do not open chatapp any more. To have them: --register-links")
NOT_REGISTERED = _("Links did not open chatapp, so there was nothing to undo.")
ONLY_FOR_APPLICATIONS = _(
    "macOS lets only programs from its Applications folder open links, and chatapp is"
    " not one of them. Copy the link and paste it into chatapp's address field, or"
    " type: chatapp 'LINK'"
)
EXIT_FAILED = 1


class Links(Protocol):
    """What a system knows of links."""

    def register(self) -> None:
        """Have links open chatapp."""

    def unregister(self) -> bool:
        """Leave links to others; tell whether they opened chatapp."""


def main(*, register: bool, links: Links | None = None) -> int:
    """Register chatapp for links, or undo it; say what was done, and give exit code."""
    links = links or links_of(sys.platform, os.environ)
    if links is None:
        return _say(ONLY_FOR_APPLICATIONS, EXIT_FAILED)
    try:
        if register:
            links.register()
            return _say(REGISTERED, 0)
        return _say(UNREGISTERED if links.unregister() else NOT_REGISTERED, 0)
    except (CannotRegister, OSError) as error:
        return _say(str(error), EXIT_FAILED)


def links_of(platform: str, environment: Mapping[str, str]) -> Links | None:
    """Give what registers links on a system; None where programs cannot do that."""
    if platform == "darwin":
        return None
    if platform == "win32":
        return WindowsLinks(SCHEMES, _command("pythonw.exe"), import_module("winreg"))
    return XdgLinks(SCHEMES, _command(), environment)


def _command(silent: str = "") -> list[str]:
    """Give how chatapp is started; what follows "--" is never taken for an option.

    Without -P Python would first look for modules in the folder in which a link is
    opened, and others may put files there.
    """
    python = Path(sys.executable)
    without_console = python.with_name(silent) if silent else python
    chosen = without_console if without_console.exists() else python
    return [str(chosen), "-P", "-m", "chatapp", "--"]


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr if code else sys.stdout)
    return code
