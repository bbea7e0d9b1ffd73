"""What the tests of security share: servers that end with their test."""

from tests.server.conftest import chat, start_server

__all__ = ["chat", "start_server"]
