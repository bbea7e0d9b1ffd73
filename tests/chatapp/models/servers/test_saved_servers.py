"""The saved servers and their file."""

import pytest

from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.servers.saved_servers import FILE_NAME, SavedServer, SavedServers
from chatapp.wire.fingerprints import Fingerprint

PIN = Fingerprint(b"\1" * 32)
SCHOOL = SavedServer("10.0.0.5", 6667, "noor")
LIBERA = SavedServer(
    "irc.libera.chat",
    6697,
    "noor",
    Demand(Need.REQUIRED, PIN),
    account="noor_k",
    certificate="/home/noor/irc.pem",
    at_start=True,
)


@pytest.fixture
def saved(tmp_path) -> SavedServers:
    saved = SavedServers.load(tmp_path)
    saved.remember(SCHOOL)
    saved.remember(LIBERA)
    return saved


def test_what_was_saved_is_there_at_the_next_start(saved, tmp_path) -> None:
    assert list(SavedServers.load(tmp_path).all()) == [SCHOOL, LIBERA]


def test_a_server_is_found_by_place_and_name(saved) -> None:
    assert saved.find("IRC.Libera.Chat", 6697, "noor") == LIBERA
    assert saved.find("irc.libera.chat", 6697, "kofi") is None


def test_a_server_that_has_moved_keeps_its_place_in_the_row(saved) -> None:
    moved = SavedServer("10.0.0.9", 6667, "noor")

    saved.remember(moved, SCHOOL.key)

    assert list(saved.all()) == [moved, LIBERA]


def test_a_server_that_is_forgotten_is_not_there_any_more(saved) -> None:
    saved.forget(*SCHOOL.key)

    assert list(saved.all()) == [LIBERA]


def test_servers_stand_in_the_order_they_were_put_in(saved) -> None:
    saved.remember(SavedServer("10.0.0.7", 6667, "noor"))

    saved.arrange([LIBERA.key, SCHOOL.key])

    hosts = [server.host for server in saved.all()]
    assert hosts == ["irc.libera.chat", "10.0.0.5", "10.0.0.7"]


def test_a_server_can_be_joined_at_the_start_or_not(saved) -> None:
    saved.join_at_start(*SCHOOL.key, at_start=True)
    saved.join_at_start(*LIBERA.key, at_start=False)

    assert [server.at_start for server in saved.all()] == [True, False]


def test_what_another_window_saves_meanwhile_is_not_lost(saved, tmp_path) -> None:
    SavedServers.load(tmp_path).remember(SavedServer("10.0.0.7", 6667, "noor"))

    saved.forget(*SCHOOL.key)

    assert [server.host for server in saved.all()] == ["irc.libera.chat", "10.0.0.7"]


@pytest.mark.parametrize(
    "entry",
    [
        'address = "a"\nport = 0\nusername = "noor"',
        'address = "a"\nport = "6667"\nusername = "noor"',
        'address = ""\nport = 6667\nusername = "noor"',
        "port = 6667",
    ],
)
def test_an_entry_that_makes_no_sense_is_left_out(tmp_path, entry) -> None:
    (tmp_path / FILE_NAME).write_text(f"[[servers]]\n{entry}\n")

    assert list(SavedServers.load(tmp_path).all()) == []


def test_an_entry_that_makes_no_sense_is_kept_beside_the_file(tmp_path) -> None:
    text = '[[servers]]\naddress = "a"\nport = "6667"\nusername = "noor"\n'
    (tmp_path / FILE_NAME).write_text(text)

    saved = SavedServers.load(tmp_path)
    saved.remember(SCHOOL)
    saved.join_at_start(*SCHOOL.key, at_start=not SCHOOL.at_start)

    (aside,) = tmp_path.glob("servers.broken-*")
    assert aside.read_text() == text


def test_what_is_damaged_about_safety_asks_for_more_of_it(tmp_path) -> None:
    (tmp_path / FILE_NAME).write_text(
        '[[servers]]\naddress = "a"\nport = 6667\nusername = "noor"\n'
        'encrypted = "required"\nfingerprint = "12"\n'
    )

    (server,) = SavedServers.load(tmp_path).all()

    assert server.demand == Demand(Need.VERIFIED)


def test_a_file_that_is_no_toml_is_set_aside(tmp_path) -> None:
    (tmp_path / FILE_NAME).write_text("]")

    SavedServers.load(tmp_path).remember(SCHOOL)

    assert list(SavedServers.load(tmp_path).all()) == [SCHOOL]
    assert len(list(tmp_path.glob("servers.broken-*"))) == 1


def test_what_cannot_be_written_holds_until_the_program_ends(saved, tmp_path) -> None:
    (tmp_path / FILE_NAME).unlink()
    (tmp_path / FILE_NAME).mkdir()

    saved.forget(*SCHOOL.key)

    assert list(saved.all()) == [LIBERA]
