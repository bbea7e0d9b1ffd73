"""ISUPPORT when asked for, before signing in, and in a batch.

Specification: https://ircv3.net/specs/extensions/extended-isupport
"""

from tests.server.raw_client import ALL_CAPABILITIES, commands


def test_it_can_be_asked_for_before_signing_in(chat):
    """https://ircv3.net/specs/extensions/extended-isupport#isupport-command"""
    client = chat.connect()
    client.ask("CAP REQ :batch draft/extended-isupport")

    first, *middle, last = client.ask("ISUPPORT")

    assert first.params[1] == "draft/isupport"
    assert last.params == (f"-{first.params[0][1:]}",)
    assert {each.command for each in middle} == {"005"}
    assert {each.tags["batch"] for each in middle} == {first.params[0][1:]}


def test_at_signing_in_it_stands_in_a_batch_too(chat):
    """https://ircv3.net/specs/extensions/extended-isupport#draftisupport-batch"""
    client = chat.connect()
    client.send("CAP REQ :batch draft/extended-isupport", "NICK anna")
    client.send("USER anna 0 * :Anna", "CAP END")

    answers = client.read_until("422")

    told = [each for each in answers if each.command == "005"]
    assert told
    assert all("batch" in each.tags for each in told)


def test_without_batches_the_lines_stand_alone(chat):
    """https://ircv3.net/specs/extensions/extended-isupport#draftisupport-batch"""
    anna = chat.join("anna", "draft/extended-isupport")

    assert set(commands(anna.ask("ISUPPORT"))) == {"005"}


def test_without_the_capability_it_needs_signing_in(chat):
    """https://ircv3.net/specs/extensions/extended-isupport"""
    assert commands(chat.connect().ask("ISUPPORT")) == ["451"]
    assert set(commands(chat.join("anna").ask("ISUPPORT"))) == {"005"}


def test_a_labelled_question_holds_the_batch_inside_its_own(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    anna = chat.join("anna", f"{ALL_CAPABILITIES} draft/extended-isupport")

    answers = anna.ask("@label=1 ISUPPORT")

    assert answers[0].tags["label"] == "1"
    assert answers[0].params[1] == "draft/isupport"
    assert commands(answers)[-1] == "BATCH"
