import pytest

from tests.server.raw_client import commands, lines


def test_who_joins_an_empty_channel_becomes_its_operator(chat):
    anna = chat.join("anna")

    answers = anna.ask("JOIN #garden")

    assert lines(answers) == [
        ":anna!anna@127.0.0.1 JOIN #garden",
        ":chatapp.local 353 anna = #garden @anna",
        ":chatapp.local 366 anna #garden :End of NAMES.",
    ]


def test_nobody_is_operator_of_the_lobby(chat):
    anna = chat.join("anna")

    assert ":chatapp.local 353 anna = #lobby anna" in lines(anna.ask("NAMES #lobby"))


def test_a_join_is_heard_by_all_members(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #garden")

    bert.ask("JOIN #garden")

    assert ":bert!bert@127.0.0.1 JOIN #garden" in lines(anna.roundtrip())


def test_several_channels_are_joined_with_one_command(chat):
    anna = chat.join("anna")

    answers = anna.ask("JOIN #a,#b")

    assert [each.params[0] for each in answers if each.command == "JOIN"] == [
        "#a",
        "#b",
    ]


def test_a_second_join_changes_nothing(chat):
    anna = chat.join("anna")

    assert anna.ask("JOIN #lobby") == []


def test_a_name_that_is_no_channels_is_refused(chat):
    anna = chat.join("anna")

    answers = anna.ask("JOIN garden", "JOIN #" + "x" * 70)

    assert commands(answers) == ["403", "403"]


def test_a_user_can_be_in_so_many_channels_and_no_more(start_server):
    chat = start_server(limits={"channels_per_user": 2})
    anna = chat.join("anna")

    answers = anna.ask("JOIN #a", "JOIN #b")

    assert commands(answers)[-1] == "405"


def test_a_part_is_heard_by_all_members_the_one_who_leaves_too(chat):
    anna, bert = chat.join("anna"), chat.join("bert")

    answers = bert.ask("PART #lobby :see you")

    assert lines(answers) == [":bert!bert@127.0.0.1 PART #lobby :see you"]
    assert lines(anna.roundtrip())[-1] == lines(answers)[0]


def test_who_is_not_there_cannot_leave(chat):
    anna = chat.join("anna")
    chat.join("bert").ask("JOIN #garden")
    anna.roundtrip()

    answers = anna.ask("PART #garden", "PART #nowhere")

    assert commands(answers) == ["442", "403"]


def test_join_0_leaves_all_channels(chat):
    anna = chat.join("anna")
    anna.ask("JOIN #garden")

    answers = anna.ask("JOIN 0")

    assert [each.params[0] for each in answers] == ["#lobby", "#garden"]


def test_a_topic_is_told_to_members_and_to_who_joins_later(chat):
    anna = chat.join("anna")
    anna.ask("JOIN #garden", "TOPIC #garden :Apples and pears")
    bert = chat.join("bert")

    answers = bert.ask("JOIN #garden")

    assert ":chatapp.local 332 bert #garden :Apples and pears" in lines(answers)
    assert "333" in commands(answers)


def test_a_topic_can_be_asked_for_and_taken_away(chat):
    anna = chat.join("anna")
    anna.ask("JOIN #garden", "TOPIC #garden :Apples")

    answers = anna.ask("TOPIC #garden", "TOPIC #garden :", "TOPIC #garden")

    assert commands(answers) == ["332", "333", "TOPIC", "331"]


@pytest.mark.parametrize("topic", ["", "Apples"])
def test_a_topic_that_stays_as_it_is_is_told_to_nobody(chat, topic):
    """https://modern.ircdocs.horse/#topic-message"""
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #garden", f"TOPIC #garden :{topic}")
    bert.ask("JOIN #garden")
    anna.roundtrip()

    assert anna.ask(f"TOPIC #garden :{topic}") == []
    assert bert.roundtrip() == []


def test_only_an_operator_changes_the_topic_of_a_channel_with_t(chat):
    anna = chat.join("anna")

    assert commands(anna.ask("TOPIC #lobby :mine")) == ["482"]


def test_a_topic_of_the_lobby_is_there_after_a_restart(start_server):
    first = start_server(channels={"default_modes": "+n"})
    first.join("anna").ask("TOPIC #lobby :Welcome")
    first.stop()

    anna = start_server().join("anna")

    assert commands(anna.ask("TOPIC #lobby")) == ["332", "333"]


def test_names_of_several_channels_are_told(chat):
    anna = chat.join("anna")
    anna.ask("JOIN #garden")

    answers = anna.ask("NAMES #lobby,#garden,#nowhere")

    assert commands(answers) == ["353", "353", "366"]


def test_a_long_list_of_names_takes_several_lines_within_512_bytes(chat):
    nicks = [f"somebody-with-a-long-name-{number:02}" for number in range(30)]
    clients = [chat.join(nick) for nick in nicks]

    clients[0].send("NAMES #lobby")
    answers = clients[0].read_until("366")
    replies = [each for each in answers if each.command == "353"]

    assert sorted(" ".join(each.trailing for each in replies).split()) == nicks
    assert max(len(each.render().encode()) for each in replies) <= 510
