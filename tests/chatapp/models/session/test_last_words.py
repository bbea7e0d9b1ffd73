"""What a server says as it ends a session: does anybody want one gone?"""

import pytest

from chatapp.models.session.facts import ServerClosed
from chatapp.models.session.last_words import is_removal, reason_of

REMOVALS = [
    "Closing Link: noor[192.0.2.1] (Killed (Ann (spam)))",
    "Closing Link: noor by hub.example (G-lined (no bots))",
    "Closing link: (noor@192.0.2.1) [Z-Lined: spam]",
    "Closing Link: [192.0.2.1] (You are not welcome on this server.)",
    "Closing Link: noor[h] (User has been permanently banned from here (spam))",
    "Closing Link: (*** Banned (cache))",
    "Closing Link: host.example (*** Banned )",
    "Closing Link: 192.0.2.1 (AutoKilled: spam)",
    "Closing link: You are banned here",
    "Closing link: K-lined",
    "Banned (spam)",
    "KILLed by boss: go away",
]
ENDINGS = [
    "Closing Link: killian[192.0.2.1] (Ping timeout: 240 seconds)",
    "Closing Link: ada[kline.example.org] (Connection reset by peer)",
    "Closing Link: banned[kill] (Quit: banned from bed)",
    "Closing link: (kill@192.0.2.1) [Ping timeout]",
    "Closing Link: [192.0.2.1] (Too many connections, or K-lined)",
    "Quit: not banned any more, see you",
    "Closing link: the server restarts",
    "Closing Link: noor[h] (Killed (hub.example (Nick collision)))",
    "",
]


@pytest.mark.parametrize("words", REMOVALS)
def test_who_is_banned_or_killed_is_removed(words):
    assert is_removal(words)


@pytest.mark.parametrize("words", ENDINGS)
def test_a_name_or_words_further_on_are_no_removal(words):
    assert not is_removal(words)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Closing Link: noor[h] (Excess Flood)", "Excess Flood)"),
        ("Closing connection: bye", "bye"),
        ('"bye"', '"bye"'),
    ],
)
def test_the_reason_stands_behind_the_address(words, reason):
    assert reason_of(words) == reason


def test_who_is_killed_as_two_nicks_meet_comes_back(member):
    member.feed(":hub.example KILL noor :hub.example (Nick collision)")

    assert member.told(ServerClosed)[0].for_good is False
