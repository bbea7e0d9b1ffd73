"""MONITOR.

Specification: https://ircv3.net/specs/extensions/monitor
"""

import pytest

from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


def leave(client):
    client.send("QUIT")
    client.read_to_end()


def test_who_is_watched_is_told_to_come_and_to_go(chat):
    """https://ircv3.net/specs/extensions/monitor#numeric-replies"""
    anna = chat.join("anna")
    anna.ask("PART #lobby")

    first = anna.ask("MONITOR + bert")
    bert = chat.join("bert")
    came = anna.roundtrip()
    leave(bert)

    assert lines(first) == [":chatapp.local 731 anna bert"]
    assert lines(came) == [":chatapp.local 730 anna bert!bert@127.0.0.1"]
    assert lines([anna.read()]) == [":chatapp.local 731 anna bert"]


def test_targets_are_told_at_once_whether_they_are_here(chat):
    """https://ircv3.net/specs/extensions/monitor#monitor--targettarget2"""
    anna = chat.join("anna")
    chat.join("Bert")
    anna.roundtrip()

    assert lines(anna.ask("MONITOR + bert,carl,anna,dora")) == [
        ":chatapp.local 730 anna Bert!Bert@127.0.0.1,anna!anna@127.0.0.1",
        ":chatapp.local 731 anna carl,dora",
    ]


def test_the_list_can_be_read_and_changed(chat):
    """https://ircv3.net/specs/extensions/monitor#monitor-l"""
    anna = chat.join("anna")
    anna.ask("MONITOR + bert,Carl,bert")

    listed = anna.ask("MONITOR L")
    removed = anna.ask("MONITOR - BERT", "MONITOR L")
    cleared = anna.ask("MONITOR C", "MONITOR L")

    assert [each.trailing for each in listed[:-1]] == ["bert,Carl"]
    assert [each.trailing for each in removed[:-1]] == ["Carl"]
    assert commands(listed) == ["732", "733"]
    assert commands(cleared) == ["733"]


def test_the_status_of_all_can_be_asked(chat):
    """https://ircv3.net/specs/extensions/monitor#monitor-s"""
    anna = chat.join("anna")
    anna.ask("MONITOR + anna,bert")

    assert commands(anna.ask("MONITOR S")) == ["730", "731"]


def test_who_is_watched_no_more_is_not_told(chat):
    """https://ircv3.net/specs/extensions/monitor#monitor---targettarget2"""
    anna = chat.join("anna")
    anna.ask("PART #lobby", "MONITOR + bert,carl", "MONITOR - bert", "MONITOR C")
    chat.join("bert")

    assert anna.roundtrip() == []


def test_several_watch_one_and_each_ends_it_for_himself(chat):
    """https://ircv3.net/specs/extensions/monitor"""
    anna, bert = chat.join("anna"), chat.join("bert")
    for client in (anna, bert):
        client.ask("PART #lobby", "MONITOR + carl")
    bert.ask("MONITOR - carl")
    chat.join("carl")

    assert commands(anna.roundtrip()) == ["730"]
    assert bert.roundtrip() == []


def test_a_new_nick_is_a_going_and_a_coming(chat):
    """https://ircv3.net/specs/extensions/monitor#rplmononline"""
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("PART #lobby", "MONITOR + bert,carl")

    bert.ask("NICK carl", "NICK CARL")

    assert lines(anna.roundtrip()) == [
        ":chatapp.local 731 anna bert",
        ":chatapp.local 730 anna carl!bert@127.0.0.1",
    ]


@pytest.mark.parametrize("target", ["*!bert@127.0.0.1", "be*", "#lobby", "b" * 31])
def test_what_is_no_nick_is_not_watched(chat, target):
    """https://ircv3.net/specs/extensions/monitor#monitor-command"""
    anna = chat.join("anna")

    assert commands(anna.ask(f"MONITOR + {target}", "MONITOR L")) == ["733"]


def test_a_full_list_says_which_targets_were_too_many(start_server):
    """https://ircv3.net/specs/extensions/monitor#734---err_monlistfull"""
    chat = start_server(limits={"monitor_entries": 2})
    anna = chat.join("anna")

    answers = anna.ask("MONITOR + bert,carl,dora,emil")

    assert commands(answers) == ["731", "734"]
    assert answers[1].params[1:3] == ("2", "dora,emil")


def test_who_has_left_watches_nobody(chat):
    """https://ircv3.net/specs/extensions/monitor"""
    anna = chat.join("anna")
    anna.ask("MONITOR + bert")
    leave(anna)

    assert chat.join("bert").ask("PING 1")[0].command == "PONG"


def test_a_wrong_modifier_is_refused(chat):
    """https://ircv3.net/specs/extensions/monitor#monitor-command"""
    anna = chat.join("anna")

    wrong, missing = anna.ask("MONITOR X", "MONITOR")

    assert (wrong.command, missing.command) == ("400", "461")
    assert "+ or - with nicks" in wrong.trailing


def test_a_labelled_command_without_an_answer_is_acknowledged(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    anna = chat.join("anna", ALL_CAPABILITIES)

    assert commands(anna.ask("@label=1 MONITOR C")) == ["ACK"]
    assert commands(anna.ask("@label=2 MONITOR + anna,bert"))[0] == "BATCH"


def test_the_limit_is_told(chat):
    """https://ircv3.net/specs/extensions/monitor#monitor-command"""
    anna = chat.join("anna")

    tokens = {word for each in anna.ask("VERSION") for word in each.params}

    assert "MONITOR=100" in tokens
