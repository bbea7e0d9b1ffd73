from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


def test_going_away_and_coming_back_is_answered(chat):
    anna = chat.join("anna")

    assert commands(anna.ask("AWAY :at lunch", "AWAY")) == ["306", "305"]


def test_absence_is_heard_by_who_asked_for_it(chat):
    anna = chat.join("anna")
    bert, carl = chat.join("bert", ALL_CAPABILITIES), chat.join("carl")
    bert.roundtrip()

    anna.ask("AWAY :at lunch", "AWAY")

    assert lines(bert.roundtrip()) == [
        ":anna!anna@127.0.0.1 AWAY :at lunch",
        ":anna!anna@127.0.0.1 AWAY",
    ]
    assert carl.roundtrip() == []


def test_who_is_away_is_seen_as_away_when_he_joins(chat):
    anna, bert = chat.join("anna"), chat.join("bert", ALL_CAPABILITIES)
    bert.ask("JOIN #garden")
    anna.ask("AWAY :at lunch")
    bert.roundtrip()

    anna.ask("JOIN #garden")

    assert lines(bert.roundtrip()) == [
        ":anna!anna@127.0.0.1 JOIN #garden",
        ":anna!anna@127.0.0.1 AWAY :at lunch",
    ]


def test_which_of_some_nicks_are_here_is_told(chat):
    anna = chat.join("anna")
    chat.join("Bert")
    chat.connect().ask("NICK carl")
    anna.roundtrip()

    answers = anna.ask("ISON bert nobody :carl anna bert", "ISON nobody")

    assert lines(answers) == [
        ":chatapp.local 303 anna :Bert anna",
        ":chatapp.local 303 anna :",
    ]


def test_ison_and_userhost_need_a_nick(chat):
    anna = chat.join("anna")

    assert commands(anna.ask("ISON", "USERHOST")) == ["461", "461"]


def test_where_users_come_from_and_who_is_away_is_told(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    bert.ask("AWAY :at lunch")
    anna.roundtrip()

    answers = anna.ask("USERHOST anna BERT nobody", "USERHOST nobody")

    assert lines(answers) == [
        ":chatapp.local 302 anna :anna=+anna@127.0.0.1 bert=-bert@127.0.0.1",
        ":chatapp.local 302 anna :",
    ]


def test_userhost_tells_of_five_users_and_no_more(chat):
    clients = [chat.join(f"user{number}") for number in range(6)]

    answers = clients[5].ask("USERHOST user0 user1 user2 user3 user4 user5")

    assert len(answers[0].trailing.split()) == 5


def test_long_addresses_of_users_take_several_lines(chat):
    nicks = [f"{'ж' * 28}{number}" for number in range(5)]
    clients = [chat.join(nick) for nick in nicks]

    answers = clients[4].ask(f"USERHOST {' '.join(nicks)}")

    assert commands(answers) == ["302", "302"]
    assert sum(len(each.trailing.split()) for each in answers) == 5
