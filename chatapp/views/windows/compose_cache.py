"""Has X11 keep what it has read of its Compose file, so that Tk starts sooner.

That file tells which keys make which letter together: half a megabyte, which Tk has
read twice at each start. X11's library keeps it ready to use where it has a folder
for that, but not for root. It does not notice when a file changes that is included by
another one, so a file of one's own is read as ever.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chatapp.views.look.variable import variable

log = logging.getLogger(__name__)

FOLDER = "compose"
_VARIABLE = "XCOMPOSECACHE"
_CHOSEN = (_VARIABLE, "XCOMPOSEFILE")
_OWN_FILE = ".XCompose"


@contextmanager
def compose_cache(directory: Path) -> Iterator[None]:
    """Let Tk, started meanwhile, keep the Compose file in a folder in `directory`."""
    if not _is_wanted():
        yield
        return
    folder = directory / FOLDER
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        log.warning("No Compose file can be kept: %s", error.strerror)
        yield
        return
    with variable(_VARIABLE, str(folder)):
        yield


def _is_wanted() -> bool:
    """Tell whether X11 is there, and reads the system's file as the system has it."""
    if sys.platform in ("win32", "darwin") or any(it in os.environ for it in _CHOSEN):
        return False
    return not Path(os.environ.get("HOME", "/"), _OWN_FILE).exists()
