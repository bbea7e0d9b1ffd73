import os
import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509

from server.network.certificate import is_self_signed, make_certificate
from server.network.tls_keeper import (
    TlsKeeper,
    UnusableCertificate,
    keep_certificate,
    make_new_certificate,
)
from tests.server.certificates import give_certificate
from tests.server.running import settings_for_tests


def test_a_certificate_is_made_that_openssl_takes_and_ten_years_last(tmp_path):
    path = tmp_path / "new" / "tls.pem"

    make_certificate(path, "chat.example", datetime(2026, 1, 2, tzinfo=UTC))

    ssl.create_default_context().load_cert_chain(path)
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    assert certificate.not_valid_before_utc == datetime(2026, 1, 1, tzinfo=UTC)
    assert certificate.not_valid_after_utc.year == 2035


def test_a_certificate_names_the_server_and_this_machine(tmp_path):
    make_certificate(tmp_path / "tls.pem", "chat.example")

    certificate = x509.load_pem_x509_certificate((tmp_path / "tls.pem").read_bytes())
    names = certificate.extensions.get_extension_for_class(
        x509.SubjectAlternativeName
    ).value
    assert {"chat.example", "localhost"} <= set(names.get_values_for_type(x509.DNSName))
    assert "127.0.0.1" in map(str, names.get_values_for_type(x509.IPAddress))


def test_nobody_else_can_read_the_key(tmp_path):
    before = os.umask(0)
    try:
        make_certificate(tmp_path / "tls.pem", "chat.example")
    finally:
        os.umask(before)

    assert (tmp_path / "tls.pem").stat().st_mode & 0o777 == 0o600


def test_a_certificate_is_never_written_over(tmp_path):
    make_certificate(tmp_path / "tls.pem", "chat.example")
    before = (tmp_path / "tls.pem").read_bytes()

    with pytest.raises(FileExistsError):
        make_certificate(tmp_path / "tls.pem", "chat.example")

    assert (tmp_path / "tls.pem").read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["tls.pem"]


def test_a_system_without_links_gets_its_certificate_too(tmp_path, mocker):
    mocker.patch.object(Path, "hardlink_to", side_effect=OSError("no links"))

    make_certificate(tmp_path / "tls.pem", "chat.example")

    assert [each.name for each in tmp_path.iterdir()] == ["tls.pem"]


def test_who_signed_it_is_told_apart(tmp_path):
    given = give_certificate(tmp_path)
    make_certificate(tmp_path / "tls.pem", "chat.example")

    assert is_self_signed((tmp_path / "tls.pem").read_bytes())
    assert not is_self_signed(given.certificate.read_bytes())


@pytest.mark.parametrize("promised", [True, False])
def test_sts_is_promised_only_where_it_is_wanted(tmp_path, promised):
    given = give_certificate(tmp_path)

    keeper = TlsKeeper(given.certificate, given.key, wants_sts=promised)

    assert keeper.promises_tls is promised


def test_sts_is_never_promised_with_a_certificate_of_ones_own(tmp_path, caplog):
    settings = settings_for_tests(tls={"sts": True})

    keeper = keep_certificate(settings, tmp_path / "history.db")

    assert not keeper.promises_tls
    assert "sts is left out" in caplog.text


def test_a_key_that_asks_for_a_password_is_refused_and_nobody_is_asked(tmp_path):
    given = give_certificate(tmp_path, password=b"secret")

    with pytest.raises(UnusableCertificate, match="TLS cannot be spoken with"):
        TlsKeeper(given.certificate, given.key, wants_sts=False)


def test_a_key_of_another_certificate_is_refused(tmp_path):
    given = give_certificate(tmp_path)
    make_certificate(tmp_path / "tls.pem", "chat.example")

    with pytest.raises(UnusableCertificate, match="key values mismatch"):
        TlsKeeper(given.certificate, tmp_path / "tls.pem", wants_sts=False)


@pytest.mark.parametrize("missing", ["certificate", "key"])
def test_a_file_that_is_not_there_is_named(tmp_path, missing):
    given = give_certificate(tmp_path)
    getattr(given, missing).unlink()

    with pytest.raises(UnusableCertificate) as refusal:
        TlsKeeper(given.certificate, given.key, wants_sts=False)

    assert str(getattr(given, missing)) in str(refusal.value)
    assert "[tls]" in str(refusal.value)


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("no folder")
    path = tmp_path / "file" / "tls.pem"

    with pytest.raises(UnusableCertificate, match=r"tls\.pem cannot be written"):
        make_new_certificate(settings_for_tests(), path)


def test_a_new_certificate_needs_no_file_for_its_key(tmp_path):
    settings = settings_for_tests(tls={"key": "key.pem"})

    with pytest.raises(UnusableCertificate, match=r"Leave \[tls\] key empty"):
        make_new_certificate(settings, tmp_path / "tls.pem")
