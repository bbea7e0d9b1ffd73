import pytest

from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


def test_a_message_is_heard_by_all_members_but_the_sender(chat):
    anna, bert, carl = (chat.join(nick) for nick in ("anna", "bert", "carl"))

    answers = anna.ask("PRIVMSG #lobby :hello everybody")

    assert ":anna!anna@127.0.0.1 PRIVMSG #lobby :hello everybody" in lines(
        bert.roundtrip()
    )
    assert lines(carl.roundtrip()) == [
        ":anna!anna@127.0.0.1 PRIVMSG #lobby :hello everybody"
    ]
    assert "PRIVMSG" not in commands(answers)


def test_the_sender_hears_the_echo_he_asked_for_as_all_others_do(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert", ALL_CAPABILITIES)
    anna.roundtrip()

    echo = anna.ask("PRIVMSG #lobby :hello")
    heard = bert.roundtrip()

    assert [(each.command, each.tags) for each in echo] == [
        (each.command, each.tags) for each in heard
    ]
    assert set(echo[0].tags) == {"msgid", "time"}


def test_all_hear_two_senders_in_one_order(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert", ALL_CAPABILITIES)
    anna.roundtrip()

    anna.send(*(f"PRIVMSG #lobby :a{number}" for number in range(50)))
    bert.send(*(f"PRIVMSG #lobby :b{number}" for number in range(50)))
    heard_by_anna = anna.roundtrip()
    heard_by_bert = bert.roundtrip()
    heard_by_anna += anna.roundtrip()

    assert len(heard_by_bert) == 100
    assert [each.trailing for each in heard_by_anna] == [
        each.trailing for each in heard_by_bert
    ]


def test_a_private_message_reaches_its_recipient_alone(chat):
    anna, bert, carl = (chat.join(nick) for nick in ("anna", "bert", "carl"))

    anna.ask("PRIVMSG bert :psst")

    assert lines(bert.roundtrip())[-1] == ":anna!anna@127.0.0.1 PRIVMSG bert psst"
    assert carl.roundtrip() == []


def test_who_is_away_says_so_to_a_private_message_and_not_to_a_notice(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    bert.ask("AWAY :at lunch")

    answers = anna.ask("PRIVMSG bert :psst", "NOTICE bert :psst")

    assert lines(answers)[-1] == ":chatapp.local 301 anna bert :at lunch"
    assert commands(answers).count("301") == 1


@pytest.mark.parametrize(
    ("line", "numeric"),
    [
        ("PRIVMSG", "411"),
        ("PRIVMSG #lobby", "412"),
        ("PRIVMSG #lobby :", "412"),
        ("PRIVMSG #nowhere :x", "403"),
        ("PRIVMSG nobody :x", "401"),
        ("PRIVMSG a,b,c,d,e,f,g,h,i,j,k :x", "407"),
        ("TAGMSG", "461"),
    ],
)
def test_a_message_that_goes_nowhere_is_refused(chat, line, numeric):
    anna = chat.join("anna")

    assert commands(anna.ask(line))[-1] == numeric


@pytest.mark.parametrize(
    "line",
    [
        "NOTICE",
        "NOTICE #lobby",
        "NOTICE nobody :x",
        "NOTICE #nowhere :x",
        "NOTICE a,b,c,d,e,f,g,h,i,j,k :x",
    ],
)
def test_a_notice_that_goes_nowhere_is_not_answered(chat, line):
    anna = chat.join("anna")

    assert anna.ask(line) == []


def test_what_does_not_fit_behind_the_senders_address_is_cut_for_all(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert")

    echo = anna.ask(f"PRIVMSG #lobby :{'ж ' * 160}")
    heard = bert.roundtrip()[-1]

    assert len(heard.render().encode()) in (509, 510)
    assert echo[-1].trailing == heard.trailing


def test_a_channel_can_be_spoken_to_only_from_inside(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    bert.ask("JOIN #garden")

    assert commands(anna.ask("PRIVMSG #garden :hello"))[-1] == "404"


def test_client_tags_pass_to_those_who_know_tags(chat):
    anna = chat.join("anna", "message-tags")
    bert, carl = chat.join("bert", "message-tags"), chat.join("carl")

    anna.ask("@+x=a\\sb;y=z PRIVMSG #lobby :hello")
    heard = bert.roundtrip()[-1]

    assert heard.tags.get("+x") == "a b"
    assert "y" not in heard.tags
    assert carl.roundtrip()[-1].tags == {}


def test_a_tagmsg_is_heard_only_by_who_knows_tags(chat):
    anna = chat.join("anna", "message-tags")
    bert, carl = chat.join("bert", "message-tags"), chat.join("carl")
    bert.roundtrip()

    anna.ask("@+typing=active TAGMSG #lobby")

    assert lines(bert.roundtrip()) == [":anna!anna@127.0.0.1 TAGMSG #lobby"]
    assert carl.roundtrip() == []


def test_a_repeated_message_is_echoed_again_and_heard_by_nobody(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert", ALL_CAPABILITIES)
    anna.roundtrip()

    first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    again = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")

    assert again == first
    assert len(bert.roundtrip()) == 1


def test_a_message_is_known_as_repeated_after_a_restart(start_server):
    first_server = start_server()
    anna = first_server.join("anna", ALL_CAPABILITIES)
    first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    first_server.stop()

    anna = start_server().join("anna", ALL_CAPABILITIES)
    again = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")

    assert [each.tags["msgid"] for each in again] == [
        each.tags["msgid"] for each in first
    ]


def test_the_same_id_of_another_sender_is_another_message(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert", ALL_CAPABILITIES)

    anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
    bert.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")

    assert [each.source for each in anna.roundtrip()] == ["bert!bert@127.0.0.1"]


def test_a_message_to_oneself_is_labelled_once(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)

    heard = anna.ask("@label=1 PRIVMSG anna :note")

    assert sorted(each.tags.get("label", "") for each in heard) == ["", "1"]
