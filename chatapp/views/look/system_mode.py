"""Asks the system, where that is cheap, whether its windows are dark or light."""

import os
import subprocess
import sys
from pathlib import Path

_WINDOWS_KEY = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
_MAC_QUESTION = ("/usr/bin/defaults", "read", "-g", "AppleInterfaceStyle")


def system_is_dark() -> bool | None:
    """Tell whether the system is dark; None where it does not say."""
    if sys.platform == "win32":
        return _windows_is_dark()
    if sys.platform == "darwin":
        return _mac_is_dark()
    return _desktop_is_dark()


def _windows_is_dark() -> bool | None:
    if sys.platform != "win32":
        return None
    import winreg  # noqa: PLC0415 - there is none elsewhere

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:
            light, _ = winreg.QueryValueEx(key, "AppsUseLightTheme")
    except OSError:
        return None
    return not light


def _mac_is_dark() -> bool | None:
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed command, by its full path
            _MAC_QUESTION, capture_output=True, text=True, timeout=1, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.strip() == "Dark"


def _desktop_is_dark() -> bool | None:
    """Ask what GTK and KDE write down; their services would take too long to answer."""
    theme = os.environ.get("GTK_THEME", "")
    if theme:
        return "dark" in theme.lower()
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    wanted = _setting(folder / "gtk-4.0/settings.ini", "Settings", _GTK_DARK)
    wanted = wanted or _setting(folder / "gtk-3.0/settings.ini", "Settings", _GTK_DARK)
    if wanted:
        return wanted.lower() in ("1", "true")
    scheme = _setting(folder / "kdeglobals", "General", "ColorScheme")
    return "dark" in scheme.lower() if scheme else None


_GTK_DARK = "gtk-application-prefer-dark-theme"


def _setting(file: Path, section: str, key: str) -> str:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    # The first window waits for this, and most systems have no such file.
    from configparser import ConfigParser, Error  # noqa: PLC0415

    settings = ConfigParser(interpolation=None, strict=False)
    try:
        settings.read_string(text)
    except Error:
        return ""
    return settings.get(section, key, fallback="")
