"""Bots that say that they are.

Specification: https://ircv3.net/specs/extensions/bot-mode
"""

from tests.server.commands.rooms import garden
from tests.server.raw_client import lines


def test_a_bot_is_one_in_whois_and_who(chat):
    """https://ircv3.net/specs/extensions/bot-mode#the-rpl_whoisbot-335-numeric"""
    anna, robo = garden(chat, "anna", "robo")

    changed = robo.ask("MODE robo +B")

    told = [each for each in anna.ask("WHOIS robo") if each.command == "335"]
    assert lines(changed) == [":robo!robo@127.0.0.1 MODE robo +B"]
    assert lines(told) == [":chatapp.local 335 anna robo :is a bot"]
    assert anna.ask("WHO #garden")[1].params[6] == "HB"
    assert anna.ask("WHO robo %f")[0].params[1] == "HB"


def test_what_a_bot_does_carries_a_tag(chat):
    """https://ircv3.net/specs/extensions/bot-mode#the-bot-tag"""
    anna, robo = garden(chat, "anna", "robo", capabilities="message-tags")
    (carl,) = garden(chat, "carl", capabilities="echo-message")
    robo.ask("MODE robo +B")
    anna.roundtrip()

    robo.ask("PRIVMSG #garden :beep", "PRIVMSG anna :beep", "NICK rob", "PART #garden")

    heard = anna.roundtrip()
    assert [each.command for each in heard] == ["PRIVMSG", "PRIVMSG", "NICK", "PART"]
    assert all(each.tags.get("bot") == "" for each in heard)
    assert all(each.tags == {} for each in carl.roundtrip())


def test_the_mode_is_told(chat):
    """https://ircv3.net/specs/extensions/bot-mode#the-bot-isupport-token"""
    anna = chat.join("anna")

    tokens = {word for each in anna.ask("VERSION") for word in each.params}

    assert "BOT=B" in tokens
