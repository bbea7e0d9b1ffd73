"""What is said, line by line, in and out."""

from dataclasses import replace

import pytest

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.events import ServerSaid
from chatapp.models.session import conversation
from chatapp.models.session.facts import Acknowledged, Heard
from tests.chatapp.models.fakes import NOON
from tests.chatapp.models.session.stage import SessionStage

ACTION = MessageKind.ACTION
TEXT = MessageKind.TEXT
NOTICE = MessageKind.NOTICE


def written(text="hi", room="#lobby", kind=TEXT):
    return ChatMessage("k1", room, "noor", text, NOON, kind, client_id="c1", mine=True)


@pytest.mark.parametrize(
    ("line", "room", "kind", "text"),
    [
        (":Ann!a@h PRIVMSG #lobby :hello", "#lobby", TEXT, "hello"),
        (":Ann!a@h PRIVMSG #LOBBY :hello", "#lobby", TEXT, "hello"),
        (":Ann!a@h PRIVMSG @#lobby :for operators", "#lobby", TEXT, "for operators"),
        (":Ann!a@h PRIVMSG noor :psst", "Ann", TEXT, "psst"),
        (":Ann!a@h NOTICE #lobby :beware", "#lobby", NOTICE, "beware"),
        (":Ann!a@h PRIVMSG #lobby :\x01ACTION waves\x01", "#lobby", ACTION, "waves"),
        (":Ann!a@h PRIVMSG #lobby :\x01ACTION waves", "#lobby", ACTION, "waves"),
        (":Ann!a@h PRIVMSG #lobby :\x01ACTION\x01", "#lobby", ACTION, ""),
        (":noor!u@h PRIVMSG Ann :yes", "Ann", TEXT, "yes"),
        (":noor!u@h PRIVMSG noor :note", "noor", TEXT, "note"),
    ],
)
def test_a_message_belongs_to_its_conversation(member, line, room, kind, text):
    member.feed(line)

    heard = member.told(Heard)[0].line
    assert (heard.room, heard.kind, heard.text) == (room, kind, text)


def test_words_for_some_ranks_are_of_the_channel_though_no_server_says_so(member):
    member.feed(":s 005 noor -STATUSMSG CHANTYPES=#+ :are supported")
    member.enter("+tea").enter("#lobby")

    member.feed(
        ":Ann!a@h NOTICE @#lobby :one",
        ":Ann!a@h PRIVMSG +tea :two",
        ":Ann!a@h PRIVMSG +#lobby :three",
    )

    assert [it.line.room for it in member.told(Heard)] == ["#lobby", "+tea", "#lobby"]


def test_somebody_of_whom_no_user_is_told_is_a_person_all_the_same(member):
    member.feed(":gate 001 noor :Welcome")

    member.feed(
        ":bob PRIVMSG noor :hello",
        ":gate PRIVMSG noor :I am the server",
        ":irc.example PRIVMSG noor :I am one, too",
    )

    assert [it.line.room for it in member.told(Heard)] == ["bob"]
    assert len(member.told(ServerSaid)) == 2


def test_what_an_operator_tells_all_is_passed_on(member):
    member.feed(":Ann!a@h WALLOPS :Restart at nine")

    assert member.told(ServerSaid) == [ServerSaid("Ann: Restart at nine")]


def test_tags_tell_time_and_ids(member):
    member.feed(
        "@time=2026-11-22T10:00:00.500Z;msgid=m7;+chatapp/id=c9 "
        ":Ann!a@h PRIVMSG #lobby :hello"
    )

    line = member.told(Heard)[0].line
    assert (line.msgid, line.client_id) == ("m7", "c9")
    assert line.time == NOON.replace(hour=10, microsecond=500_000)
    assert not line.mine


@pytest.mark.parametrize("tags", ["", "@time=yesterday ", "@time "])
def test_without_a_time_of_the_server_it_is_now(member, tags):
    member.feed(f"{tags}:Ann!a@h PRIVMSG #lobby :hello")

    assert member.told(Heard)[0].line.time == NOON


@pytest.mark.parametrize(
    ("text", "is_mention"),
    [
        ("noor: hello", True),
        ("hello NOOR!", True),
        ("(noor)", True),
        ("@noor", True),
        ("\x0304noor\x03 in red", True),
        ("noor's tea", True),
        ("noorish", False),
        ("anoor", False),
        ("noor_", False),
        ("noorish noor", True),
        ("nothing", False),
    ],
)
def test_ones_nick_as_a_word_is_a_mention(member, text, is_mention):
    member.feed(f":Ann!a@h PRIVMSG #lobby :{text}")

    assert member.told(Heard)[0].line.mentions_me is is_mention


def test_one_does_not_mention_oneself(member):
    member.feed(":noor!u@h PRIVMSG #lobby :I am noor")

    line = member.told(Heard)[0].line
    assert line.mine
    assert not line.mentions_me


def test_an_echo_carries_the_label(member):
    member.feed("@label=L5 :noor!u@h PRIVMSG #lobby :hello")

    assert member.told(Heard)[0].label == "L5"


def test_words_open_a_conversation_and_a_notice_does_not(member):
    member.feed(":Ann!a@h PRIVMSG noor :hi", ":Ann!a@h NOTICE noor :hi")

    assert [heard.opens for heard in member.told(Heard)] == [True, False]


@pytest.mark.parametrize(
    "line",
    [":irc.example NOTICE noor :Server full", ":irc.example NOTICE * :Server full"],
)
def test_words_of_the_server_belong_to_no_conversation(member, line):
    member.feed(line)

    assert member.facts == [ServerSaid("Server full")]


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        ("VERSION", "NOTICE Ann :\x01VERSION chatapp\x01"),
        ("PING 12 34", "NOTICE Ann :\x01PING 12 34\x01"),
        (
            "CLIENTINFO",
            "NOTICE Ann :\x01CLIENTINFO ACTION CLIENTINFO PING VERSION\x01",
        ),
    ],
)
def test_harmless_questions_of_programs_are_answered(member, request_, answer):
    member.feed(f":Ann!a@h PRIVMSG noor :\x01{request_}\x01")

    assert member.sent == [answer]
    assert member.facts == []


@pytest.mark.parametrize(
    "line",
    [
        ":Ann!a@h PRIVMSG noor :\x01DCC SEND file 1 2 3\x01",
        ":Ann!a@h NOTICE noor :\x01VERSION mine is better\x01",
        ":Ann!a@h PRIVMSG noor :\x01\x01",
        "PRIVMSG noor :\x01VERSION\x01",
    ],
)
def test_other_questions_and_all_answers_stay_unanswered(member, line):
    member.feed(line)

    assert member.sent == []


def test_questions_cannot_make_one_flood(member):
    member.feed(*[":Ann!a@h PRIVMSG noor :\x01VERSION\x01"] * 50)
    assert len(member.sent) == 3

    member.time.pass_by(11)
    member.feed(":Ann!a@h PRIVMSG noor :\x01VERSION\x01")

    assert len(member.sent) == 4


def test_the_echo_of_ones_own_question_only_confirms_it(member):
    member.feed("@label=L1 :noor!u@h PRIVMSG Ann :\x01VERSION\x01")

    assert member.facts == [Acknowledged("L1")]
    assert member.sent == []


def test_a_message_is_sent_with_label_and_id(member):
    conversation.say(member.session, written(), "L1")

    assert member.sent == ["@label=L1;+chatapp/id=c1 PRIVMSG #lobby hi"]


def test_tags_go_only_to_a_server_that_knows_them():
    stage = SessionStage().sign_in("").enter()

    conversation.say(stage.session, written(), "L1")

    assert stage.sent == ["PRIVMSG #lobby hi"]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (ACTION, "PRIVMSG #lobby :\x01ACTION waves\x01"),
        (NOTICE, "NOTICE #lobby waves"),
    ],
)
def test_each_kind_goes_out_in_its_own_way(kind, line):
    stage = SessionStage().sign_in("").enter()

    conversation.say(stage.session, written("waves", kind=kind), "")

    assert stage.sent == [line]


@pytest.mark.parametrize("kind", [TEXT, ACTION])
@pytest.mark.parametrize("text", ["word " * 400, "ü" * 900, "👩‍👩‍👧" * 200])
def test_a_long_text_is_parted_so_that_others_receive_all_of_it(member, text, kind):
    parts = conversation.split_for_wire(member.session, "#lobby", text, kind)

    assert "".join(parts) == text
    for part in parts:
        wire = conversation.wrap(part, kind)
        received = f":noor!u@h PRIVMSG #lobby :{wire}\r\n"
        assert len(received.encode()) <= 512


def test_a_long_text_stays_bold_in_each_of_its_parts(member):
    text = "\x02" + "word " * 200 + "\x02" + "word " * 100

    parts = conversation.split_for_wire(member.session, "#lobby", text, TEXT)

    assert [part[0] for part in parts] == ["\x02", "\x02", "\x02", "w"]
    assert max(len(f":noor!u@h PRIVMSG #lobby :{part}\r\n") for part in parts) <= 512


def test_text_is_parted_at_line_ends_and_cleaned_of_what_cannot_be_sent():
    assert conversation.lines_of("a\r\nb\0c\r\ud83d") == ["a", "bc", "?"]


def test_a_line_is_not_changed_by_being_sent(member):
    line = written()

    conversation.say(member.session, line, "L1")

    assert line == replace(written())


def test_control_codes_of_others_are_not_sent_back(member):
    member.feed(":Ann!a@h PRIVMSG noor :\x01PING 7\x01\x02\x1b[2J\u202e8\x01")

    assert member.sent == ["NOTICE Ann :\x01PING 7[2J8\x01"]
