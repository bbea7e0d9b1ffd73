"""Capabilities that change what is told of who is in a channel.

Specifications: https://ircv3.net/specs/extensions/multi-prefix,
https://ircv3.net/specs/extensions/userhost-in-names and
https://ircv3.net/specs/extensions/no-implicit-names
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import commands


def test_names_carry_user_and_host_where_that_is_asked(chat):
    """https://ircv3.net/specs/extensions/userhost-in-names"""
    garden(chat, "anna")
    bert = chat.join("bert", "userhost-in-names")

    answers = bert.ask("JOIN #garden")

    assert answers[-2].trailing == "@anna!anna@127.0.0.1 bert!bert@127.0.0.1"


def test_names_carry_every_rank_where_that_is_asked(chat):
    """https://ircv3.net/specs/extensions/multi-prefix"""
    anna, _bert = garden(chat, "anna", "bert")
    anna.ask("MODE #garden +vh anna anna", "MODE #garden +vo bert bert")
    carl = chat.join("carl", "multi-prefix userhost-in-names")

    assert carl.ask("NAMES #garden")[0].trailing == (
        "@%+anna!anna@127.0.0.1 @+bert!bert@127.0.0.1"
    )
    assert anna.ask("NAMES #garden")[-2].trailing == "@anna @bert"


@pytest.mark.parametrize("capability", ["no-implicit-names", "draft/no-implicit-names"])
def test_names_are_told_only_when_asked_for_where_that_is_wanted(chat, capability):
    """https://ircv3.net/specs/extensions/no-implicit-names"""
    anna = chat.join("anna", capability)
    anna.ask("JOIN #garden", "TOPIC #garden :Pears", "PART #garden")

    assert commands(anna.ask("JOIN #garden")) == ["JOIN"]
    assert commands(anna.ask("NAMES #garden")) == ["353", "366"]


def test_the_topic_comes_without_names_too(chat):
    """https://ircv3.net/specs/extensions/no-implicit-names"""
    (anna,) = garden(chat, "anna")
    anna.ask("TOPIC #garden :Pears")
    bert = chat.join("bert", "no-implicit-names")

    assert commands(bert.ask("JOIN #garden")) == ["JOIN", "332", "333"]
