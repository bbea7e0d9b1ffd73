"""The servers one has met, and how they are known again."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chatapp.models.connection.encryption import Demand, Encryption, Need, Trust
from chatapp.models.servers.known_servers import FILE_NAME, KnownServers
from chatapp.wire.fingerprints import Fingerprint

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
FIRST, SECOND = Fingerprint(b"\1" * 32), Fingerprint(b"\2" * 32)


def met(fingerprint=FIRST, trust=Trust.FIRST_USE):
    return Encryption("TLSv1.3", fingerprint, trust)


@pytest.fixture
def servers(tmp_path: Path) -> KnownServers:
    return KnownServers.load(lambda: NOW, tmp_path)


def test_nothing_is_demanded_of_a_stranger(servers):
    assert servers.demand("192.168.1.20", 6667) == Demand()


def test_who_was_met_once_must_be_the_same_from_then_on(servers, tmp_path):
    assert servers.learn("192.168.1.20", 6667, met())

    again = KnownServers.load(lambda: NOW, tmp_path)

    assert again.demand("192.168.1.20", 6667) == Demand(Need.REQUIRED, FIRST)
    assert again.demand("192.168.1.20", 7000) == Demand()
    assert not again.learn("192.168.1.20", 6667, met(trust=Trust.FINGERPRINT))


def test_where_an_authority_vouches_any_of_its_certificates_will_do(servers):
    servers.learn("chat.example", 6697, met(trust=Trust.AUTHORITY))

    assert servers.demand("chat.example", 6697) == Demand(Need.VERIFIED)


def test_what_is_plain_is_not_remembered(servers, tmp_path):
    assert not servers.learn("old.example", 6667, None)

    assert not (tmp_path / FILE_NAME).exists()


def test_another_certificate_is_trusted_when_one_says_so(servers):
    servers.learn("192.168.1.20", 6667, met())

    servers.trust("192.168.1.20", 6667, SECOND)

    assert servers.demand("192.168.1.20", 6667).fingerprint == SECOND


def test_a_server_is_found_where_it_was_met_last(servers):
    servers.learn("192.168.1.20", 6667, met())
    servers.learn("10.0.0.7", 6667, met())

    assert set(servers.places_of(FIRST)) == {("192.168.1.20", 6667), ("10.0.0.7", 6667)}
    assert servers.places_of(SECOND) == []


def test_the_file_is_for_its_owner_alone(servers, tmp_path):
    servers.learn("192.168.1.20", 6667, met())

    mode = stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode)

    assert mode == 0o600


def test_a_file_that_is_broken_is_set_aside(tmp_path):
    (tmp_path / FILE_NAME).write_text("[[servers\n")

    servers = KnownServers.load(lambda: NOW, tmp_path)

    assert servers.demand("192.168.1.20", 6667) == Demand()
    assert [servers.aside] == list(tmp_path.glob("known_servers.broken-*.toml"))


def test_entries_that_make_no_sense_are_passed_over(tmp_path):
    (tmp_path / FILE_NAME).write_text(
        "servers = [1, {host = 1}, {host = 'h', port = 1, since = 2026-11-26},"
        " {host = 'h', port = 1, since = 2026-11-26T12:00:00Z, fingerprint = 'x'},"
        " {host = 'g', port = 2, since = 2026-11-26T12:00:00Z}]"
    )

    servers = KnownServers.load(lambda: NOW, tmp_path)

    assert servers.demand("h", 1) == Demand()
    assert servers.demand("g", 2) == Demand(Need.VERIFIED)


def test_the_oldest_are_forgotten_when_there_are_too_many(servers, mocker):
    mocker.patch("chatapp.models.servers.known_servers.MOST_SERVERS", 3)
    for port in range(1, 6):
        servers.learn("h", port, met())

    assert servers.demand("h", 1) == servers.demand("h", 2) == Demand()
    assert servers.demand("h", 3).fingerprint == FIRST


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_servers_on_this_computer_come_and_go(servers, host):
    assert not servers.learn(host, 6667, met())

    assert servers.demand(host, 6667) == Demand()


def test_what_another_program_has_learned_meanwhile_is_kept(servers, tmp_path):
    other = KnownServers.load(lambda: NOW, tmp_path)
    servers.learn("192.168.1.20", 6667, met())

    other.learn("10.0.0.7", 6667, met(SECOND))

    again = KnownServers.load(lambda: NOW, tmp_path)
    assert again.demand("192.168.1.20", 6667).fingerprint == FIRST
    assert again.demand("10.0.0.7", 6667).fingerprint == SECOND


def test_nothing_is_written_over_a_file_that_cannot_be_read(tmp_path, mocker):
    path = tmp_path / FILE_NAME
    path.mkdir()  # which cannot be read as a file, by nobody

    servers = KnownServers.load(lambda: NOW, tmp_path)
    servers.learn("192.168.1.20", 6667, met())

    assert path.is_dir()
    assert servers.demand("192.168.1.20", 6667).fingerprint == FIRST
