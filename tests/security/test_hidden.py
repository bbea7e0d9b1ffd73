"""What nobody learns who is outside: secret rooms, hidden people, what was said."""

import pytest

from tests.server.operating import OPERATORS, operator_of
from tests.server.raw_client import commands, lines

EVERYTHING = (
    "away-notify account-notify batch chghost draft/chathistory draft/event-playback "
    "draft/message-redaction draft/metadata-2 draft/read-marker echo-message "
    "extended-join extended-monitor invite-notify labeled-response message-tags "
    "multi-prefix server-time setname soju.im/search standard-replies userhost-in-names"
)
LONG_AGO, ONE_DAY = "2020-01-01T00:00:00.000Z", "2200-01-01T00:00:00.000Z"
QUESTIONS = (
    "LIST",
    "LIST *zebra*",
    "LIST >0",
    "NAMES",
    "NAMES #zebra",
    "WHO #zebra",
    "WHO #zebra %tcuihsnfdlaor",
    "WHO *",
    "WHO 0",
    "WHO *hid*",
    "WHO *real*",
    "WHOIS *hid*",
    "WHOWAS *",
    "MODE #zebra",
    "MODE #zebra b",
    "TOPIC #zebra",
    "METADATA #zebra LIST",
    "METADATA #zebra GET url",
    "METADATA #zebra SYNC",
    "METADATA * SUB url",
    "MARKREAD #zebra",
    "CHATHISTORY LATEST #zebra * 50",
    f"CHATHISTORY BEFORE #zebra timestamp={ONE_DAY} 50",
    f"CHATHISTORY BETWEEN #zebra timestamp={LONG_AGO} timestamp={ONE_DAY} 50",
    f"CHATHISTORY TARGETS timestamp={LONG_AGO} timestamp={ONE_DAY} 50",
    "SEARCH text=whisper",
    "SEARCH in=#zebra;text=whisper",
    "SEARCH from=hidden",
    "LUSERS",
    "STATS u",
    "STATS k",
    "LINKS",
    "INFO",
    "JOIN #zebra",
    "JOIN #zebra wrong",
    "INVITE eve #zebra",
    "KICK #zebra hidden",
    "PRIVMSG #zebra :x",
    "RENAME #zebra #mine",
    "CS REGISTER #zebra",
)
TOLD_NOTHING = ("hidden", "whisper", "stripes", "savanna", "sesame", "lions")


@pytest.fixture
def quiet(start_server):
    """A server on which nobody shares a room unless he wants to."""
    return start_server(
        operators=OPERATORS,
        channels={"auto_join": ()},
        accounts={"default_user_modes": "+i"},
    )


@pytest.fixture
def zebra(quiet):
    """Whoever is in a secret room, in which something was said."""
    hidden = quiet.join("hidden", EVERYTHING)
    hidden.ask(
        "JOIN #zebra",
        "MODE #zebra +inst",
        "MODE #zebra +k sesame",
        "MODE #zebra +b lions!*@*",
        "TOPIC #zebra :stripes",
        "METADATA #zebra SET url https://savanna",
        "METADATA * SET url https://savanna",
        "AWAY :in the savanna",
        "PRIVMSG #zebra :a whisper",
    )
    return hidden


@pytest.mark.parametrize("question", QUESTIONS)
def test_nobody_outside_learns_what_is_in_a_secret_room(quiet, zebra, question):
    told = "\n".join(lines(quiet.join("eve", EVERYTHING).ask(question)))

    answers = told.replace(question, "")
    assert [word for word in TOLD_NOTHING if word in answers] == []


def test_a_list_is_the_same_with_a_secret_room_and_without(quiet):
    eve = quiet.join("eve", EVERYTHING)
    before = lines(eve.ask("LIST", "WHO *", "NAMES"))

    quiet.join("hidden").ask("JOIN #zebra", "MODE #zebra +s")

    assert lines(eve.ask("LIST", "WHO *", "NAMES")) == before


def test_whois_names_no_secret_room_of_somebody_whose_nick_one_knows(quiet, zebra):
    told = "\n".join(lines(quiet.join("eve").ask("WHOIS hidden")))

    assert "#zebra" not in told


def test_nobody_outside_hears_what_happens_in_a_secret_room(quiet, zebra):
    eve = quiet.join("eve", EVERYTHING)

    zebra.ask(
        "PRIVMSG #zebra :a whisper",
        "@+typing=active TAGMSG #zebra",
        "TOPIC #zebra :other stripes",
        "MODE #zebra -k sesame",
        "METADATA #zebra SET url https://elsewhere",
        "AWAY",
        "SETNAME :another name",
        "PART #zebra",
    )

    assert eve.roundtrip() == []


def test_an_operator_of_the_server_reads_no_room_that_he_is_not_in(quiet, zebra):
    told = operator_of(quiet, "olga").ask(
        "CHATHISTORY LATEST #zebra * 50",
        "SEARCH in=#zebra;text=whisper",
        "SEARCH text=whisper",
        "METADATA #zebra LIST",
        "TOPIC #zebra",
    )

    assert not any("whisper" in each or "stripes" in each for each in lines(told))


def test_who_comes_later_reads_only_where_he_is_let_in(quiet, zebra):
    eve = quiet.join("eve", EVERYTHING)
    eve.ask("JOIN #zebra")
    outside = eve.ask("CHATHISTORY LATEST #zebra * 9")
    zebra.ask("INVITE eve #zebra")
    eve.ask("JOIN #zebra sesame")

    inside = eve.ask("CHATHISTORY LATEST #zebra * 9")
    eve.ask("PART #zebra")
    gone = eve.ask("CHATHISTORY LATEST #zebra * 9")

    assert commands(outside) == commands(gone) == ["FAIL"]
    assert any(each.trailing == "a whisper" for each in inside)


def test_what_two_said_to_each_other_is_nobody_elses(quiet):
    anna, bert = quiet.join("anna", EVERYTHING), quiet.join("bert", EVERYTHING)
    sent = anna.ask("PRIVMSG bert :a whisper")
    msgid = next(each.tags["msgid"] for each in sent if "msgid" in each.tags)

    told = quiet.join("eve", EVERYTHING).ask(
        "CHATHISTORY LATEST anna * 9",
        "CHATHISTORY LATEST bert * 9",
        f"CHATHISTORY AROUND anna msgid={msgid} 9",
        f"REDACT bert {msgid}",
        "SEARCH text=whisper",
        "SEARCH in=bert;text=whisper",
    )

    assert not any("whisper" in each for each in lines(told[:-1]) if "FAIL" not in each)
    assert any("whisper" in each for each in lines(bert.roundtrip()))


def test_the_next_with_a_nick_reads_nothing_of_what_was_said_to_it_before(quiet):
    anna, bert = quiet.join("anna", EVERYTHING), quiet.join("bert", EVERYTHING)
    anna.ask("PRIVMSG bert :a whisper")
    bert.send("QUIT")
    bert.read_to_end()

    again = quiet.join("bert", EVERYTHING)
    told = again.ask(
        "CHATHISTORY LATEST anna * 9",
        f"CHATHISTORY TARGETS timestamp={LONG_AGO} timestamp={ONE_DAY} 50",
        "SEARCH text=whisper",
    )

    assert not any("whisper" in each or "TARGETS" in each for each in lines(told))


def test_the_next_room_of_a_name_has_none_of_the_words_of_the_last(quiet):
    anna = quiet.join("anna", EVERYTHING)
    anna.ask("JOIN #a", "PRIVMSG #a :a whisper", "TOPIC #a :stripes", "PART #a")

    told = quiet.join("eve", EVERYTHING).ask(
        "JOIN #a", "CHATHISTORY LATEST #a * 9", "SEARCH text=whisper", "TOPIC #a"
    )

    assert not any("whisper" in each or "stripes" in each for each in lines(told))


def test_somebody_elses_read_markers_are_not_told(quiet, zebra):
    zebra.ask(f"MARKREAD #zebra timestamp={LONG_AGO}")

    (told,) = quiet.join("eve", EVERYTHING).ask("MARKREAD #zebra")

    assert told.params == ("#zebra", "*")
