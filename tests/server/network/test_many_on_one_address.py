"""Terminal servers and schools: many people, and one address."""

import pytest

from server.network.door_limits import Admission
from server.network.turned_away import REFUSALS, LimitNotices
from tests.server.account_holders import make_account, prove
from tests.server.operating import OPERATORS, operator_of
from tests.server.secure_client import SecureClient

CLASS = 30


@pytest.fixture
def elsewhere(mocker):
    """Let all connections come from one other address."""
    mocker.patch("server.network.listener.is_this_machine", return_value=False)
    mocker.patch("server.commands.login_attempts.is_here", return_value=False)


@pytest.fixture
def school(mocker, elsewhere):
    """Let a whole school have as many attempts as one person elsewhere."""
    mocker.patch("server.commands.login_attempts.WHOLE_SCHOOL", 1)


def refusals(chat, secrets) -> list[str]:
    """Try one secret after the other, each on a connection of its own."""
    told = []
    for secret in secrets:
        client = chat.connect()
        client.send(f"PASS :{secret}", "NICK eve", "USER eve 0 * :x")
        told.append(client.read_to_end()[0].trailing)
    return told


@pytest.mark.parametrize(
    ("server", "guess"),
    [({"password": "sesame"}, "open-{}"), ({"invited_only": True}, "invite:guess-{}")],
)
def test_secrets_cannot_be_guessed_over_many_connections(
    start_server, school, server, guess
):
    chat = start_server(server=server)

    told = refusals(chat, [guess.format(number) for number in range(8)])

    assert not any("Please wait" in each for each in told[:5])
    assert "Too many wrong passwords were given. Please wait" in told[-1]


def test_who_knows_the_password_is_not_counted(start_server, school):
    chat = start_server(server={"password": "sesame"})
    refusals(chat, ["wrong"] * 3)

    for number in range(9):
        chat.connect().register(f"pupil{number}", password="sesame")

    assert "Please wait" not in refusals(chat, ["wrong"])[0]


def test_a_class_comes_in_by_one_invitation_at_once(start_server, elsewhere):
    chat = start_server(server={"invited_only": True}, operators=OPERATORS)
    host = chat.connect()
    host.send("OPER root correct-horse")
    host.register("olga").ask("JOIN #class", "MODE #class +i")
    token = host.ask(f"INVITATION MAKE #class {CLASS} 2h")[0].trailing

    pupils = [SecureClient(chat.server.port) for _ in range(CLASS)]
    for number, pupil in enumerate(pupils):
        pupil.nick = f"pupil{number}"
        pupil.send(f"PASS :invite:{token}", f"NICK {pupil.nick}", "USER p 0 * :x")
    for pupil in pupils:
        pupil.read_to(lambda it: it.command == "366" and it.params[1] == "#class")
    host.roundtrip()
    pupils[0].send("PRIVMSG #class :Good morning!")
    heard = [pupil.read_until("PRIVMSG")[-1].trailing for pupil in pupils[1:]]

    assert heard == ["Good morning!"] * (CLASS - 1)
    for pupil in pupils:
        pupil.close()


def test_a_class_makes_its_accounts_at_once(start_server, elsewhere):
    chat = start_server(accounts={"scram_iterations": 4096})
    pupils = [chat.join(f"pupil{number}") for number in range(CLASS)]

    for pupil in pupils:
        pupil.send("REGISTER * * :a long random secret")
    made = [pupil.read_until("REGISTER", "FAIL")[-1].command for pupil in pupils]

    assert made == ["REGISTER"] * CLASS


def test_who_has_signed_in_does_not_count_against_his_address(start_server, elsewhere):
    chat = start_server(limits={"max_connections_per_host": 2})

    pupils = [chat.join(f"pupil{number}") for number in range(CLASS)]

    assert len(chat.connections()) == len(pupils) == CLASS


def test_operators_hear_of_a_limit_at_the_door_and_what_they_can_do(
    start_server, elsewhere
):
    chat = start_server(limits={"max_connections_per_host": 1}, operators=OPERATORS)
    olga = operator_of(chat)
    olga.roundtrip()
    waiting = chat.connect()
    waiting.ask("CAP LS 302")

    refused = [chat.connect().read_to_end()[0].trailing for _ in range(3)]
    told = olga.read_until("NOTICE")[-1].trailing

    assert refused == [REFUSALS[Admission.TOO_MANY_FROM_ADDRESS]] * 3
    assert told.startswith("127.0.0.1 was not let in")
    assert "max_connections_per_host" in told
    assert olga.roundtrip() == []


def test_operators_hear_that_the_server_is_full(start_server):
    chat = start_server(limits={"max_connections": 1}, operators=OPERATORS)
    olga = operator_of(chat)
    olga.roundtrip()

    refused = chat.connect().read_to_end()[0].trailing

    assert refused == REFUSALS[Admission.SERVER_IS_FULL]
    assert "raise [limits] max_connections." in olga.read_until("NOTICE")[-1].trailing


def test_operators_hear_of_too_many_wrong_passwords(start_server, elsewhere):
    accounts = {"scram_iterations": 4096, "max_login_attempts": 1}
    chat = start_server(accounts=accounts, operators=OPERATORS)
    make_account(chat, "Anna")
    olga = operator_of(chat)
    olga.roundtrip()

    prove(chat.connect(), "Anna", "wrong")
    answer = prove(chat.connect(), "Anna", "wrong")[-1]

    assert answer.command == "904"
    assert "Please wait" in answer.trailing
    assert "[accounts] max_login_attempts" in olga.read_until("NOTICE")[-1].trailing


def test_a_ban_is_no_limit_of_which_operators_would_have_to_hear():
    told = []
    notices = LimitNotices(told.append, lambda: 0.0)

    notices.note(Admission.BANNED, "192.0.2.7")
    notices.note(Admission.SERVER_IS_FULL, "192.0.2.7")
    notices.note(Admission.SERVER_IS_FULL, "192.0.2.8")

    assert len(told) == 1
