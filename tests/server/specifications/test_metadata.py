"""METADATA: what users and channels tell of themselves.

Specification: https://ircv3.net/specs/extensions/metadata
"""

import pytest

from tests.server.account_holders import come_as, make_account, prove
from tests.server.commands.rooms import garden
from tests.server.raw_client import commands, lines

OLDER, NEWER = "batch draft/metadata-2", "batch draft/metadata-3"
QUICK = {"scram_iterations": 4096}


def values(client, target="*", asked="LIST"):
    """Ask for values, and give them by their keys."""
    begin, *told, end = client.ask(f"METADATA {target} {asked}")
    assert begin.params[1] == "metadata"
    assert commands([begin, end]) == ["BATCH", "BATCH"]
    return {each.params[2]: each.params[-1] for each in told}


def test_a_value_is_set_and_read(chat):
    """https://ircv3.net/specs/extensions/metadata#metadata-set"""
    anna = chat.join("anna", OLDER)

    answer = anna.ask("METADATA * SET display-name :Anna the First")

    expected = ":chatapp.local 761 anna anna display-name * :Anna the First"
    assert lines(answer) == [expected]
    assert values(anna, "anna", "GET display-name") == {
        "display-name": "Anna the First"
    }


def test_keys_are_answered_in_their_order(chat):
    """https://ircv3.net/specs/extensions/metadata#metadata-get"""
    anna = chat.join("anna", OLDER)
    anna.ask("METADATA * SET avatar :x")

    _, *answers, _ = anna.ask("METADATA * GET Status avatar $url")

    assert commands(answers) == ["766", "761", "FAIL"]
    assert answers[0].params[:3] == ("anna", "anna", "status")
    assert answers[2].params[:3] == ("METADATA", "KEY_INVALID", "$url")


def test_nothing_is_an_empty_list(chat):
    """https://ircv3.net/specs/extensions/metadata#metadata-list"""
    assert values(chat.join("anna", OLDER)) == {}


def test_a_value_is_taken_away(chat):
    """https://ircv3.net/specs/extensions/metadata#metadata-set"""
    anna = chat.join("anna", OLDER)
    anna.ask("METADATA * SET status :busy")

    (answer,) = anna.ask("METADATA * SET status")

    assert answer.command == "766"
    assert values(anna) == {}


def test_all_values_are_taken_away(chat):
    """https://ircv3.net/specs/extensions/metadata#metadata-clear"""
    (anna,) = garden(chat, "anna", capabilities=NEWER)
    anna.ask("METADATA #garden SET avatar :x", "METADATA #garden SET url :y")

    _, *answers, _ = anna.ask("METADATA #garden CLEAR")

    assert commands(answers) == ["766", "766"]
    assert values(anna, "#garden") == {}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("METADATA nobody LIST", "INVALID_TARGET nobody"),
        ("METADATA #nowhere LIST", "INVALID_TARGET #nowhere"),
        ("METADATA anna SET status :x", "KEY_NO_PERMISSION anna status"),
        ("METADATA anna CLEAR", "KEY_NO_PERMISSION anna *"),
        ("METADATA #garden SET url :x", "KEY_NO_PERMISSION #garden url"),
        ("METADATA * SET $url :x", "KEY_INVALID $url"),
        ("METADATA * DESTROY", "SUBCOMMAND_INVALID DESTROY"),
        (f"METADATA * SET url :{'x' * 301}", "VALUE_INVALID"),
    ],
)
def test_what_one_may_not_do_is_refused(chat, line, code):
    """https://ircv3.net/specs/extensions/metadata#standard-replies"""
    anna, bert = garden(chat, "anna", "bert", capabilities=OLDER)

    (answer,) = bert.ask(line)

    assert answer.command == "FAIL"
    assert " ".join(answer.params[1:-1]) == code
    assert anna.roundtrip() == []


def test_the_newer_draft_has_other_names_for_failures(chat):
    """https://ircv3.net/specs/extensions/metadata#standard-replies"""
    anna = chat.join("anna", NEWER)

    (answer,) = anna.ask(f"METADATA * SET url :{'x' * 301}")

    assert answer.params[:3] == ("METADATA", "INVALID_VALUE", "url")


def test_there_is_an_end_of_keys(start_server):
    """https://ircv3.net/specs/extensions/metadata#standard-replies"""
    chat = start_server(limits={"metadata_keys": 1})
    anna = chat.join("anna", OLDER)
    anna.ask("METADATA * SET one :x")

    (answer,) = anna.ask("METADATA * SET two :x")

    assert answer.params[:3] == ("METADATA", "LIMIT_REACHED", "anna")


@pytest.mark.parametrize(
    ("mode", "code"),
    [
        ("+i", "KEY_NO_PERMISSION"),
        ("+k key", "KEY_NO_PERMISSION"),
        ("+s", "INVALID_TARGET"),
    ],
)
@pytest.mark.parametrize("asked", ["GET url", "LIST", "SYNC"])
def test_a_closed_channel_tells_strangers_nothing(chat, mode, code, asked):
    """https://ircv3.net/specs/extensions/metadata#metadata-get"""
    (anna,) = garden(chat, "anna", capabilities=OLDER)
    anna.ask("METADATA #garden SET url :x", f"MODE #garden {mode}")
    bert = chat.join("bert", OLDER)

    (answer,) = bert.ask(f"METADATA #garden {asked}")

    assert answer.params[1] == code


@pytest.mark.parametrize(
    ("capabilities", "command"), [(OLDER, "METADATA"), (NEWER, "761")]
)
def test_values_can_be_set_before_one_comes_in(chat, capabilities, command):
    """https://ircv3.net/specs/extensions/metadata#batch-type"""
    client = chat.connect()
    client.send("CAP LS 302", f"CAP REQ :{capabilities}")
    client.send("METADATA * SET display-name :Anna", "NICK anna", "USER a 0 * :A")
    client.send("CAP END")

    welcome = client.read_until("422")
    batch = client.roundtrip()[:3]

    (answer,) = [each for each in welcome if each.command == "761"]
    assert answer.params == ("*", "*", "display-name", "*", "Anna")
    assert commands(batch) == ["BATCH", command, "BATCH"]
    assert batch[0].params[1:] == ("metadata", "anna")
    assert batch[1].params[-1] == "Anna"


def test_what_came_before_the_account_is_the_accounts(start_server):
    """https://ircv3.net/specs/extensions/metadata#batch-type"""
    chat = start_server(accounts=QUICK)
    make_account(chat, "anna")
    client = chat.connect()
    client.send("CAP LS 302", f"CAP REQ :sasl {OLDER}")
    client.send("METADATA * SET status :busy")
    prove(client, "anna")
    client.send("NICK anna", "USER a 0 * :A", "CAP END")
    client.read_until("422")
    client.roundtrip()

    assert values(client) == {"status": "busy"}
    assert values(come_as(chat, "anna", capabilities=OLDER)) == {"status": "busy"}


def test_who_asks_for_the_capability_later_is_told_then(chat):
    """https://ircv3.net/specs/extensions/metadata#notifications"""
    anna = chat.join("anna", "batch")

    answers = anna.ask("CAP REQ draft/metadata-2")

    assert commands(answers) == ["CAP", "BATCH", "BATCH"]


def test_whois_tells_the_display_name(chat):
    """https://ircv3.net/specs/extensions/metadata#rpl_whoiskeyvalue-numeric"""
    anna, bert = chat.join("anna", OLDER), chat.join("bert", OLDER)
    anna.ask("METADATA * SET display-name :Anna", "METADATA * SET url :x")

    answers = bert.ask("WHOIS anna")

    told = [each.params for each in answers if each.command == "760"]
    assert told == [("bert", "anna", "display-name", "*", "Anna")]


def test_accounts_and_channels_keep_it_over_a_restart(start_server):
    """https://ircv3.net/specs/extensions/metadata#notifications"""
    chat = start_server(accounts=QUICK)
    make_account(chat, "anna")
    anna = come_as(chat, "anna", capabilities=OLDER)
    anna.ask("METADATA * SET status :busy", "JOIN #garden")
    anna.ask("METADATA #garden SET url :x")
    chat.stop()

    anna = come_as(start_server(accounts=QUICK), "anna", capabilities=OLDER)
    anna.ask("JOIN #garden")

    assert values(anna) == {"status": "busy"}
    assert values(anna, "#garden") == {"url": "x"}


def test_a_channel_that_ended_leaves_nothing(chat):
    """https://ircv3.net/specs/extensions/metadata#concepts"""
    (anna,) = garden(chat, "anna", capabilities=OLDER)
    anna.ask("METADATA #garden SET url :x", "PART #garden", "JOIN #garden")

    assert values(anna, "#garden") == {}


def test_the_limits_stand_in_the_offer(chat):
    """https://ircv3.net/specs/extensions/metadata#draftmetadata-2-capability"""
    offers = chat.connect().ask("CAP LS 302")

    words = [word for offer in offers for word in offer.trailing.split()]
    limits = "before-connect,max-subs=50,max-keys=50,max-value-bytes=300"
    assert f"draft/metadata-2={limits}" in words
    assert f"draft/metadata-3={limits}" in words


def test_a_batch_comes_to_its_end_also_where_nothing_can_be_kept(chat):
    """https://ircv3.net/specs/extensions/metadata#metadata-clear"""
    (anna,) = garden(chat, "anna", capabilities=NEWER)
    anna.ask("METADATA #garden SET avatar :x")
    chat.writes("PRAGMA query_only = ON")
    anna.ask("METADATA #garden SET url :y")

    answers = anna.ask("METADATA #garden CLEAR")

    assert commands(answers) == ["BATCH", "BATCH", "FAIL"]
    assert [each.params[0][0] for each in answers[:2]] == ["+", "-"]
    assert "batch" not in answers[2].tags
