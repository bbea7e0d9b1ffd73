from tests.server.raw_client import ALL_CAPABILITIES, commands


def texts(messages):
    return [each.trailing for each in messages if each.command == "PRIVMSG"]


def say(client, *words):
    return client.ask(*(f"PRIVMSG #lobby :{word}" for word in words))


def test_who_joins_later_reads_what_was_said(chat):
    say(chat.join("anna", ALL_CAPABILITIES), "one", "two", "three")
    bert = chat.join("bert", ALL_CAPABILITIES)

    answers = bert.ask("CHATHISTORY LATEST #lobby * 2")

    assert commands(answers) == ["BATCH", "PRIVMSG", "PRIVMSG", "BATCH"]
    assert texts(answers) == ["two", "three"]


def test_history_is_as_it_was_heard_with_its_tags(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    heard = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")[0]

    answers = anna.ask("CHATHISTORY LATEST #lobby * 1")
    tags = dict(answers[1].tags)
    reference = tags.pop("batch")

    assert answers[0].params[0] == f"+{reference}"
    assert tags == heard.tags
    assert answers[1].source == heard.source


def test_older_messages_come_before_a_message_or_a_time(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    heard = say(anna, "one", "two", "three")
    third = heard[2].tags

    by_id = anna.ask(f"CHATHISTORY BEFORE #lobby msgid={third['msgid']} 1")
    none = anna.ask(f"CHATHISTORY BEFORE #lobby timestamp={heard[0].tags['time']} 5")

    assert texts(by_id) == ["two"]
    assert commands(none) == ["BATCH", "BATCH"]


def test_newer_messages_come_after_a_message(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    heard = say(anna, "one", "two", "three")

    answers = anna.ask(f"CHATHISTORY LATEST #lobby msgid={heard[0].tags['msgid']} 5")

    assert texts(answers) == ["two", "three"]


def test_a_client_sees_its_own_message_in_the_history_at_once(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("PRIVMSG #lobby :now", "CHATHISTORY LATEST #lobby * 1")

    assert texts(answers) == ["now", "now"]


def test_lines_that_follow_a_history_request_wait_for_its_end(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)

    answers = anna.ask("CHATHISTORY LATEST #lobby * 1", "NONSENSE")

    assert commands(answers) == ["BATCH", "BATCH", "421"]


def test_history_is_for_members_only(chat):
    chat.join("anna").ask("JOIN #garden", "PRIVMSG #garden :secret")
    bert = chat.join("bert", ALL_CAPABILITIES)

    answers = bert.ask("CHATHISTORY LATEST #garden * 10")

    assert [each.params[:2] for each in answers] == [("CHATHISTORY", "INVALID_TARGET")]


def test_a_channels_history_ends_with_it(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    anna.ask("JOIN #garden", "PRIVMSG #garden :secret", "PART #garden")
    bert = chat.join("bert", ALL_CAPABILITIES)

    answers = bert.ask("JOIN #garden", "CHATHISTORY LATEST #garden * 10")

    assert texts(answers) == []


def test_two_who_talk_read_their_talk_and_nobody_else_does(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert", ALL_CAPABILITIES)
    carl = chat.join("carl", ALL_CAPABILITIES)
    anna.ask("PRIVMSG bert :psst")
    bert.ask("PRIVMSG anna :yes?")

    to_anna = anna.ask("CHATHISTORY LATEST bert * 10")
    to_bert = bert.ask("CHATHISTORY LATEST anna * 10")
    to_carl = carl.ask("CHATHISTORY LATEST anna * 10")

    assert texts(to_anna)[-2:] == ["psst", "yes?"]
    assert texts(to_bert)[-2:] == ["psst", "yes?"]
    assert texts(to_carl) == []


def test_the_next_user_of_a_nick_does_not_read_what_the_last_one_was_told(chat):
    anna = chat.join("anna", ALL_CAPABILITIES)
    bert = chat.join("bert", ALL_CAPABILITIES)
    anna.ask("PRIVMSG bert :psst")
    bert.send("QUIT")
    anna.read_until("QUIT")

    other = chat.join("bert", ALL_CAPABILITIES)

    assert texts(other.ask("CHATHISTORY LATEST anna * 10")) == []


def test_history_is_there_after_a_restart(start_server):
    first = start_server()
    heard = say(first.join("anna", ALL_CAPABILITIES), "one", "two")
    first.stop()

    anna = start_server().join("anna", ALL_CAPABILITIES)
    answers = anna.ask("CHATHISTORY LATEST #lobby * 10")

    assert texts(answers) == ["one", "two"]
    assert [each.tags["msgid"] for each in answers[1:-1]] == [
        each.tags["msgid"] for each in heard
    ]


def test_a_server_without_history_keeps_nothing(start_server):
    chat = start_server(history={"enabled": False})
    anna = chat.join("anna", "echo-message")

    answers = anna.ask("PRIVMSG #lobby :x", "CHATHISTORY LATEST #lobby * 1")

    assert commands(answers) == ["PRIVMSG", "FAIL"]


def test_without_batches_history_comes_as_plain_lines(chat):
    anna = chat.join("anna", "message-tags server-time echo-message")
    say(anna, "one")

    assert commands(anna.ask("CHATHISTORY LATEST #lobby * 1")) == ["PRIVMSG"]
