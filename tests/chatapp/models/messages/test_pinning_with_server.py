"""Pinned messages over real sockets, with the real server."""

from server.commands import metadata_replies


def pinned(client) -> list[str]:
    told = []
    client.network.pinning.read("#tea", told.append)
    return [line.text for line in told[0]] if told else []


def test_what_the_operator_pins_everybody_sees_also_who_comes_later(
    server, make_client
):
    noor, ann, kofi = make_client(), make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")
    noor.network.join("#tea")
    noor.loop.run_until(lambda: noor.is_in("#tea"))
    ann.enter_lobby(server.server.port, "anna")
    ann.network.join("#tea")
    ann.loop.run_until(lambda: ann.is_in("#tea"))
    noor.network.say("#tea", "the rules of the room")
    ann.loop.run_until(lambda: ann.texts("#tea"))
    history = noor.network.history("#tea")
    noor.loop.run_until(lambda: history.confirmed_count == len(history))
    line = next(it for it in history if it.text == "the rules of the room")

    may_pin = noor.network.pinning.can_pin(line)
    may_others = ann.network.pinning.can_pin(
        ann.network.history("#tea").with_msgid(line.msgid)
    )
    noor.network.pinning.pin(line)
    ann.loop.run_until(lambda: pinned(ann))
    kofi.enter_lobby(server.server.port, "kofi")
    kofi.network.join("#tea")
    kofi.loop.run_until(lambda: pinned(kofi))

    assert (may_pin, may_others) == (True, False)
    assert pinned(noor) == pinned(ann) == ["the rules of the room"]
    assert pinned(kofi) in (["the rules of the room"], [""])


def test_who_comes_into_a_large_room_sees_what_is_pinned_after_a_while(
    server, make_client, monkeypatch
):
    monkeypatch.setattr(metadata_replies, "MOST_MEMBERS_AT_ONCE", 1)
    monkeypatch.setattr(metadata_replies, "SECONDS_UNTIL_SYNC", "0")
    noor, kofi = make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")
    noor.network.join("#tea")
    noor.loop.run_until(lambda: noor.is_in("#tea"))
    noor.network.say("#tea", "the rules of the room")
    history = noor.network.history("#tea")
    noor.loop.run_until(lambda: history and history.confirmed_count == len(history))
    noor.network.pinning.pin(history[-1])
    noor.loop.run_until(lambda: pinned(noor))
    kofi.enter_lobby(server.server.port, "kofi")

    kofi.network.join("#tea")
    kofi.loop.run_until(lambda: pinned(kofi))

    assert kofi.network.pinning.knows("#tea")
    assert pinned(kofi) in (["the rules of the room"], [""])
