"""The random name of a history, by which clients know it again."""

from chatapp.wire.capabilities import EXACTLY_ONCE, parse_capabilities


def identity(chat, version: str = "302") -> str:
    answers = chat.connect().ask(f"CAP LS {version}")
    offered = " ".join(answer.trailing for answer in answers)
    return parse_capabilities(offered)[EXACTLY_ONCE]


def test_a_history_has_a_name_that_stays_over_a_restart(start_server):
    first = start_server()
    before = identity(first)
    first.stop()

    after = identity(start_server())

    assert len(before) == 32
    assert after == before


def test_another_history_has_another_name(start_server):
    first = start_server()
    before = identity(first)
    first.stop()
    first.path.unlink()

    assert identity(start_server()) != before


def test_a_server_without_history_offers_nothing_of_it(start_server):
    chat = start_server(history={"enabled": False})

    *told, refused = chat.connect().ask("CAP LS 302", "CAP REQ draft/chathistory")
    offered = parse_capabilities(" ".join(answer.trailing for answer in told))

    assert offered.keys().isdisjoint(
        ("chatapp/id", "draft/chathistory", "draft/event-playback")
    )
    assert refused.params[1] == "NAK"


def test_old_clients_see_the_capability_without_its_value(chat):
    assert identity(chat, "301") == ""
