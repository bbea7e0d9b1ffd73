"""Has Windows open links to chats with chatapp, for this user, and undoes it.

See "Registering an Application to a URI Scheme":
https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa767914(v=vs.85)
"""

import subprocess
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

CLASSES = r"Software\Classes"
_COMMAND = r"shell\open\command"


class WindowsLinks:
    """Writes keys below HKEY_CURRENT_USER, which need no administrator."""

    def __init__(
        self, schemes: Sequence[str], command: Sequence[str], registry: Any
    ) -> None:
        """Stand ready.

        Args:
            schemes: what links begin with.
            command: the program; a link follows it.
            registry: the module winreg, which other systems do not have.
        """
        self._schemes = schemes
        self._command = f'{subprocess.list2cmdline(command)} "%1"'
        self._registry = registry

    def register(self) -> None:
        """Have links open chatapp."""
        for scheme in self._schemes:
            self._write(scheme, "", "URL:chatapp")
            self._write(scheme, "URL Protocol", "")
            self._write(rf"{scheme}\{_COMMAND}", "", self._command)

    def unregister(self) -> bool:
        """Leave links to others; tell whether any were chatapp's still."""
        own = [each for each in self._schemes if self._opens(each) == self._command]
        for scheme in own:
            with suppress(PermissionError):  # what others put there besides stays
                for part in (_COMMAND, r"shell\open", "shell", ""):
                    self._delete(rf"{scheme}\{part}".rstrip("\\"))
        return bool(own)

    def _write(self, key: str, name: str, value: str) -> None:
        registry = self._registry
        with registry.CreateKey(
            registry.HKEY_CURRENT_USER, rf"{CLASSES}\{key}"
        ) as opened:
            registry.SetValueEx(opened, name, 0, registry.REG_SZ, value)

    def _opens(self, scheme: str) -> str:
        registry = self._registry
        path = rf"{CLASSES}\{scheme}\{_COMMAND}"
        try:
            return str(registry.QueryValue(registry.HKEY_CURRENT_USER, path))
        except FileNotFoundError:
            return ""

    def _delete(self, key: str) -> None:
        registry = self._registry
        registry.DeleteKey(registry.HKEY_CURRENT_USER, rf"{CLASSES}\{key}")
