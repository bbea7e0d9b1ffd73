"""A client that reads slowly, or never, harms only itself."""

import pytest

from chatapp.wire.message import Message
from server.network.backlogs import Backlogs
from tests.server.raw_client import RawClient, commands

SMALL_BUFFER = 4096
LONG_TEXT = "x" * 400
TOPIC = "x" * 390
SMALLEST_SENDQ = 65_536
NARROW = {"limits": {"sendq_bytes": SMALLEST_SENDQ}, "history": {"enabled": False}}


def fill_until_gone(sender: RawClient, receiver: str) -> list[Message]:
    """Send to one who does not read, until the server has had enough of it."""
    answers = []
    while "401" not in commands(answers):
        answers += sender.ask(*[f"PRIVMSG {receiver} :{LONG_TEXT}"] * 200)
    return answers


def test_who_never_reads_is_closed_and_the_others_hear_why(start_server):
    chat = start_server(**NARROW)
    anna = chat.join("anna")
    chat.connect(SMALL_BUFFER).register("bert")

    answers = fill_until_gone(anna, "bert")
    (goodbye,) = [each for each in answers if each.command == "QUIT"]

    assert goodbye.source.startswith("bert!")
    assert goodbye.trailing == "Too much was waiting for a slow reader."


def test_who_never_reads_notices_the_end_at_once(start_server):
    chat = start_server(**NARROW)
    anna, bert = chat.join("anna"), chat.connect(SMALL_BUFFER).register("bert")

    fill_until_gone(anna, "bert")
    bert.read_to_end()

    assert bert.is_at_end


def test_no_more_is_kept_for_a_slow_reader_than_the_settings_allow(start_server):
    chat = start_server(**NARROW)
    anna = chat.join("anna")
    chat.connect(SMALL_BUFFER).register("bert")

    most = 0
    while len(chat.connections()) == 2:
        anna.ask(*[f"PRIVMSG bert :{LONG_TEXT}"] * 20)
        most = max([most, *(each.backlog_bytes for each in chat.connections())])

    assert 0 < most <= SMALLEST_SENDQ


def test_no_more_is_kept_for_all_slow_readers_than_the_settings_allow(
    start_server, mocker
):
    has_more, kept = Backlogs.has_more, []

    def note(backlogs: Backlogs, size: int) -> None:
        has_more(backlogs, size)
        kept.append(backlogs._waiting)

    mocker.patch.object(Backlogs, "has_more", note)
    chat = start_server(limits={"all_sendq_bytes": 4 * SMALLEST_SENDQ})
    anna = chat.join("anna")
    for nick in ("bert", "cora"):
        chat.connect(SMALL_BUFFER).register(nick)

    while len(chat.connections()) == 3:
        anna.ask(*[f"PRIVMSG bert,cora :{LONG_TEXT}"] * 20)

    assert 3 * SMALLEST_SENDQ < max(kept) <= 4 * SMALLEST_SENDQ


def test_who_reads_late_gets_everything_in_order(chat):
    anna, bert = chat.join("anna"), chat.connect(SMALL_BUFFER).register("bert")
    texts = [f"{number} {LONG_TEXT}" for number in range(5000)]

    for start in range(0, 5000, 100):
        anna.ask(*[f"PRIVMSG bert :{text}" for text in texts[start : start + 100]])

    assert [each.trailing for each in bert.roundtrip()] == texts


def test_who_reads_late_gets_what_is_said_in_a_room_in_order(chat):
    anna, bert = chat.join("anna"), chat.connect(SMALL_BUFFER).register("bert")
    bert.roundtrip()
    texts = [f"{number} {LONG_TEXT}" for number in range(20_000)]

    heard = []
    for start in range(0, 20_000, 200):
        said = texts[start : start + 200]
        anna.send(*[f"PRIVMSG #lobby :{text}" for text in said])
        heard += [bert.read() for _ in range(100)]
        anna.roundtrip()
    heard += bert.roundtrip()

    assert [each.trailing for each in heard] == texts


def test_the_others_go_on_while_one_does_not_read(start_server):
    chat = start_server(**NARROW)
    anna, bert = chat.join("anna"), chat.join("bert")
    chat.connect(SMALL_BUFFER).register("never")
    anna.roundtrip()
    bert.roundtrip()
    texts = [f"{number} {LONG_TEXT}" for number in range(3000)]

    for start in range(0, 3000, 100):
        anna.ask(*[f"PRIVMSG #lobby :{text}" for text in texts[start : start + 100]])
    heard = [each.trailing for each in bert.roundtrip() if each.command == "PRIVMSG"]

    assert heard == texts


def test_who_asks_for_much_and_does_not_read_is_closed(start_server):
    chat = start_server(**NARROW, server={"motd": "word\n" * 2000})
    anna = chat.connect(SMALL_BUFFER).register("anna")

    anna.send(*["MOTD"] * 60)

    assert chat.waits_for(lambda: chat.connections() == [])


@pytest.fixture
def crowded(start_server):
    """A server with a small outbox and more channels than fit into it."""
    chat = start_server(**NARROW)
    for number in range(12):
        founder = chat.join(f"founder{number}")
        rooms = [f"#{number}-{room}" for room in range(99)]
        founder.ask(*(f"JOIN {room}" for room in rooms))
        founder.ask(*(f"TOPIC {room} :{TOPIC}" for room in rooms))
    return chat


def test_a_long_list_waits_until_it_is_read(crowded):
    anna = crowded.connect(SMALL_BUFFER).register("anna")

    anna.send("LIST", "PRIVMSG anna :behind it")
    crowded.join("bert").roundtrip()
    *told, behind = anna.read_until("PRIVMSG")

    answers = [each for each in told if each.command != "JOIN"]
    assert commands(answers) == ["321", *["322"] * 1189, "323"]
    assert behind.trailing == "behind it"


def test_a_long_list_with_a_label_is_one_batch(crowded):
    anna = crowded.connect(SMALL_BUFFER).register("anna", "batch labeled-response")

    anna.send("@label=7 LIST")
    begin, *inside = anna.read_to(lambda each: each.params[0].startswith("-"))

    assert begin.tags["label"] == "7"
    assert commands(inside) == ["321", *["322"] * 1189, "323", "BATCH"]
    assert {each.tags["batch"] for each in inside[:-1]} == {begin.params[0][1:]}


def test_who_asks_for_lists_again_and_again_is_kept_no_more_than_a_page(crowded):
    anna = crowded.connect(SMALL_BUFFER).register("anna")

    anna.send(*["LIST"] * 50)
    crowded.join("bert").ask(*["PING x"] * 50)

    waiting = [each.backlog_bytes for each in crowded.connections()]
    assert len(waiting) == 14
    assert max(waiting) <= SMALLEST_SENDQ


def test_who_leaves_in_the_middle_of_a_list_leaves_nothing_behind(crowded):
    anna = crowded.connect(SMALL_BUFFER).register("anna")
    anna.send("LIST")

    anna.read_until("322")
    anna.close()

    assert crowded.waits_for(lambda: len(crowded.connections()) == 12)


def test_many_pages_of_history_wait_until_they_are_read(start_server):
    chat = start_server(limits={"sendq_bytes": SMALLEST_SENDQ})
    bert = chat.join("bert")
    bert.ask(*[f"PRIVMSG #lobby :{LONG_TEXT}"] * 100)
    anna = chat.connect(SMALL_BUFFER).register("anna", "batch draft/chathistory")

    anna.send(*["CHATHISTORY LATEST #lobby * 100"] * 200)
    assert chat.waits_for(lambda: any(each.next_page for each in chat.connections()))
    answers = anna.roundtrip()

    assert commands(answers) == ["BATCH", *["PRIVMSG"] * 100, "BATCH"] * 200


def test_long_names_wait_until_they_are_read(start_server, mocker):
    mocker.patch("server.commands.listing.MEMBERS_A_PAGE", 2)
    chat = start_server(**NARROW)
    anna = chat.join("anna")
    rooms = [f"#{number}" for number in range(5)]
    anna.ask(*(f"JOIN {room}" for room in rooms))

    answers = anna.ask(f"NAMES {','.join(rooms)}")

    assert commands(answers) == [*["353"] * 5, "366"]
