"""INVITATION: what operators make, and whom it lets in."""

import pytest

from server.clock import Clock
from server.storage.invitation_rows import SECONDS_TO_REMEMBER
from tests.server.account_holders import come_as, make_account, prove
from tests.server.operating import OPERATORS, operator_of
from tests.server.raw_client import RawClient, commands
from tests.server.running import RunningServer


class PassingTime:
    """A clock's seconds, as far as a test lets them pass."""

    def __init__(self) -> None:
        self.seconds = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def server(start_server) -> RunningServer:
    """A server that lets in only who is invited."""
    return start_server(server={"invited_only": True}, operators=OPERATORS)


def host_of(server: RunningServer, nick: str = "olga") -> RawClient:
    """Give an operator, who needs no invitation."""
    client = server.connect()
    client.send("OPER root correct-horse")
    return client.register(nick)


def make(host: RawClient, *words: str) -> tuple[str, str]:
    """Make an invitation: its number and its token."""
    answers = host.ask(f"INVITATION MAKE {' '.join(words)}")
    made = next(each for each in answers if each.command == "INVITATION")
    return made.params[1], made.trailing


def come_by(server: RunningServer, nick: str, token: str) -> RawClient:
    return server.connect().register(nick, password=f":invite:{token}")


def channels_of(client: RawClient) -> str:
    answers = client.ask(f"WHOIS {client.nick}")
    return " ".join(each.trailing for each in answers if each.command == "319")


def try_to_come(server: RunningServer, nick: str, *lines: str) -> list[str]:
    """Give what is told to somebody who is not let in: the numeric, the sentence."""
    client = server.connect()
    client.send(*lines, f"NICK {nick}", f"USER {nick} 0 * :x")
    refusal, farewell = client.read_to_end()
    assert farewell.command == "ERROR"
    return [refusal.command, refusal.trailing]


def refusal_of(server: RunningServer, nick: str, token: str) -> str:
    numeric, sentence = try_to_come(server, nick, f"PASS :invite:{token}")
    assert numeric == "464"
    return sentence


def test_without_an_invitation_nobody_comes_in_where_one_is_needed(server):
    numeric, sentence = try_to_come(server, "anna")

    assert numeric == "464"
    assert "Ask somebody who is there for an invitation" in sentence


def test_an_operator_comes_in_before_anybody_and_is_one_from_the_beginning(server):
    host = host_of(server)

    assert host.ask("MODE olga")[0].params[1] == "+os"


def test_who_comes_with_one_more_client_is_an_operator_with_all_of_them(server):
    first = host_of(server)
    first.send("REGISTER * * :correct horse")
    first.read_until("900")
    first.ask("MODE olga -o")

    second = server.connect()
    second.send("CAP LS 302", "CAP REQ :sasl", "OPER root correct-horse")
    prove(second, "olga", "correct horse")
    second.send("NICK olga", "USER olga 0 * :x", "CAP END")
    second.read_until("422")

    assert second.ask("INVITATION LIST")[-1].params[0] == "END"
    assert "+o" in [each.params[-1][:2] for each in first.read_until("MODE")]


def test_a_wrong_operators_password_lets_nobody_in(server):
    client = server.connect()
    client.send("OPER root wrong", "NICK eve", "USER eve 0 * :x")

    assert commands(client.read_to_end()) == ["464", "464", "ERROR"]


def test_a_token_lets_its_holders_in(server):
    _, token = make(host_of(server))

    anna, bert = come_by(server, "anna", token), come_by(server, "bert", token)

    assert anna.roundtrip()[-1].command == "JOIN"
    assert bert.roundtrip() == []


def test_a_token_lets_in_past_the_servers_password(start_server):
    server = start_server(server={"password": "sesame"}, operators=OPERATORS)
    host = server.connect().register("olga", password="sesame")
    host.ask("OPER root correct-horse")
    _, token = make(host)

    assert come_by(server, "anna", token).roundtrip() == []
    assert try_to_come(server, "bert", "PASS wrong")[0] == "464"


def test_a_token_that_nobody_made_is_refused(server):
    sentence = refusal_of(server, "eve", "guessed")

    assert sentence.startswith("This invitation is not known here.")


def test_an_invitation_that_was_taken_back_is_refused(server):
    host = host_of(server)
    number, token = make(host)

    answer = host.ask(f"INVITATION REVOKE {number}")

    assert answer[0].params == ("REVOKED", number)
    assert "was taken back" in refusal_of(server, "anna", token)
    assert host.ask(f"INVITATION REVOKE {number}")[0].params[1] == "UNKNOWN_INVITATION"


def test_an_invitation_expires(start_server):
    time = PassingTime()
    only = {"invited_only": True}
    server = start_server(Clock(wall=time), server=only, operators=OPERATORS)
    _, token = make(host_of(server), "* * 2h")
    come_by(server, "anna", token)

    time.seconds += 7200

    assert "has expired" in refusal_of(server, "bert", token)
    assert "has expired" in refusal_of(server, "Anna_", token)


def test_an_invitation_is_used_up_by_people_and_not_by_their_connections(server):
    host = host_of(server)
    _, token = make(host, "* 1")
    for _ in range(2):
        anna = come_by(server, "anna", token)
        anna.send("QUIT")
        anna.read_to_end()

    assert "as many people as it was made for" in refusal_of(server, "bert", token)
    assert come_by(server, "ANNA", token).roundtrip() == []


def test_who_makes_an_account_of_his_nick_is_no_second_person(server):
    host = host_of(server)
    _, token = make(host, "* 1")
    anna = come_by(server, "anna", token)
    anna.send("REGISTER * * :correct horse")
    anna.read_until("900")
    anna.send("QUIT")
    anna.read_to_end()

    again = server.connect()
    again.send("CAP LS 302", "CAP REQ :sasl", f"PASS :invite:{token}")
    prove(again, "anna")
    again.send("NICK anna", "USER anna 0 * :x", "CAP END")

    assert again.read_until("422", "464")[-1].command == "422"
    again.send("QUIT")
    again.read_to_end()
    assert "as many people" in refusal_of(server, "anna_", token)


def test_an_account_needs_no_invitation_and_a_stale_one_does_not_harm_it(server):
    host = host_of(server)
    host.ask("INVITATION ONLY off")
    make_account(server, "Anna")
    host.ask("INVITATION ONLY on")

    client = server.connect()
    client.send("CAP LS 302", "CAP REQ :sasl", "PASS :invite:long-gone")
    prove(client, "Anna")
    client.send("NICK Anna", "USER anna 0 * :x", "CAP END")

    assert client.read_until("422", "464")[-1].command == "422"
    assert come_as(server, "Anna").roundtrip() == []


def test_no_account_can_be_made_before_one_is_let_in(server):
    client = server.connect()

    answers = client.ask("NICK eve", "REGISTER * * :correct horse")

    assert answers[0].params[:2] == ("REGISTER", "COMPLETE_CONNECTION_REQUIRED")


def test_where_everybody_may_come_a_stale_invitation_keeps_out_no_guest_it_had(
    start_server,
):
    server = start_server(operators=OPERATORS)
    host = operator_of(server)
    number, token = make(host)
    come_by(server, "anna", token).send("QUIT")
    host.read_until("QUIT")
    host.ask(f"INVITATION REVOKE {number}")

    assert come_by(server, "anna", token).roundtrip() == []
    assert "was taken back" in refusal_of(server, "bert", token)


def test_an_invitation_opens_its_channel_and_leads_into_it(server):
    host = host_of(server)
    host.ask("JOIN #class", "MODE #class +ik secret")
    _, token = make(host, "#class")

    anna = come_by(server, "anna", token)
    bert = come_by(server, "bert", make(host)[1])

    assert "#class" in channels_of(anna)
    assert commands(bert.ask("JOIN #class")) == ["475"]


def test_who_has_left_an_invitations_channel_is_not_led_into_it_again(server):
    host = host_of(server)
    host.ask("JOIN #class", "MODE #class +ik secret")
    _, token = make(host, "#class")
    first = come_by(server, "anna", token)
    first.send("QUIT")
    first.read_to_end()

    anna = come_by(server, "anna", token)

    assert "#class" not in channels_of(anna)
    assert "JOIN" in commands(anna.ask("JOIN #class"))


def test_a_ban_of_the_channel_holds_for_who_is_invited_too(server):
    host = host_of(server)
    host.ask("JOIN #class", "MODE #class +b eve!*@*")
    _, token = make(host, "#class")

    eve = come_by(server, "eve", token)

    assert commands(eve.ask("JOIN #class")) == ["474"]


def test_an_invitation_goes_with_its_channel_to_another_name(server):
    host = host_of(server)
    host.ask("CAP REQ :draft/channel-rename", "JOIN #class", "MODE #class +i")
    _, token = make(host, "#class")
    host.ask("RENAME #class #physics")

    anna = come_by(server, "anna", token)

    assert "#physics" in channels_of(anna)


def test_who_rules_a_channel_decides_whether_an_operator_invites_into_it(server):
    host = host_of(server)
    anna = come_by(server, "anna", make(host)[1])
    anna.ask("JOIN #private", "MODE #private +i")

    host.roundtrip()

    assert commands(host.ask("INVITATION MAKE #private")) == ["482"]


def test_the_list_tells_how_many_came_and_how_long_it_holds(server):
    host = host_of(server)
    _, token = make(host, "#class 30 2h")
    come_by(server, "anna", token)
    host.roundtrip()

    entry, end = host.ask("INVITATION LIST")

    assert entry.params[:5] == ("ENTRY", "1", "#class", "1", "30")
    assert entry.params[5].endswith("Z")
    assert entry.trailing == "root"
    assert end.params == ("END", "on")


@pytest.mark.parametrize(
    "words", ["MAKE class", "MAKE * none", "MAKE * 0", "MAKE * * soon", "x", "ONLY"]
)
def test_what_is_not_written_as_it_should_be_is_refused(server, words):
    answer = host_of(server).ask(f"INVITATION {words}")

    assert answer[0].params[:2] == ("INVITATION", "INVALID_PARAMS")


def test_only_operators_make_invitations(chat):
    assert commands(chat.join("anna").ask("INVITATION MAKE")) == ["481"]


def test_the_other_operators_read_who_invites_and_never_the_token(server):
    host, other = host_of(server), host_of(server, "otto")
    host.roundtrip()
    other.roundtrip()

    number, token = make(host)
    told = other.read()

    assert told.trailing == f"root has made invitation {number}."
    assert token not in told.trailing


def test_invitations_and_who_came_outlive_a_restart(start_server):
    sections = {"server": {"invited_only": True}, "operators": OPERATORS}
    first = start_server(**sections)
    _, once = make(host_of(first), "* 1")
    number, back = make(host_of(first, "otto"))
    come_by(first, "anna", once)
    host_of(first, "orla").ask(f"INVITATION REVOKE {number}")
    first.stop()

    second = start_server(**sections)

    assert "as many people" in refusal_of(second, "bert", once)
    assert "was taken back" in refusal_of(second, "bert", back)
    assert come_by(second, "anna", once).roundtrip() == []


def test_who_may_come_in_is_decided_for_good_whatever_the_settings_say(start_server):
    first = start_server(operators=OPERATORS)
    assert operator_of(first).ask("INVITATION ONLY on")[0].params == ("ONLY", "on")
    first.stop()

    second = start_server(operators=OPERATORS)
    host = host_of(second)
    host.ask("REHASH")

    assert try_to_come(second, "anna")[0] == "464"
    assert host.ask("INVITATION LIST")[-1].params == ("END", "on")


def test_what_the_disk_refuses_to_keep_is_not_decided(server):
    host = host_of(server)
    server.writes("ALTER TABLE identity DROP COLUMN invited_only")

    answer = host.ask("INVITATION ONLY off")

    assert answer[0].params[:2] == ("INVITATION", "STORAGE_FAILING")
    assert try_to_come(server, "anna")[0] == "464"


def test_a_number_is_given_once_also_where_an_invitation_is_long_forgotten(
    start_server,
):
    time = PassingTime()
    first = start_server(Clock(wall=time), operators=OPERATORS)
    host = operator_of(first)
    number, _ = make(host)
    host.ask(f"INVITATION REVOKE {number}")
    first.stop()
    time.seconds += SECONDS_TO_REMEMBER + 1

    second = start_server(Clock(wall=time), operators=OPERATORS)

    assert make(operator_of(second))[0] == str(int(number) + 1)


def test_an_invitation_that_the_disk_refuses_lets_nobody_in(server):
    host = host_of(server)
    server.writes("DROP TABLE invitations")

    answer = host.ask("INVITATION MAKE")

    assert answer[0].params[:2] == ("INVITATION", "STORAGE_FAILING")
    assert server.server._services.world.invitations.in_force(0) == []


def test_the_file_has_no_token(server):
    _, token = make(host_of(server))

    server.stop()

    kept = [
        each.read_bytes() for each in server.path.parent.iterdir() if each.is_file()
    ]
    assert not any(token.encode() in content for content in kept)


def test_a_channel_that_begins_with_a_guest_is_the_servers_and_not_his(server):
    host = host_of(server)
    _, token = make(host, "#class")
    anna = come_by(server, "anna", token)

    refused = anna.ask("MODE #class +m")
    host.send("JOIN #class")
    host.roundtrip()
    done = host.ask("MODE #class +o anna")

    assert "482" in commands(refused)
    assert "MODE" in commands(done)
    assert "MODE" in commands(anna.ask("MODE #class +m"))
