"""Each thing that can go wrong at a sign-in is said at its field."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tests.support.ports import closed_port
from tools.window import Window

TLS_HANDSHAKE = b"\x16"


@contextmanager
def answering(*lines: str, close: bool = False) -> Iterator[int]:
    """A server without TLS that says the same to everybody; its port."""
    done = threading.Event()

    def serve(listener: socket.socket) -> None:
        while not done.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                if connection.recv(4096).startswith(TLS_HANDSHAKE):
                    continue
                connection.sendall("".join(f"{line}\r\n" for line in lines).encode())
                if not close:
                    done.wait()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            done.set()
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def try_to_sign_in(
    open_window: OpenWindow,
    port: object,
    address: str = "127.0.0.1",
    name: str = "noor",
) -> Window:
    options = ("--server", address, "--port", str(port), "--username", name)
    return open_window("window", *options, "--connect")


@pytest.mark.parametrize("address", ["999.1.1.1", "1.2.3", "a b"])
def test_an_address_that_cannot_be_is_said_at_its_field(
    open_window: OpenWindow, address: str
) -> None:
    window = try_to_sign_in(open_window, 6667, address=address)

    assert list(window.order("problems")) == ["ADDRESS"]


def test_an_empty_form_names_every_field(open_window: OpenWindow) -> None:
    window = open_window("window", "--username", "", "--port", "")

    window.press("Sign in")

    assert set(window.order("problems")) == {"ADDRESS", "PORT", "USERNAME"}


def test_nobody_answering_is_said_with_what_to_do(open_window: OpenWindow) -> None:
    with closed_port() as port:
        window = try_to_sign_in(open_window, port)

        window.wait_for(
            f"Nothing answers at 127.0.0.1 port {port}. Start chatapp-server there,"
            " or check the address."
        )
    assert list(window.order("problems")) == ["ADDRESS"]


def test_an_unknown_host_is_said_at_the_address(open_window: OpenWindow) -> None:
    window = try_to_sign_in(open_window, 6667, address="no-such-host.invalid")

    window.wait_for("No computer is known by the name no-such-host.invalid.")
    assert list(window.order("problems")) == ["ADDRESS"]


def test_a_taken_username_is_said_at_its_field(
    open_window: OpenWindow, sign_in: OpenWindow, server: ServerProcess
) -> None:
    sign_in("noor")

    window = try_to_sign_in(open_window, server.port, name="NOOR")

    window.wait_for("NOOR belongs to somebody else here.")
    assert list(window.order("problems")) == ["USERNAME"]


def test_a_needed_password_makes_its_field_appear(open_window: OpenWindow) -> None:
    with answering(":s 464 * :Password incorrect") as port:
        window = try_to_sign_in(open_window, port)

        window.wait_for("Password", "This server asks for a password. Type it here.")
        assert list(window.order("problems")) == ["PASSWORD"]


def test_a_wrong_password_is_said_at_its_field(open_window: OpenWindow) -> None:
    with answering(":s 464 * :Password incorrect") as port:
        window = try_to_sign_in(open_window, port)
        window.wait_for("This server asks for a password.")

    with answering(":s 464 * :Password incorrect") as port:
        window.order("fill", field="PORT", text=str(port))
        window.order("fill", field="PASSWORD", text="guess")
        window.press("Sign in")
        window.wait_for("That password is not right. Type it again.")


INVITATIONS = {
    "127.0.0.1": "This server lets in only people who were invited.",
    "irc://127.0.0.1:{port}/?t=abc": "This invitation was taken back.",
}


@pytest.mark.parametrize("address", INVITATIONS)
def test_who_lacks_a_good_invitation_is_asked_for_no_password(
    open_window: OpenWindow, address: str
) -> None:
    with answering(f":s 464 * :{INVITATIONS[address]}") as port:
        window = try_to_sign_in(open_window, port, address.format(port=port))

        window.wait_for(INVITATIONS[address])
        assert list(window.order("problems")) == ["ADDRESS"]
        assert "Password" not in window.order("texts")


def test_a_server_that_refuses_is_quoted(open_window: OpenWindow) -> None:
    refusal = "ERROR :Closing link: you are banned here"
    with answering(refusal, close=True) as port:
        window = try_to_sign_in(open_window, port)

        window.wait_for("you are banned here")
        window.order("fill", field="USERNAME", text="noor2")
        window.wait_until_gone("you are banned here")


def test_a_connection_lost_during_the_sign_in_is_said(open_window: OpenWindow) -> None:
    with answering(":s NOTICE * :Hold on", close=True) as port:
        window = try_to_sign_in(open_window, port)

        window.wait_for("The connection was lost during the sign-in.")


def test_what_is_no_chat_server_is_said_at_the_port(open_window: OpenWindow) -> None:
    with answering("HTTP/1.1 400 Bad Request", "", close=True) as port:
        window = try_to_sign_in(open_window, port)

        window.wait_for("Something answers", "but it is no chat server.")
        assert list(window.order("problems")) == ["PORT"]


def test_a_sign_in_that_takes_long_can_be_cancelled(open_window: OpenWindow) -> None:
    with answering() as port:
        window = try_to_sign_in(open_window, port)
        window.wait_for("Connecting to 127.0.0.1…", "Cancel")

        window.press("Cancel")

        window.wait_for("Sign in", "Start a chat on this computer")
        assert window.order("problems") == {}


def test_tab_walks_the_fields_in_their_order(open_window: OpenWindow) -> None:
    window = open_window("window", "--username", "", "--port", "")

    walked = []
    for text in ("127.0.0.1", "6667", "noor"):
        window.order("type", text=text, key="Tab")
        walked.append(window.order("form"))

    assert walked[-1] == ["127.0.0.1", "6667", "noor", ""]


def test_enter_signs_in_and_the_last_good_values_are_filled_in(
    open_window: OpenWindow, server: ServerProcess
) -> None:
    address = ("--server", "127.0.0.1", "--port", str(server.port))
    window = open_window("window", *address, "--username", "noor")
    window.order("type", text="", key="Return")
    window.wait_for("Message #lobby")
    window.close()

    again = open_window("window")

    assert again.order("form") == ["127.0.0.1", str(server.port), "noor", ""]


def test_values_that_failed_are_not_filled_in_again(open_window: OpenWindow) -> None:
    with closed_port() as port:
        window = try_to_sign_in(open_window, port)
        window.wait_for("Nothing answers")
    window.close()

    again = open_window("window", "--username", "noor")

    assert again.order("form")[:2] == ["", "6667"]


def test_one_starts_a_chat_on_this_computer_and_others_are_told_how_to_join(
    open_window: OpenWindow,
) -> None:
    window = open_window("window", "--username", "noor")

    window.press("Start a chat on this computer")

    window.wait_for("Message #lobby", "Only you are here. Others join with:")
    assert window.shows("chatapp --server ")
    assert window.close() == 0


def test_others_join_a_chat_that_one_has_started(open_window: OpenWindow) -> None:
    host = open_window("host", "--host", "--port", "0", "--username", "noor")
    host.wait_for("Others join with:")
    invitation = next(text for text in host.order("texts") if "--server" in text)

    options = invitation.partition("chatapp ")[2].split()
    guest = open_window("guest", *options, "--username", "kofi", "--connect")
    guest.wait_for("Message #lobby")
    guest.write("I found the way")

    host.wait_for("I found the way")
