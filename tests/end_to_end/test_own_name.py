"""One's name is one's own: without doing anything, in all windows and computers."""

import time
import tomllib
from pathlib import Path

from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.invite_link import InviteLink
from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess

PATIENCE = 30.0


def wait_for_account(folder: Path) -> dict[str, str]:
    """Give what a window keeps of its account, once the server has made that."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for file in (folder / "data" / "accounts").glob("*.toml"):
            kept = tomllib.loads(file.read_text())
            if kept["proved"]:
                return kept
    raise AssertionError("No account was made.")


def link_of(kept: dict[str, str], port: int) -> str:
    """Write the link that makes another computer the same person's."""
    fingerprint = Fingerprint.parse(kept["server"])
    return InviteLink(
        "127.0.0.1",
        port,
        fingerprint=fingerprint,
        account=kept["account"],
        secret=kept["secret"],
    ).render()


def test_a_name_belongs_to_who_came_with_it_first(
    sign_in: OpenWindow, open_window: OpenWindow, server: ServerProcess, tmp_path: Path
) -> None:
    sign_in("noor")
    wait_for_account(tmp_path / "noor")

    address = ("--server", "127.0.0.1", "--port", str(server.port))
    thief = open_window("thief", *address, "--username", "noor", "--connect")

    thief.wait_for("noor belongs to somebody else here.")


def test_two_windows_of_one_person_are_one_in_the_rail(
    sign_in: OpenWindow, tmp_path: Path
) -> None:
    first = sign_in("noor")
    wait_for_account(tmp_path / "noor")
    second, anna = sign_in("noor"), sign_in("anna")
    anna.wait_for("HERE — 2")

    first.write("Said in the first window")
    second.wait_for("Said in the first window", "HERE — 2", "You")

    anna.wait_for("Said in the first window")
    assert anna.order("texts").count("noor") == 1


def test_a_link_makes_another_computer_the_same_persons(
    sign_in: OpenWindow, open_window: OpenWindow, server: ServerProcess, tmp_path: Path
) -> None:
    laptop = sign_in("noor")
    link = link_of(wait_for_account(tmp_path / "noor"), server.port)
    desktop = open_window("desktop")

    desktop.order("type", text=link, key="Tab")
    shown = desktop.order("form")[2]
    desktop.press("Sign in")
    desktop.wait_for("Message #lobby", "signed in as noor", "HERE — 1")
    desktop.write("From the desktop")

    laptop.wait_for("From the desktop", "HERE — 1")
    assert shown == "noor"
    assert wait_for_account(tmp_path / "desktop")["account"] == "noor"


def test_a_name_can_be_asked_to_be_used_elsewhere(
    sign_in: OpenWindow, tmp_path: Path
) -> None:
    window = sign_in("noor")
    wait_for_account(tmp_path / "noor")

    window.press("signed in as noor")
    window.wait_for("Use it on another computer")
    window.press("Use it on another computer")

    window.wait_for("Only this computer has the address that you signed in by")


def test_a_restarted_window_proves_its_name_and_keeps_it(
    sign_in: OpenWindow, tmp_path: Path
) -> None:
    window = sign_in("noor")
    kept = wait_for_account(tmp_path / "noor")
    window.close()

    again = sign_in("noor")
    again.wait_for("HERE — 1")

    assert wait_for_account(tmp_path / "noor") == kept
    assert not again.shows("as a guest")
