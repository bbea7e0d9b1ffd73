"""Has Linux open links to chats with chatapp, and undoes it.

Specifications: https://specifications.freedesktop.org/desktop-entry-spec and
https://specifications.freedesktop.org/mime-apps-spec
"""

import logging
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from chatapp.language import gettext as _

log = logging.getLogger(__name__)

DESKTOP_FILE = "chatapp.desktop"
SECONDS = 20.0
_PLAIN = re.compile(r"[A-Za-z0-9_@%+=:,./-]+")
_ESCAPED = re.compile(r'(["`$\\])')

Which = Callable[[str], str | None]
Run = Callable[..., object]


class CannotRegister(Exception):
    """The system does not let itself be told; the sentence says what to do."""


class XdgLinks:
    """Writes an entry for this user alone, and makes it the one for these links."""

    def __init__(
        self,
        schemes: Sequence[str],
        command: Sequence[str],
        environment: Mapping[str, str],
        which: Which = shutil.which,
        run: Run = subprocess.run,
    ) -> None:
        """Stand ready; `command` is the program, and a link follows it."""
        self._types = [f"x-scheme-handler/{scheme}" for scheme in schemes]
        self._command = command
        self._which = which
        self._run = run
        home = Path(environment.get("HOME") or Path.home())
        data = environment.get("XDG_DATA_HOME") or home / ".local" / "share"
        self._config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        self._applications = Path(data) / "applications"

    def register(self) -> None:
        """Have links open chatapp.

        Raises:
            CannotRegister: with one sentence.
        """
        if not self._which("xdg-mime"):
            raise CannotRegister(
                _(
                    "Install xdg-utils, by which programs say what they open, and then"
                    " do this again. On Debian or Ubuntu: sudo apt install xdg-utils."
                )
            )
        try:
            self._applications.mkdir(parents=True, exist_ok=True)
            entry = self._entry()
            (self._applications / DESKTOP_FILE).write_text(entry, encoding="utf-8")
            self._tell("xdg-mime", "default", DESKTOP_FILE, *self._types)
        except (OSError, subprocess.SubprocessError) as error:
            raise CannotRegister(
                _(
                    "Links could not be registered ({reason}). Check that you may write"
                    " in {folder}, and do this again."
                ).format(reason=error, folder=self._applications)
            ) from error
        self._renew()

    def unregister(self) -> bool:
        """Have links open what they opened before; tell whether they opened chatapp.

        Raises:
            CannotRegister: with one sentence.
        """
        try:
            entry = self._applications / DESKTOP_FILE
            was_registered = entry.exists()
            entry.unlink(missing_ok=True)
            for folder in (self._config, self._applications):
                was_registered |= self._forget(folder / "mimeapps.list")
        except OSError as error:
            raise CannotRegister(
                _(
                    "Links are registered still ({reason}). Check that you may write in"
                    " {folder} and {file}, and do this again."
                ).format(reason=error, folder=self._applications, file=self._config)
            ) from error
        if was_registered:
            self._renew()
        return was_registered

    def _entry(self) -> str:
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Name=chatapp",
            "Comment=A chat for people in one place",
            f"Exec={' '.join(map(_quote, self._command))} %u",
            "Terminal=false",
            "Categories=Network;InstantMessaging;",
            f"MimeType={';'.join(self._types)};",
        )
        return "\n".join(lines) + "\n"

    def _renew(self) -> None:
        """Have the desktop notice; one that has no such program looks by itself."""
        if self._which("update-desktop-database"):
            with suppress(OSError, subprocess.SubprocessError):
                self._tell("update-desktop-database", str(self._applications))

    def _tell(self, *words: str) -> None:
        self._run(
            words, check=True, timeout=SECONDS, stdin=subprocess.DEVNULL, text=True
        )

    def _forget(self, path: Path) -> bool:
        """Take chatapp out of a list of which program opens what, if it is there."""
        if not path.exists():
            return False
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [kept for line in lines if (kept := self._without(line)) is not None]
        if kept != lines:
            path.write_text("\n".join(kept) + "\n", encoding="utf-8")
        return kept != lines

    def _without(self, line: str) -> str | None:
        """Give a line without chatapp; None where nothing else is left of it."""
        kind, equals, programs = line.partition("=")
        if not equals or kind.strip() not in self._types:
            return line
        listed = [each.strip() for each in programs.split(";") if each.strip()]
        others = [each for each in listed if each != DESKTOP_FILE]
        if others == listed:
            return line
        return f"{kind}={';'.join(others)};" if others else None


def _quote(word: str) -> str:
    """Write a word as it has to stand in Exec."""
    escaped = word.replace("%", "%%")
    if _PLAIN.fullmatch(word):
        return escaped
    quoted = _ESCAPED.sub(r"\\\1", escaped)
    # The value of a key is a string with escapes of its own.
    return '"' + quoted.replace("\\", "\\\\") + '"'
