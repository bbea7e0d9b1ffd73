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
