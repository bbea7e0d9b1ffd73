"""A guest comes in by each door, speaks, hears, and learns why it was sent away."""

import asyncio

import pytest

from tests.server.running import RunningServer
from torture.guest import Guest, NotHeard, Way


async def hear_oneself(port: int, way: Way) -> tuple[list[str], tuple[str, str]]:
    heard: list[str] = []
    guest = Guest("anna", way, lambda line, _command: heard.append(line))
    await guest.come(port)
    await guest.sign_in("echo-message message-tags")
    heard.clear()
    await guest.ask("PRIVMSG #lobby :hello")
    guest.vanish()
    return heard, guest.last_message


@pytest.mark.parametrize("way", Way)
def test_a_guest_hears_itself(chat: RunningServer, way: Way) -> None:
    heard, (room, msgid) = asyncio.run(hear_oneself(chat.server.port, way))

    assert heard[0].partition(" ")[2] == "PRIVMSG #lobby :hello"
    assert (room, bool(msgid)) == ("#lobby", True)


async def wait_in_vain(port: int) -> Guest:
    guest = Guest("anna", Way.PLAIN)
    await guest.come(port)
    guest.say("NICK anna")
    with pytest.raises(NotHeard, match="You did not sign in in time"):
        await guest.hears("welcome")
    return guest


def test_a_guest_that_is_sent_away_knows_why(start_server) -> None:
    chat = start_server(timeouts={"registration": 1})

    assert asyncio.run(wait_in_vain(chat.server.port)).is_over
