"""Who comes while something is not recorded yet, and then cannot be."""

import sqlite3

from tests.server.raw_client import ALL_CAPABILITIES, commands


def test_who_came_while_a_topic_was_not_recorded_is_told_the_one_that_holds(
    start_server,
):
    chat = start_server(channels={"default_modes": "+n"})
    anna = chat.join("anna", ALL_CAPABILITIES)
    anna.ask("TOPIC #lobby :first")
    with chat.slow_disk():
        anna.send("TOPIC #lobby :second")
        assert chat.waits_for(lambda: not chat.reactor.turns.is_empty)
        bert = chat.connect()
        bert.send("NICK bert", "USER bert 0 * :Bert")
        assert chat.waits_for(lambda: len(chat.connections()) == 2)
        foreign = sqlite3.connect(chat.path, isolation_level=None)
        foreign.execute("BEGIN IMMEDIATE")

    heard = bert.read_until("TOPIC")
    foreign.close()

    assert heard[-1].params == ("#lobby", "first")
    assert commands(anna.roundtrip()) == ["FAIL", "JOIN"]
