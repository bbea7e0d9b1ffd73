"""Windows of one account agree on what is read, over real sockets and a real server."""

import pytest

from tests.chatapp.models.computers import become_known


@pytest.fixture
def anna(server, computer):
    anna = computer("other")
    become_known(anna, server, "anna")
    return anna


@pytest.fixture
def windows(server, computer, anna, loop):
    """Two windows of noor, to whom anna has said two lines that mention him."""
    windows = computer("laptop"), computer("laptop")
    for window in windows:
        become_known(window, server)
    for words in ("noor: one", "noor: two"):
        anna.network.say("#lobby", words)
    loop.run_until(lambda: [counted(each) for each in windows] == [(2, 2), (2, 2)])
    return windows


def counted(client, room="#lobby"):
    found = client.network.room(room)
    return found and (found.unread, found.mentions)


def test_what_is_read_in_one_window_is_read_in_the_other(windows, loop):
    first, second = windows

    first.network.mark_read("#lobby")

    loop.run_until(lambda: counted(second) == (0, 0))


def test_what_is_said_to_one_alone_is_read_in_both_too(windows, anna, loop):
    first, second = windows
    anna.network.open_direct("noor")
    anna.network.say("noor", "just us")
    loop.run_until(lambda: counted(second, "anna") == (1, 0))
    loop.run_until(lambda: counted(first, "anna") == (1, 0))

    second.network.mark_read("anna")

    loop.run_until(lambda: counted(first, "anna") == (0, 0))


def test_another_computer_goes_on_from_where_one_has_read(
    windows, anna, server, computer, loop
):
    first, second = windows
    first.network.mark_read("#lobby")
    loop.run_until(lambda: counted(second) == (0, 0))
    anna.network.say("#lobby", "noor: three")
    loop.run_until(lambda: counted(second) == (1, 1))

    third = computer("laptop")
    become_known(third, server)

    loop.run_until(lambda: len(third.texts()) == 3)
    loop.run_until(lambda: counted(third) == (1, 1))


def test_what_was_read_while_a_window_was_not_there_is_read_when_it_comes_back(
    windows, anna, server, loop
):
    first, second = windows
    second.network.sign_out()
    first.network.mark_read("#lobby")
    anna.network.say("#lobby", "noor: three")
    loop.run_until(lambda: counted(first) == (1, 1))
    first.network.mark_read("#lobby")
    first.network.sign_out()

    second.enter_lobby(server.server.port, "noor")

    loop.run_until(lambda: counted(second) == (0, 0))
    loop.run_until(lambda: len(second.texts()) == 3)
    assert counted(second) == (0, 0)


def test_a_guest_reads_for_himself(server, make_client, loop):
    guests = make_client(), make_client()
    for guest, nick in zip(guests, ("bo", "cy"), strict=True):
        guest.enter_lobby(server.server.port, nick)
    guests[0].network.say("#lobby", "hello")
    loop.run_until(lambda: counted(guests[1]) == (1, 0))

    guests[0].network.mark_read("#lobby")
    guests[1].network.mark_read("#lobby")

    assert counted(guests[1]) == (0, 0)
