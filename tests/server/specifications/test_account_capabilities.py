"""What clients hear of others' accounts.

Specifications: https://ircv3.net/specs/extensions/account-notify,
https://ircv3.net/specs/extensions/account-tag and
https://ircv3.net/specs/extensions/extended-join
"""

from tests.server.account_holders import make_account, prove
from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines
from tests.server.specifications.happenings import log_in


def test_members_hear_of_an_account_and_oneself_too(chat):
    """https://ircv3.net/specs/extensions/account-notify#description"""
    anna, bert = garden(chat, "anna", "bert", capabilities="account-notify")
    (carl,) = garden(chat, "carl")
    anna.roundtrip()
    bert.roundtrip()

    log_in(chat, "bert", "Bertram")
    log_in(chat, "bert", None)

    expected = [
        ":bert!bert@127.0.0.1 ACCOUNT Bertram",
        ":bert!bert@127.0.0.1 ACCOUNT *",
    ]
    assert lines(anna.roundtrip()) == lines(bert.roundtrip()) == expected
    assert carl.roundtrip() == []


def test_who_signs_in_is_told_so_before_everybody_hears_it(chat):
    """https://ircv3.net/specs/extensions/sasl-3.1#numerics-used-by-this-extension"""
    make_account(chat, "Anna")
    bert = chat.join("bert", "account-notify sasl")

    answers = prove(bert, "Anna")

    assert commands(answers) == ["900", "ACCOUNT", "903"]


def test_a_join_tells_account_and_real_name_to_who_asked(chat):
    """https://ircv3.net/specs/extensions/extended-join"""
    (anna,) = garden(chat, "anna", capabilities="extended-join")
    (bert,) = garden(chat, "bert")
    carl = chat.join("carl")
    anna.roundtrip()
    bert.roundtrip()

    carl.ask("JOIN #garden", "PART #garden")
    log_in(chat, "carl", "Carl C")
    carl.ask("JOIN #garden")

    assert lines(anna.roundtrip())[::2] == [
        ":carl!carl@127.0.0.1 JOIN #garden * :The real carl",
        ":carl!carl@127.0.0.1 JOIN #garden Carl C :The real carl",
    ]
    assert lines(bert.roundtrip())[0] == ":carl!carl@127.0.0.1 JOIN #garden"


def test_what_somebody_does_carries_his_account(chat):
    """https://ircv3.net/specs/extensions/account-tag#description"""
    anna, bert = garden(chat, "anna", "bert", capabilities="account-tag")
    (carl,) = garden(chat, "carl")
    anna.roundtrip()
    log_in(chat, "bert", "Bertram")

    carl.ask("PRIVMSG #garden :a guest's")
    bert.ask(
        "PRIVMSG #garden :mine",
        "NOTICE anna :mine",
        "AWAY :x",
        "NICK bea",
        "PART #garden",
    )

    guests, *members = anna.roundtrip()
    assert guests.tags == {}
    assert {each.command for each in members} == {"PRIVMSG", "NOTICE", "NICK", "PART"}
    assert all(each.tags == {"account": "Bertram"} for each in members)


def test_changes_of_a_channel_carry_their_authors_account(chat):
    """https://ircv3.net/specs/extensions/account-tag#description"""
    anna, bert, carl = garden(chat, "anna", "bert", "carl", capabilities="account-tag")
    log_in(chat, "anna", "Anna")
    bert.roundtrip()

    anna.ask("TOPIC #garden :Pears", "MODE #garden +m", "KICK #garden carl")

    assert [each.tags for each in bert.roundtrip()] == [{"account": "Anna"}] * 3
    assert carl.roundtrip()[-1].command == "KICK"


def test_an_account_is_told_by_whois_whox_and_modes(chat):
    """https://modern.ircdocs.horse/#rplwhoisaccount-330"""
    anna, bert = chat.join("anna"), chat.join("bert")
    log_in(chat, "bert", "Bertram")
    anna.roundtrip()

    told = [each for each in anna.ask("WHOIS bert") if each.command == "330"]

    assert lines(told) == [":chatapp.local 330 anna bert Bertram :is signed in as"]
    assert anna.ask("WHO bert %na")[0].params == ("anna", "bert", "Bertram")
    assert bert.ask("MODE bert")[-1].params[1] == "+r"


def test_masks_of_accounts_keep_out_and_let_in(chat):
    """https://ircv3.net/specs/extensions/account-extban"""
    (anna,) = garden(chat, "anna")
    bert, carl = chat.join("bert"), chat.join("carl")
    log_in(chat, "bert", "Bertram")
    anna.ask("MODE #garden +b a:bertram")

    banned = bert.ask("JOIN #garden")
    anna.ask("MODE #garden +e a:BERTRAM", "MODE #garden +R")

    assert banned[-1].command == "474"
    assert bert.ask("JOIN #garden")[0].command == "JOIN"
    assert carl.ask("JOIN #garden")[0].command == "477"
