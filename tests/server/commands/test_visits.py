"""Who only looks around is led into no channel: chatapp's own `chatapp/visit`."""

from chatapp.wire.capabilities import VISIT
from tests.server.raw_client import commands


def test_who_only_looks_around_is_led_into_no_channel(chat):
    anna = chat.join("anna")
    visitor = chat.connect()
    visitor.send("CAP LS 302", f"CAP REQ {VISIT}", "CAP END")

    visitor.register("visitor")

    assert "JOIN" not in commands(visitor.roundtrip())
    assert anna.roundtrip() == []


def test_he_may_enter_one_all_the_same(chat):
    visitor = chat.connect()
    visitor.send("CAP LS 302", f"CAP REQ {VISIT}", "CAP END")
    visitor.register("visitor")

    assert "JOIN" in commands(visitor.ask("JOIN #lobby"))
