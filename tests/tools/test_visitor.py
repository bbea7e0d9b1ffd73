import socketserver
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from tools.visitor import NothingHeard, Visitor, is_said_by

GREETS = ["PING :are-you-there", ":ines!i@host JOIN #lobby"]


class OneVisitor(socketserver.StreamRequestHandler):
    """Greets, asks whether the visitor is there, and answers what is said."""

    def handle(self) -> None:
        while self.rfile.readline() != b"CAP END\r\n":
            pass
        self.tell(*GREETS)
        assert self.rfile.readline() == b"PONG are-you-there\r\n"
        said = self.rfile.readline().decode().strip()
        self.tell(f":kofi!k@host PRIVMSG #lobby :You sent {said}")

    def tell(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


@pytest.fixture
def port() -> Iterator[int]:
    with socketserver.TCPServer(("127.0.0.1", 0), OneVisitor) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        yield server.server_address[1]
        thread.join()


def test_a_visitor_says_and_hears_and_answers_pings(port: int) -> None:
    with Visitor(port, "ines") as visitor:
        visitor.say("hello you")
        heard = visitor.wait_for(partial(is_said_by, "kofi"))

    assert heard.trailing == "You sent PRIVMSG #lobby :hello you"


def test_a_visitor_does_not_wait_for_a_server_that_went(port: int) -> None:
    with Visitor(port, "ines") as visitor:
        visitor.say("hello")

        with pytest.raises(NothingHeard, match="lost the server"):
            visitor.wait_for(partial(is_said_by, "nobody"))
