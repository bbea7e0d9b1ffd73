"""What tests of the torture share with those of the server: a server to talk to."""

from tests.server.conftest import chat, start_server

__all__ = ["chat", "start_server"]
