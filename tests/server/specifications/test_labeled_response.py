"""Labels: which answer belongs to which command.

Specification: https://ircv3.net/specs/extensions/labeled-response
"""

from tests.server.raw_client import ALL_CAPABILITIES, commands


def test_a_command_without_an_answer_is_acknowledged(chat):
    """https://ircv3.net/specs/extensions/labeled-response#the-ack-response"""
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("@label=1 PONG x")

    assert [(each.command, each.tags.get("label")) for each in answers] == [
        ("ACK", "1")
    ]


def test_one_answer_carries_the_label(chat):
    """https://ircv3.net/specs/extensions/labeled-response#tags"""
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("@label=1 PRIVMSG #lobby :hello")

    assert [(each.command, each.tags.get("label")) for each in answers] == [
        ("PRIVMSG", "1")
    ]


def test_several_answers_stand_in_a_batch_with_the_label(chat):
    """https://ircv3.net/specs/extensions/labeled-response#batch-types"""
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("@label=1 JOIN #garden")
    reference = answers[0].params[0].removeprefix("+")

    assert commands(answers) == ["BATCH", "JOIN", "353", "366", "BATCH"]
    assert answers[0].tags["label"] == "1"
    assert {each.tags["batch"] for each in answers[1:-1]} == {reference}
    assert answers[-1].params == (f"-{reference}",)


def test_an_answer_that_is_a_batch_carries_the_label_itself(chat):
    """https://ircv3.net/specs/extensions/labeled-response#tags"""
    anna = chat.join("anna", ALL_CAPABILITIES)
    anna.ask("PRIVMSG #lobby :hello")

    answers = anna.ask("@label=1 CHATHISTORY LATEST #lobby * 10")

    assert commands(answers) == ["BATCH", "PRIVMSG", "BATCH"]
    assert answers[0].params[1:] == ("chathistory", "#lobby")
    assert answers[0].tags["label"] == "1"
    assert "label" not in answers[1].tags


def test_a_label_is_given_back_as_it_was(chat):
    """https://ircv3.net/specs/extensions/labeled-response#tag-value"""
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("@label=a\\sb\\:c PONG x")

    assert answers[0].tags["label"] == "a b;c"


def test_the_others_do_not_see_the_label(chat):
    """https://ircv3.net/specs/extensions/labeled-response#tags"""
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert", ALL_CAPABILITIES)

    anna.ask("@label=1 PRIVMSG #lobby :hello")

    assert "label" not in bert.roundtrip()[-1].tags


def test_a_refusal_carries_the_label(chat):
    """https://ircv3.net/specs/extensions/labeled-response#tags"""
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("@label=1 NONSENSE")

    assert [(each.command, each.tags.get("label")) for each in answers] == [
        ("421", "1")
    ]


def test_without_the_capability_a_label_is_not_read(chat):
    """https://ircv3.net/specs/extensions/labeled-response#capabilities"""
    anna = chat.join("anna", "message-tags")

    answers = anna.ask("@label=1 NONSENSE")

    assert "label" not in answers[0].tags
