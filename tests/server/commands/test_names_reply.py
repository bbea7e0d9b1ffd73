"""NAMES in a large channel, of which only those are written anew who came since."""

import pytest

STYLES = ("", "multi-prefix", "userhost-in-names", "multi-prefix userhost-in-names")


@pytest.fixture(autouse=True)
def few_are_many(mocker):
    mocker.patch("server.commands.names_reply.MANY", 2)


@pytest.fixture
def anna(chat):
    anna = chat.join("anna")
    anna.ask("JOIN #garden")
    return anna


@pytest.fixture
def bert(chat, anna):
    bert = chat.join("bert")
    bert.ask("JOIN #garden")
    bert.ask("NAMES #garden")
    anna.ask("NAMES #garden")
    return bert


def names_of(client):
    answers = client.ask("NAMES #garden")
    told = [each.trailing for each in answers if each.command == "353"]
    return " ".join(told).split()


def test_who_comes_later_stands_behind_the_others(chat, anna, bert):
    carl = chat.join("carl")
    carl.ask("JOIN #garden")

    assert names_of(anna) == names_of(carl) == ["@anna", "bert", "carl"]


def test_who_has_left_stands_there_no_more(chat, anna, bert):
    chat.join("carl").ask("JOIN #garden")
    bert.ask("PART #garden")

    assert names_of(anna) == ["@anna", "carl"]


def test_who_comes_back_stands_there_once(anna, bert):
    bert.ask("PART #garden")
    bert.ask("JOIN #garden")

    assert names_of(anna) == ["@anna", "bert"]


def test_a_new_nick_is_told(anna, bert):
    bert.ask("NICK berta")

    assert names_of(anna) == ["@anna", "berta"]


def test_a_new_rank_is_told(anna, bert):
    anna.ask("MODE #garden +v bert")

    assert names_of(bert) == ["@anna", "+bert"]


def test_a_rank_that_was_lost_is_not(anna, bert):
    anna.ask("MODE #garden -o anna")

    assert names_of(bert) == ["anna", "bert"]


@pytest.mark.parametrize("style", STYLES)
def test_each_client_hears_them_as_it_wants(chat, anna, bert, style):
    dora = chat.join("dora", style)
    dora.ask("JOIN #garden")
    anna.ask("MODE #garden +v anna")
    ranks = "@+" if "multi" in style else "@"

    names = [name.partition("!") for name in names_of(dora)]

    assert [nick for nick, _, _ in names] == [f"{ranks}anna", "bert", "dora"]
    assert {bool(address) for _, _, address in names} == {"userhost" in style}


def test_in_an_auditorium_others_are_not_told(chat, anna, bert):
    anna.ask("MODE #garden +u")
    chat.join("carl").ask("JOIN #garden")

    assert names_of(bert) == ["@anna"]
    assert names_of(anna) == ["@anna", "bert", "carl"]


def test_a_rank_that_the_disk_refused_is_told_no_more(chat, anna, bert):
    chat.writes(
        "CREATE TRIGGER refusing BEFORE UPDATE ON rooms "
        "WHEN new.modes LIKE '%\"limit\": 5%' "
        "BEGIN SELECT raise(ABORT, 'no room'); END"
    )

    answers = anna.ask("MODE #garden +lv 5 bert", "NAMES #garden")

    assert "FAIL" in [each.command for each in answers]
    assert names_of(anna) == ["@anna", "bert"]
