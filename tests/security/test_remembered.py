"""What one client can make the server remember has an end, whatever it says."""

import pytest

from server.world.user import MAX_CORRESPONDENTS, MAX_INVITATIONS

FEW = 20
CAPABILITIES = "message-tags batch draft/metadata-2 draft/read-marker"
MANY = 220


@pytest.fixture
def chat(start_server, monkeypatch):
    """A server on which little is enough, with somebody who is written to."""
    monkeypatch.setattr("server.commands.read_markers.MOST_MARKERS", FEW)
    keys = ("list_mode_entries", "monitor_entries")
    metadata = ("metadata_keys", "metadata_subscriptions")
    server = start_server(limits=dict.fromkeys(keys + metadata, FEW))
    server.join("bob")
    return server


@pytest.mark.parametrize(
    ("lines", "count", "most"),
    [
        (
            ["METADATA * SET k{} v"],
            lambda world: len(world.user("eve").metadata),
            FEW,
        ),
        (
            ["METADATA * SUB k{}"],
            lambda world: len(world.user("eve").sessions[0].metadata_keys),
            FEW,
        ),
        (
            ["JOIN #z", "METADATA #z SET k{} v"],
            lambda world: len(world.channel("#z").metadata),
            FEW,
        ),
        (
            ["MARKREAD r{} timestamp=2026-01-22T10:00:00.000Z"],
            lambda world: len(world.user("eve").read_markers),
            FEW,
        ),
        (
            ["MONITOR + a{},b{},c{}"],
            lambda world: len(world.watches.nicks_of(world.user("eve").sessions[0])),
            FEW,
        ),
        (
            ["JOIN #z", "MODE #z +beI a{}!*@* a{}!*@* a{}!*@*"],
            lambda world: max(map(len, world.channel("#z").modes.lists.values())),
            FEW,
        ),
        (
            ["JOIN #r{}", "INVITE bob #r{}", "PART #r{}"],
            lambda world: len(world.user("bob").invitations),
            MAX_INVITATIONS,
        ),
        (
            ["NICK eve{}", "PRIVMSG bob :x"],
            lambda world: len(world.user("bob").correspondents),
            MAX_CORRESPONDENTS,
        ),
    ],
    ids=[
        "keys",
        "subscriptions",
        "room-keys",
        "markers",
        "nicks",
        "masks",
        "invitations",
        "talks",
    ],
)
def test_it_is_bounded(chat, lines, count, most):
    eve = chat.join("eve", CAPABILITIES)

    for number in range(MANY):
        eve.ask(*(line.replace("{}", str(number)) for line in lines))

    assert count(chat.world) == most
