"""What happens to people while the disk does not take what they say."""

import sqlite3

from tests.server.raw_client import ALL_CAPABILITIES, commands


def test_a_message_that_cannot_be_recorded_is_heard_by_nobody(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert", ALL_CAPABILITIES)
    anna.roundtrip()
    foreign = sqlite3.connect(chat.path, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")

    answers = anna.ask("@label=1 PRIVMSG #lobby :lost")
    heard = bert.roundtrip()
    foreign.close()

    assert [each.params[:2] for each in answers] == [("PRIVMSG", "STORAGE_FAILING")]
    assert answers[0].tags["label"] == "1"
    assert heard == []


def test_while_the_disk_fails_messages_are_refused_and_the_rest_goes_on(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    foreign = sqlite3.connect(chat.path, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    anna.ask("PRIVMSG #lobby :lost")

    answers = anna.ask("PRIVMSG #lobby :lost too", "JOIN #garden")
    foreign.close()

    assert commands(answers) == ["FAIL", "JOIN", "353", "366"]


def test_a_message_can_be_sent_again_when_the_disk_works_again(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    foreign = sqlite3.connect(chat.path, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    foreign.close()

    answers = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    while commands(answers) == ["FAIL"]:
        answers = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")

    assert commands(answers) == ["PRIVMSG"]


def test_a_topic_that_cannot_be_recorded_is_as_it_was(start_server):
    chat = start_server(channels={"default_modes": "+n"})
    anna = chat.join("anna", ALL_CAPABILITIES)
    anna.ask("TOPIC #lobby :first")
    foreign = sqlite3.connect(chat.path, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")

    failed = anna.ask("TOPIC #lobby :second")
    foreign.close()
    answers = anna.ask("TOPIC #lobby")

    assert commands(failed) == ["FAIL"]
    assert answers[0].trailing == "first"
