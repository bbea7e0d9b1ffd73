"""Links on Windows, with a registry that is none."""

from contextlib import contextmanager

import pytest

from chatapp.models.desktop.windows_links import WindowsLinks

OPEN = r"Software\Classes\irc\shell\open\command"
COMMAND = r'"C:\Program Files\pythonw.exe" -m chatapp -- "%1"'


class FakeRegistry:
    """Keeps keys and values as winreg does for one user."""

    HKEY_CURRENT_USER = "user"
    REG_SZ = 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str]] = {}

    @contextmanager
    def CreateKey(self, _root, path):  # noqa: N802 - named as in winreg
        parts = path.split("\\")
        for end in range(3, len(parts) + 1):
            self.keys.setdefault("\\".join(parts[:end]), {})
        yield path

    def SetValueEx(self, key, name, _reserved, _kind, value):  # noqa: N802 - as above
        self.keys[key][name] = value

    def QueryValue(self, _root, path):  # noqa: N802 - as above
        if path not in self.keys:
            raise FileNotFoundError
        return self.keys[path].get("", "")

    def DeleteKey(self, _root, path):  # noqa: N802 - as above
        if any(key.startswith(f"{path}\\") for key in self.keys):
            raise PermissionError
        del self.keys[path]


@pytest.fixture
def registry() -> FakeRegistry:
    return FakeRegistry()


@pytest.fixture
def links(registry) -> WindowsLinks:
    command = [r"C:\Program Files\pythonw.exe", "-m", "chatapp", "--"]
    return WindowsLinks(["irc", "chatapp"], command, registry)


def test_links_open_chatapp(links, registry):
    links.register()

    assert registry.keys[OPEN] == {"": COMMAND}
    scheme = registry.keys[r"Software\Classes\irc"]
    assert scheme == {"": "URL:chatapp", "URL Protocol": ""}


def test_it_is_undone_wholly(links, registry):
    links.register()

    assert links.unregister()

    assert registry.keys == {}


def test_links_that_open_another_program_meanwhile_stay_its_own(links, registry):
    links.register()
    registry.keys[OPEN][""] = "another.exe"

    links.unregister()

    assert registry.keys[OPEN] == {"": "another.exe"}
    assert r"Software\Classes\chatapp" not in registry.keys


def test_what_others_put_there_besides_stays(links, registry):
    links.register()
    registry.keys[r"Software\Classes\irc\DefaultIcon"] = {"": "other.ico"}

    links.unregister()

    assert OPEN not in registry.keys
    assert r"Software\Classes\irc\DefaultIcon" in registry.keys


def test_undoing_what_was_never_done_changes_nothing(links, registry):
    assert not links.unregister()

    assert registry.keys == {}
