"""What one reads in one window counts as read in all of one's own."""

import pytest

from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.fakes import FULL, FakeAccounts, NetworkStage

MET = Encryption("TLSv1.3", Fingerprint(b"\1" * 32), Trust.FIRST_USE)
CAPABILITIES = f"{FULL} draft/read-marker sasl"


@pytest.fixture
def stage() -> NetworkStage:
    """Somebody with an account, in #lobby, where two lines are to be read."""
    accounts = FakeAccounts()
    accounts.kept[MET.fingerprint.hex, "noor"] = Account("noor", "secret")
    stage = NetworkStage(accounts=accounts)
    stage.network.connect("chat.example", 6697, "noor")
    stage.wire.open(MET)
    stage.wire.feed(f":s CAP * LS :{CAPABILITIES}", f":s CAP * ACK :{CAPABILITIES}")
    stage.wire.feed(":s 900 noor noor!u@h noor :Hello")
    stage.wire.feed(":s 001 noor :Hi", ":s 422 noor :No")
    stage.enter()
    stage.give_page("#lobby")
    stage.wire.feed(said(1, "one"), said(2, "noor: two"))
    stage.wire.take_sent()
    return stage


def said(second: int, text: str) -> str:
    tags = f"@msgid=m{second};time=2026-11-26T12:00:{second:02}.000Z"
    return f"{tags} :anna!u@h PRIVMSG #lobby :{text}"


def markers(stage: NetworkStage) -> list[str]:
    return [line for line in stage.wire.sent if line.startswith("MARKREAD")]


def counts(stage: NetworkStage) -> tuple[int, int]:
    room = stage.network.room("#lobby")
    return room.unread, room.mentions


def read_elsewhere(stage: NetworkStage, second: int) -> None:
    time = f"2026-11-26T12:00:{second:02}.000Z"
    stage.wire.feed(f":s MARKREAD #lobby timestamp={time}")


def test_what_was_read_is_told_to_ones_other_windows(stage):
    stage.network.mark_read("#lobby")
    stage.time.pass_by(3)

    assert markers(stage) == ["MARKREAD #lobby timestamp=2026-11-26T12:00:02.000Z"]


def test_in_a_busy_room_it_is_told_now_and_then_only(stage):
    stage.network.mark_read("#lobby")
    stage.wire.feed(said(3, "three"))
    stage.network.mark_read("#lobby")
    stage.time.pass_by(3)

    assert markers(stage) == ["MARKREAD #lobby timestamp=2026-11-26T12:00:03.000Z"]


def test_who_leaves_tells_it_before(stage):
    stage.network.mark_read("#lobby")

    stage.network.sign_out()

    commands = [line.split()[0] for line in stage.wire.sent]
    assert commands[-2:] == ["MARKREAD", "QUIT"]


def test_what_was_read_in_another_window_counts_as_read(stage):
    before = counts(stage)

    read_elsewhere(stage, 1)
    between = counts(stage)
    read_elsewhere(stage, 2)

    assert (before, between, counts(stage)) == ((2, 1), (1, 1), (0, 0))


def test_what_was_read_further_here_stays_read(stage):
    stage.network.mark_read("#lobby")

    read_elsewhere(stage, 1)

    assert counts(stage) == (0, 0)


def test_what_the_server_knows_is_not_told_again(stage):
    read_elsewhere(stage, 2)

    stage.network.mark_read("#lobby")
    stage.time.pass_by(3)

    assert markers(stage) == []


def test_what_comes_later_is_unread_again(stage):
    read_elsewhere(stage, 2)

    stage.wire.feed(said(3, "three"))

    assert counts(stage) == (1, 0)


def test_a_line_of_the_very_moment_that_comes_late_is_read(stage):
    read_elsewhere(stage, 3)

    stage.wire.feed(said(3, "three"))

    assert counts(stage) == (0, 0)


def test_a_room_that_is_not_open_here_is_no_trouble(stage):
    stage.wire.feed(":s MARKREAD #other timestamp=2026-11-26T12:00:00.000Z")

    assert stage.network.room("#other") is None


def test_what_was_read_elsewhere_is_read_at_the_next_start_too(stage):
    read_elsewhere(stage, 1)

    again = NetworkStage(stage.jobs, "b")
    again.network.connect("chat.example", 6697, "noor")
    again.welcome()

    assert counts(again) == (1, 1)


def test_the_disk_tells_how_much_is_left_where_memory_does_not(stage):
    stage.jobs.connection.execute("UPDATE lines SET time = time + 60000")

    read_elsewhere(stage, 2)

    assert counts(stage) == (2, 1)


def test_what_the_disk_does_not_tell_is_counted_all_the_same(stage):
    stage.jobs.connection.execute("DROP TABLE lines")

    read_elsewhere(stage, 1)

    assert counts(stage) == (1, 1)


def come_back(stage: NetworkStage) -> None:
    stage.wire.end()
    stage.reconnect()
    stage.wire.open(MET)
    stage.wire.feed(f":s CAP * LS :{CAPABILITIES}", f":s CAP * ACK :{CAPABILITIES}")
    stage.wire.feed(":s 900 noor noor!u@h noor :Hello")
    stage.wire.feed(":s 001 noor :Hi", ":s 422 noor :No")
    stage.wire.feed(":noor!u@h JOIN #lobby")


@pytest.mark.parametrize("known", ["*", "timestamp=2026-11-26T12:00:01.000Z"])
def test_a_server_that_knows_of_less_is_told(stage, known):
    stage.network.mark_read("#lobby")
    stage.time.pass_by(3)
    come_back(stage)

    stage.wire.feed(f":s MARKREAD #lobby {known}")
    stage.time.pass_by(3)

    assert markers(stage) == ["MARKREAD #lobby timestamp=2026-11-26T12:00:02.000Z"]


def test_a_server_whose_clock_is_behind_is_told_once(stage):
    stage.network.mark_read("#lobby")
    stage.time.pass_by(3)
    stage.wire.take_sent()

    read_elsewhere(stage, 1)
    stage.time.pass_by(3)

    assert markers(stage) == []
    assert counts(stage) == (0, 0)


def test_a_computer_that_is_new_goes_on_from_where_one_read_elsewhere(stage):
    stage.wire.feed("@time=2026-11-26T12:00:09.000Z :noor!u@h JOIN #new")
    stage.wire.feed(":s MARKREAD #new timestamp=2026-11-26T12:00:02.000Z")
    lines = [said(second, "hi").removeprefix("@") for second in (1, 2, 3, 4)]

    stage.give_page("#new", *(line.replace("#lobby", "#new") for line in lines))
    stage.time.pass_by(3)

    assert stage.network.room("#new").unread == 2
    assert markers(stage) == []


def test_of_a_talk_one_has_to_ask(stage):
    stage.network.open_direct("anna")
    asked = markers(stage)
    stage.give_page("anna", said(1, "psst")[1:].replace("#lobby", "noor"))

    stage.wire.feed(":s MARKREAD anna timestamp=2026-11-26T11:00:00.000Z")

    assert asked == ["MARKREAD anna"]
    assert stage.network.room("anna").unread == 1


def test_with_another_account_one_asks_how_far_that_one_has_read(stage):
    stage.network.mark_read("#lobby")
    stage.time.pass_by(3)
    stage.wire.take_sent()

    stage.wire.feed(":s 900 noor noor!u@h nora :Hello", ":s MARKREAD #lobby *")
    stage.time.pass_by(3)

    assert markers(stage) == [
        "MARKREAD #lobby",
        "MARKREAD #lobby timestamp=2026-11-26T12:00:02.000Z",
    ]
