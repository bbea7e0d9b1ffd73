"""Messages of several lines, over real sockets, with the real server."""

CODE = "def f():\n\treturn 1\n\n" + "long " * 200 + "\nf()"


def test_several_lines_are_one_message_for_everybody_who_knows_them(
    server, make_client
):
    noor, ann = make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")
    ann.enter_lobby(server.server.port, "anna")

    noor.network.say("#lobby", CODE)
    ann.loop.run_until(lambda: ann.texts() == [CODE])

    history = noor.network.history("#lobby")
    noor.loop.run_until(lambda: history.confirmed_count == len(history))
    assert noor.texts() == [CODE]
    assert noor.network.count_messages("#lobby", CODE) == 1


def test_others_hear_line_by_line(server, make_client):
    noor, plain = make_client(), server.join("plain")
    noor.enter_lobby(server.server.port, "noor")

    noor.network.say("#lobby", "one\n\ntwo")

    history = noor.network.history("#lobby")
    noor.loop.run_until(lambda: history.confirmed_count == len(history))

    heard = [line for line in plain.roundtrip() if line.command == "PRIVMSG"]
    assert [line.trailing for line in heard] == ["one", "two"]


def test_who_comes_later_reads_them_as_one_message(server, make_client):
    noor, ann = make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")
    for text in ("before", CODE, "after"):
        noor.network.say("#lobby", text)
    history = noor.network.history("#lobby")
    noor.loop.run_until(lambda: history.confirmed_count == len(history))

    ann.enter_lobby(server.server.port, "anna")
    ann.loop.run_until(lambda: len(ann.texts()) == 3)

    assert ann.texts() == noor.texts() == ["before", CODE, "after"]
