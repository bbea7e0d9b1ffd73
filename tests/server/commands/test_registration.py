from tests.server.raw_client import commands, lines


def test_a_client_is_welcomed_and_finds_itself_in_the_lobby(chat):
    client = chat.connect()

    client.send("NICK anna", "USER anna 0 * :Anna")
    welcome = client.read_until("366")

    assert commands(welcome)[:5] == ["001", "002", "003", "004", "005"]
    assert ":anna!anna@127.0.0.1 JOIN #lobby" in lines(welcome)
    assert ":chatapp.local 353 anna = #lobby anna" in lines(welcome)


def test_what_the_server_supports_is_told(chat):
    client = chat.connect()

    client.send("NICK anna", "USER anna 0 * :Anna")
    tokens = [
        token
        for message in client.read_until("422")
        if message.command == "005"
        for token in message.params
    ]

    assert {"NICKLEN=30", "CASEMAPPING=precis", "UTF8ONLY", "CHATHISTORY=100"} <= {
        *tokens
    }


def test_nothing_else_works_before_sign_in(chat):
    client = chat.connect()

    answers = client.ask("JOIN #garden", "NONSENSE")

    assert commands(answers) == ["451", "451"]


def test_ping_is_answered_before_sign_in_with_its_token(chat):
    client = chat.connect()

    client.send("PING :two words")

    assert client.read().params == ("chatapp.local", "two words")


def test_a_nick_can_be_used_by_one_at_a_time_however_it_is_written(chat):
    chat.join("Änna")
    client = chat.connect()

    answers = client.ask("NICK äNNA")

    assert lines(answers) == [
        (
            ":chatapp.local 433 * äNNA "
            ":Somebody here uses that nick already. Choose another."
        )
    ]


def test_a_nick_is_free_again_when_its_owner_has_left(chat):
    chat.join("anna").send("QUIT")

    other = chat.join("bert")
    answers = other.ask("NICK anna")

    assert lines(answers) == [":bert!bert@127.0.0.1 NICK anna"]


def test_a_nick_that_the_wire_cannot_carry_is_refused_with_words(chat):
    client = chat.connect()

    answers = client.ask("NICK a*b")

    assert commands(answers) == ["432"]
    assert "cannot contain" in answers[0].trailing


def test_no_nick_is_asked_for(chat):
    assert commands(chat.connect().ask("NICK")) == ["431"]


def test_user_needs_all_of_its_parameters(chat):
    answers = chat.connect().ask("USER anna", "USER anna 0 * :")

    assert commands(answers) == ["461", "461"]


def test_signing_in_twice_is_refused(chat):
    client = chat.join("anna")

    answers = client.ask("USER anna 0 * :Anna", "PASS secret")

    assert commands(answers) == ["462", "462"]


def test_a_changed_nick_is_heard_by_who_shares_a_channel_once(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #garden")
    bert.ask("JOIN #garden")

    anna.ask("NICK anne")

    assert lines(bert.roundtrip()) == [":anna!anna@127.0.0.1 NICK anne"]


def test_who_does_not_know_the_password_is_not_let_in(start_server):
    chat = start_server(server={"password": "sesame"})
    client = chat.connect()

    client.send("PASS wrong", "NICK anna", "USER anna 0 * :Anna")

    assert commands(client.read_to_end()) == ["464", "ERROR"]


def test_who_knows_the_password_is_let_in(start_server):
    chat = start_server(server={"password": "sesame"})

    client = chat.connect().register("anna", password="sesame")

    assert client.roundtrip() == []


def test_quit_is_answered_with_error_and_heard_by_the_others(chat):
    anna, bert = chat.join("anna"), chat.join("bert")

    bert.send("QUIT :good night")
    farewell = bert.read_to_end()
    heard = anna.read_until("QUIT")

    assert commands(farewell) == ["ERROR"]
    assert lines(heard)[-1] == ":bert!bert@127.0.0.1 QUIT :Quit: good night"


def test_quit_before_sign_in_is_answered_at_once(chat):
    client = chat.connect()

    client.send("QUIT")

    assert commands(client.read_to_end()) == ["ERROR"]


def test_a_lost_connection_is_heard_by_the_others(chat):
    anna, bert = chat.join("anna"), chat.join("bert")

    bert.close()

    assert lines(anna.read_until("QUIT"))[-1] == (
        ":bert!bert@127.0.0.1 QUIT :The connection was closed."
    )


def test_the_message_of_the_day_is_read_at_sign_in_and_when_asked_for(start_server):
    chat = start_server(server={"motd": "Be kind.\nHave fun."})
    client = chat.join("anna")

    answers = client.ask("MOTD")

    assert commands(answers) == ["375", "372", "372", "376"]
    assert answers[1].trailing == "- Be kind."


def test_lusers_counts_who_is_here(chat):
    chat.connect().ask("NICK nobody")
    client = chat.join("anna")

    answers = client.ask("LUSERS")

    assert lines(answers)[0].endswith(":There is 1 user and 0 invisible on 1 server.")
    assert ":chatapp.local 253 anna 1" in lines(answers)[2]
