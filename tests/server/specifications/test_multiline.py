"""Messages of several lines.

Specification: https://ircv3.net/specs/extensions/multiline
"""

import pytest

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands

MULTILINE = f"{ALL_CAPABILITIES} draft/multiline"
CONCAT = "draft/multiline-concat"


def compose(*lines, target="#garden", tags=""):
    """Give what a client sends for a message; a line that goes on begins with "+"."""
    return [
        f"{tags}BATCH +1 draft/multiline {target}",
        *(
            f"@batch=1;{CONCAT} PRIVMSG {target} :{line[1:]}"
            if line.startswith("+")
            else f"@batch=1 PRIVMSG {target} :{line}"
            for line in lines
        ),
        "BATCH -1",
    ]


def texts(messages):
    return [each.trailing for each in messages if each.command == "PRIVMSG"]


def test_who_knows_it_hears_a_batch(chat):
    """https://ircv3.net/specs/extensions/multiline#batch-types"""
    anna, bert = garden(chat, "anna", "bert", capabilities=MULTILINE)

    echo = anna.ask(*compose("hello", "how is ", "+everyone?", tags="@label=7 "))

    begin, *lines, end = echo
    reference = begin.params[0].removeprefix("+")
    assert begin.params[1:] == ("draft/multiline", "#garden")
    assert begin.source == "anna!anna@127.0.0.1"
    assert begin.tags.keys() == {"label", "msgid", "time"}
    assert texts(lines) == ["hello", "how is ", "everyone?"]
    assert [sorted(each.tags) for each in lines] == [
        ["batch"],
        ["batch"],
        ["batch", CONCAT],
    ]
    assert {each.tags["batch"] for each in lines} == {reference}
    assert end.params == (f"-{reference}",)
    heard = bert.roundtrip()
    assert texts(heard) == texts(echo)
    assert heard[0].tags["msgid"] == begin.tags["msgid"]


def test_who_does_not_know_it_hears_lines(chat):
    """https://ircv3.net/specs/extensions/multiline#fallback"""
    (anna,) = garden(chat, "anna", capabilities=MULTILINE)
    (bert,) = garden(chat, "bert", capabilities=ALL_CAPABILITIES)
    anna.roundtrip()

    sent = compose("", "how is ", "+everyone?", tags="@+own/tag=1 ")
    begin = anna.ask(*sent)[0]

    first, second = bert.roundtrip()
    assert texts([first, second]) == ["how is ", "everyone?"]
    assert first.tags == begin.tags
    assert second.tags == {
        name: value for name, value in begin.tags.items() if name != "msgid"
    }


def test_blank_lines_stay_for_who_knows_it(chat):
    """https://ircv3.net/specs/extensions/multiline#batch-types"""
    anna, bert = garden(chat, "anna", "bert", capabilities=MULTILINE)

    anna.ask(*compose("", "one", "", "two", ""))

    assert texts(bert.roundtrip()) == ["", "one", "", "two", ""]


def test_a_message_of_one_line_is_an_ordinary_one(chat):
    """https://ircv3.net/specs/extensions/multiline#batch-types"""
    anna, bert = garden(chat, "anna", "bert", capabilities=MULTILINE)

    (echo,) = anna.ask(*compose("hello", tags="@label=1 "))

    assert echo.tags["label"] == "1"
    assert commands(bert.roundtrip()) == ["PRIVMSG"]


def test_a_direct_message_has_several_lines(chat):
    """https://ircv3.net/specs/extensions/multiline#batch-types"""
    anna, bert = chat.join("anna", MULTILINE), chat.join("bert", MULTILINE)
    anna.roundtrip()

    echo = anna.ask(*compose("one", "two", target="bert"))

    assert commands(echo) == ["BATCH", "PRIVMSG", "PRIVMSG", "BATCH"]
    assert texts(bert.roundtrip()) == ["one", "two"]


def test_the_answer_to_it_can_be_more_than_its_echo(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    anna, bert = chat.join("anna", MULTILINE), chat.join("bert", MULTILINE)
    anna.roundtrip()
    bert.ask("AWAY :out")
    anna.roundtrip()

    answers = anna.ask(*compose("one", "two", target="bert", tags="@label=1 "))

    assert commands(answers) == [
        "BATCH",
        "BATCH",
        "PRIVMSG",
        "PRIVMSG",
        "BATCH",
        "301",
        "BATCH",
    ]
    outer = answers[0].params[0].removeprefix("+")
    assert answers[0].tags["label"] == "1"
    assert answers[1].tags["batch"] == answers[5].tags["batch"] == outer


def test_the_history_keeps_it_whole(chat):
    """https://ircv3.net/specs/extensions/multiline#batch-types"""
    anna, bert = garden(chat, "anna", "bert", capabilities=MULTILINE)
    echo = anna.ask(*compose("one", "two", "+three"))
    bert.roundtrip()

    page = bert.ask("CHATHISTORY LATEST #garden * 1")

    outer, begin, *lines, end, _ = page
    assert begin.tags["batch"] == end.tags["batch"] == outer.params[0].lstrip("+")
    assert begin.tags["msgid"] == echo[0].tags["msgid"]
    assert texts(lines) == ["one", "two", "three"]
    assert CONCAT in lines[2].tags
    assert {each.tags["batch"] for each in lines} == {begin.params[0].lstrip("+")}


def test_the_history_gives_lines_to_who_does_not_know_it(chat):
    """https://ircv3.net/specs/extensions/multiline#fallback"""
    (anna,) = garden(chat, "anna", capabilities=MULTILINE)
    (bert,) = garden(chat, "bert", capabilities=ALL_CAPABILITIES)
    anna.ask(*compose("one", "", "two"))
    bert.roundtrip()

    page = bert.ask("CHATHISTORY LATEST #garden * 1")

    assert texts(page) == ["one", "two"]
    assert [("msgid" in each.tags) for each in page[1:-1]] == [True, False]


def test_a_message_that_comes_again_is_heard_once(chat):
    """The tag +chatapp/id of the whole message tells.

    Specification: https://ircv3.net/specs/extensions/multiline#batch-types
    """
    anna, bert = garden(chat, "anna", "bert", capabilities=MULTILINE)
    first = anna.ask(*compose("one", "two", tags="@+chatapp/id=x "))
    bert.roundtrip()

    again = anna.ask(*compose("one", "two", tags="@+chatapp/id=x "))

    assert again[0].tags["msgid"] == first[0].tags["msgid"]
    assert texts(again) == ["one", "two"]
    assert bert.roundtrip() == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["@batch=2 PRIVMSG #garden :hi"], ["MULTILINE_INVALID"]),
        ([f"@batch=1;{CONCAT} PRIVMSG #garden :"], ["MULTILINE_INVALID"]),
        (["@batch=1 NOTICE #garden :hi"], ["MULTILINE_INVALID"]),
        (["@batch=1 PRIVMSG #garden :", "BATCH -1"], ["MULTILINE_INVALID"]),
        (["BATCH +2 draft/multiline #garden"], ["MULTILINE_INVALID"]),
        (
            ["@batch=1 PRIVMSG #lobby :hi"],
            ["MULTILINE_INVALID_TARGET", "#garden", "#lobby"],
        ),
        (["@batch=1 PRIVMSG #garden :hi"] * 101, ["MULTILINE_MAX_LINES", "100"]),
        (
            [f"@batch=1 PRIVMSG #garden :{'x' * 400}"] * 41,
            ["MULTILINE_MAX_BYTES", "16384"],
        ),
    ],
)
def test_what_is_wrong_is_told_and_nobody_hears_it(chat, lines, words):
    """https://ircv3.net/specs/extensions/multiline#errors"""
    anna, bert = garden(chat, "anna", "bert", capabilities=MULTILINE)

    begin = "@label=5 BATCH +1 draft/multiline #garden"
    (answer,) = anna.ask(begin, *lines)

    assert answer.command == "FAIL"
    assert answer.tags["label"] == "5"
    assert list(answer.params[:-1]) == ["BATCH", *words]
    assert bert.roundtrip() == []


def test_the_rest_of_a_broken_message_is_not_said(chat):
    """https://ircv3.net/specs/extensions/multiline#errors"""
    anna, bert = garden(chat, "anna", "bert", capabilities=MULTILINE)

    answers = anna.ask(
        "BATCH +1 draft/multiline #garden",
        "@batch=1 NOTICE #garden :one",
        "@batch=1 PRIVMSG #garden :two",
        "BATCH -1",
        "PRIVMSG #garden :three",
    )

    assert commands(answers) == ["FAIL", "PRIVMSG"]
    assert texts(bert.roundtrip()) == ["three"]


@pytest.mark.parametrize(
    ("text", "refusal"), [(b"x" * 9000, "417"), (b"caf\xe9", "FAIL"), (b"\0", "FAIL")]
)
def test_a_message_is_not_said_without_a_line_that_cannot_be_read(chat, text, refusal):
    """https://ircv3.net/specs/extensions/multiline#errors"""
    anna, bert = garden(chat, "anna", "bert", capabilities=MULTILINE)

    anna.send("@label=5 BATCH +1 draft/multiline #garden")
    anna.send_bytes(b"@batch=1 PRIVMSG #garden :%b\r\n" % text)
    refused, failed = anna.ask("@batch=1 PRIVMSG #garden :two", "BATCH -1")

    assert refused.command == refusal
    assert failed.params[:2] == ("BATCH", "MULTILINE_INVALID")
    assert failed.tags["label"] == "5"
    assert bert.roundtrip() == []


@pytest.mark.parametrize(
    "line",
    [
        "BATCH +1 draft/multiline",
        "BATCH +1 example/other #garden",
        "BATCH -1",
        "BATCH 1 draft/multiline #garden",
        "BATCH +1 draft/multiline #garden,#lobby",
        "@batch=1 PRIVMSG #garden :hi",
        "@batch=1 BATCH +2 draft/multiline #garden",
    ],
)
def test_what_is_no_batch_is_refused(chat, line):
    """https://ircv3.net/specs/extensions/multiline#errors"""
    anna, bert = garden(chat, "anna", "bert", capabilities=MULTILINE)

    (answer,) = anna.ask(line)

    assert answer.params[:2] == ("BATCH", "MULTILINE_INVALID")
    assert bert.roundtrip() == []


def test_other_commands_end_it_and_are_done(chat):
    """https://ircv3.net/specs/extensions/multiline#batch-types"""
    anna, _bert = garden(chat, "anna", "bert", capabilities=MULTILINE)

    answers = anna.ask("BATCH +1 draft/multiline #garden", "TOPIC #garden")

    assert commands(answers) == ["FAIL", "331"]


def test_a_room_that_does_not_exist_is_told_at_the_end(chat):
    """https://ircv3.net/specs/extensions/multiline#errors"""
    anna = chat.join("anna", MULTILINE)

    assert commands(anna.ask(*compose("a", "b", target="#nowhere"))) == ["403"]


def test_the_limits_stand_in_the_offer(start_server):
    """https://ircv3.net/specs/extensions/multiline#capabilities"""
    limits = {"multiline_max_bytes": 4096, "multiline_max_lines": 32}
    chat = start_server(limits=limits)

    offers = chat.connect().ask("CAP LS 302")

    words = [word for offer in offers for word in offer.trailing.split()]
    assert "draft/multiline=max-bytes=4096,max-lines=32" in words


def test_who_has_not_asked_for_it_cannot_send_it(chat):
    """https://ircv3.net/specs/extensions/multiline#capabilities"""
    (anna,) = garden(chat, "anna", capabilities=ALL_CAPABILITIES)

    (answer,) = anna.ask("BATCH +1 draft/multiline #garden")

    assert answer.params[:2] == ("BATCH", "MULTILINE_INVALID")
