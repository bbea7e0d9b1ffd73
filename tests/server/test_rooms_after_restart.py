"""Which rooms there are when a server starts again, and how their members return."""

import sqlite3
from contextlib import closing

from tests.server.raw_client import ALL_CAPABILITIES, commands, lines


def restart(start_server, chat, **sections):
    chat.stop()
    return start_server(**sections)


def end_return_time_of(chat) -> None:
    chat.reactor.errands.end_return_time()


def test_a_guests_room_is_as_it_was(start_server):
    chat = start_server()
    anna = chat.join("anna")
    anna.ask("JOIN #garden", "TOPIC #garden :roses", "MODE #garden -t+b *!*@spam")
    anna.ask("MODE #garden +lk 7 sesame", "PRIVMSG #garden :hello")
    created = anna.ask("MODE #garden")

    anna = restart(start_server, chat).join("anna", ALL_CAPABILITIES)
    entered = anna.ask("JOIN #garden")
    after = anna.ask("MODE #garden")
    bans = anna.ask("MODE #garden b")
    said = anna.ask("CHATHISTORY LATEST #garden * 10")

    assert commands(entered) == ["JOIN", "332", "333", "353", "366"]
    assert lines(after) == lines(created)
    assert bans[0].params[2] == "*!*@spam"
    assert said[1].trailing == "hello"


def test_a_member_has_his_rank_again(start_server):
    chat = start_server()
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #garden")
    bert.ask("JOIN #garden")
    anna.ask("MODE #garden +v bert")

    chat = restart(start_server, chat)
    bert = chat.join("bert")
    for_bert = bert.ask("JOIN #garden")
    chat.join("anna").ask("JOIN #garden")
    for_carl = chat.join("carl").ask("JOIN #garden")

    assert "+bert" in for_bert[1].trailing
    assert sorted(for_carl[1].trailing.split()) == ["+bert", "@anna", "carl"]


def test_a_member_comes_past_what_keeps_others_out(start_server):
    chat = start_server()
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #garden")
    bert.ask("JOIN #garden")
    anna.ask("MODE #garden +ikl sesame 1")

    chat = restart(start_server, chat)
    stranger = chat.join("carl").ask("JOIN #garden")
    first = chat.join("bert").ask("JOIN #garden")
    second = chat.join("anna").ask("JOIN #garden")

    assert commands(stranger)[0] in {"471", "473", "475"}
    assert commands(first) == commands(second) == ["JOIN", "353", "366"]


def test_who_comes_from_elsewhere_is_not_taken_for_the_member(start_server):
    chat = start_server()
    chat.join("anna").ask("JOIN #garden", "MODE #garden +i")

    client = restart(start_server, chat).connect()
    client.send("NICK anna", "USER another 0 * :Another Anna")
    client.read_until("422")

    assert commands(client.ask("JOIN #garden"))[-1] == "473"


def test_who_had_left_does_not_return_as_a_member(start_server):
    chat = start_server()
    anna, bert, carl = chat.join("anna"), chat.join("bert"), chat.join("carl")
    for client in (anna, bert, carl):
        client.ask("JOIN #garden")
    anna.ask("MODE #garden +iooo anna bert carl")
    bert.ask("PART #garden")
    carl.ask("NICK clara")
    anna.roundtrip()

    chat = restart(start_server, chat)

    assert commands(chat.join("bert").ask("JOIN #garden")) == ["473"]
    assert commands(chat.join("carl").ask("JOIN #garden")) == ["473"]


def test_who_changed_his_nick_returns_by_the_new_one(start_server):
    chat = start_server()
    anna = chat.join("anna")
    anna.ask("JOIN #garden", "MODE #garden +i", "NICK nora")

    client = restart(start_server, chat).connect()
    client.send("NICK nora", "USER anna 0 * :Nora")
    client.read_until("422")

    assert commands(client.ask("JOIN #garden"))[-3:] == ["JOIN", "353", "366"]


def test_a_room_to_which_nobody_returns_ends(start_server):
    chat = start_server()
    chat.join("anna").ask("JOIN #garden", "PRIVMSG #garden :secret")

    chat = restart(start_server, chat)
    end_return_time_of(chat)
    assert chat.waits_for(lambda: "#garden" not in chat.world.channels)
    bert = chat.join("bert", ALL_CAPABILITIES)
    entered = bert.ask("JOIN #garden")
    said = bert.ask("CHATHISTORY LATEST #garden * 10")
    chat = restart(start_server, chat)

    assert entered[1].trailing == "@bert"
    assert commands(said) == ["BATCH", "BATCH"]
    assert chat.world.channels["#garden"].awaited.keys() == {"bert"}


def test_a_room_to_which_somebody_returned_stays_but_awaits_nobody_else(start_server):
    chat = start_server()
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #garden")
    bert.ask("JOIN #garden")
    anna.ask("MODE #garden +i")

    chat = restart(start_server, chat)
    anna = chat.join("anna")
    anna.ask("JOIN #garden")
    end_return_time_of(chat)
    anna.roundtrip()

    assert commands(chat.join("bert").ask("JOIN #garden")) == ["473"]
    assert commands(anna.ask("MODE #garden"))[-2:] == ["324", "329"]


def test_a_room_that_ended_does_not_come_back(start_server):
    chat = start_server()
    anna = chat.join("anna")
    anna.ask("JOIN #garden", "MODE #garden +i", "PART #garden")

    chat = restart(start_server, chat)

    assert list(chat.world.channels) == ["#lobby"]


def test_a_room_made_anew_in_one_breath_is_the_new_one_after_a_restart(start_server):
    chat = start_server()
    anna = chat.join("anna")
    anna.ask("JOIN #garden", "TOPIC #garden :old")
    anna.ask("PART #garden", "JOIN #garden", "MODE #garden +s", "PRIVMSG #garden :new")

    anna = restart(start_server, chat).join("anna", ALL_CAPABILITIES)
    entered = anna.ask("JOIN #garden")

    assert commands(entered) == ["JOIN", "353", "366"]
    assert entered[1].params[1] == "@"
    assert entered[1].trailing == "@anna"


def test_the_modes_and_bans_of_the_lobby_are_there_after_a_restart(start_server):
    chat = start_server()
    first, bert = chat.join("anna"), chat.join("bert")
    world = chat.world
    lobby = world.channels["#lobby"]
    lobby.members[world.users["anna"]] = "o"
    first.ask("MODE #lobby +m", "MODE #lobby +b *!*@spam", "MODE #lobby +v bert")
    bert.roundtrip()

    chat = restart(start_server, chat)
    bert = chat.join("bert")

    assert bert.ask("MODE #lobby")[0].params[2] == "+mnt"
    assert bert.ask("MODE #lobby b")[0].params[2] == "*!*@spam"
    assert bert.ask("PRIVMSG #lobby :I may") == []


def test_a_mode_that_could_not_be_recorded_is_as_it_was(chat):
    anna, bert = chat.join("anna"), chat.join("bert")
    anna.ask("JOIN #garden")
    bert.ask("JOIN #garden")
    chat.writes("PRAGMA query_only = ON")

    answers = anna.ask("MODE #garden +mo bert")
    chat.writes("PRAGMA query_only = OFF")
    modes = anna.ask("MODE #garden")
    names = anna.ask("NAMES #garden")

    assert commands(answers)[-1] == "FAIL"
    assert modes[0].params[2] == "+nt"
    assert "@bert" not in names[0].trailing


def test_a_room_that_ends_takes_nothing_from_one_that_had_its_name_before(
    start_server,
):
    renaming = f"{ALL_CAPABILITIES} draft/channel-rename"
    chat = start_server()
    anna = chat.join("anna", renaming)
    anna.ask("JOIN #plans", "PRIVMSG #plans :roses", "RENAME #plans #ideas")
    chat.join("bert").ask("JOIN #plans", "PRIVMSG #plans :tulips")

    chat = restart(start_server, chat)
    anna = chat.join("anna", renaming)
    anna.ask("JOIN #ideas")
    end_return_time_of(chat)
    assert chat.waits_for(lambda: _targets_of(chat, "tulips") == [])

    assert _targets_of(chat, "roses") == ["#plans"]
    said = anna.ask("CHATHISTORY LATEST #ideas * 10")
    assert [each.trailing for each in said if each.command == "PRIVMSG"] == ["roses"]


def _targets_of(chat, text):
    """Give under which keys a text stands in the history."""
    with closing(sqlite3.connect(chat.path)) as connection:
        query = "SELECT target FROM messages WHERE text = ?"
        return [target for (target,) in connection.execute(query, (text,))]
