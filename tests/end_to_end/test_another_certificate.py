"""A server that comes back with another certificate, in real windows."""

from pathlib import Path

import pytest

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.headless_process import fingerprint_at
from tests.end_to_end.server_process import ServerProcess
from tools.visitor import Visitor
from tools.window import Window

NOT_SENT = "not for anybody else"


@pytest.fixture
def offline(sign_in: OpenWindow, server: ServerProcess) -> Window:
    """A window that has lost its server, and has something that waits."""
    window = sign_in("noor")
    server.kill()
    window.wait_for("Trying again in")
    window.write(NOT_SENT)
    window.wait_for(NOT_SENT)
    return window


def be_another(window: Window, server: ServerProcess, tmp_path: Path) -> Window:
    """Have another server answer the window."""
    (certificate,) = (tmp_path / "server").rglob("tls.pem")
    certificate.unlink()
    server.start()
    window.wait_for("This is not the server that answered", "Compare")
    return window


@pytest.fixture
def window(offline: Window, server: ServerProcess, tmp_path: Path) -> Window:
    """A window whose server is another one now."""
    return be_another(offline, server, tmp_path)


@pytest.fixture
def opened_offline(
    offline: Window, open_window: OpenWindow, server: ServerProcess, tmp_path: Path
) -> Window:
    """The same, which was opened while no server answered."""
    offline.close()
    again = open_window("noor", "--connect")
    again.wait_for(NOT_SENT, "Trying again in")
    return be_another(again, server, tmp_path)


def test_what_waits_goes_to_a_new_certificate_only_when_somebody_says_so(
    opened_offline: Window, server: ServerProcess
) -> None:
    window = opened_offline
    with Visitor(server.port, "kofi") as visitor:
        window.press("Compare")
        window.wait_for("Known until now", "Answers now")
        window.press("Stay away")
        window.wait_for("Trying again in", "noor, not signed in")
        window.press("Compare")
        window.wait_for("Answers now")
        window.press("Trust the new one")

        visitor.wait_for(lambda message: message.trailing == NOT_SENT)

    window.wait_for("Connected")


def test_a_new_invitation_to_the_server_one_is_on_leads_there(
    window: Window, server: ServerProcess
) -> None:
    pin = fingerprint_at(server.port)
    window.write(f"/server ircs://127.0.0.1:{server.port}/?fp={pin.hex}")
    window.wait_for("This invitation names another certificate", "Invited to")
    window.press("Trust the new one")

    window.wait_for("Connected")
    window.write("and here we are")
    window.wait_for("and here we are", NOT_SENT)


@pytest.mark.parametrize("opened", ["open_window", "sign_in"])
def test_where_it_cannot_be_read_which_servers_are_known_each_page_says_so(
    opened: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    broken = tmp_path / "noor" / "config" / "known_servers.toml"
    broken.parent.mkdir(parents=True)
    broken.write_text("[[servers\n")

    window = request.getfixturevalue(opened)("noor")

    window.wait_for("By what certificates you know your servers could not be read.")


def test_the_server_one_is_on_is_said_to_be_it_and_the_box_keeps_the_keyboard(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    window = sign_in("noor")

    window.write(f"/server 127.0.0.1:{server.port}")
    window.wait_for("You are on", "already")
    window.write("typed on, without a click")

    window.wait_for("typed on, without a click")
