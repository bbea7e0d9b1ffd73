"""A certificate that another process makes costs this one no memory."""

import subprocess
import sys

import pytest

from server.network.certificate_apart import make_certificate_apart
from server.network.tls_keeper import TlsKeeper

MAKE_ONE = """
import sys
from pathlib import Path
from server.network.certificate_apart import make_certificate_apart
from server.network.tls_keeper import keep_certificate
from server.settings.settings import Settings

keeper = keep_certificate(Settings(), Path(sys.argv[1]), make_certificate_apart)
print(keeper.fingerprint, "cryptography" in sys.modules)
"""


def test_the_library_that_makes_it_is_not_loaded(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", MAKE_ONE, str(tmp_path / "history.db")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    keeper = TlsKeeper(tmp_path / "tls.pem", None, wants_sts=False)
    assert told.stdout.split() == [keeper.fingerprint, "False"]


@pytest.mark.parametrize(
    "command",
    [("no-such-program",), (sys.executable, "-c", "raise SystemExit(1)")],
)
def test_where_no_other_process_can_make_it_this_one_does(tmp_path, command):
    make_certificate_apart(tmp_path / "tls.pem", "chat.example", command)

    assert TlsKeeper(tmp_path / "tls.pem", None, wants_sts=False).fingerprint


def test_why_it_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(OSError, match="file"):
        make_certificate_apart(tmp_path / "file" / "tls.pem", "chat.example")


def test_what_is_there_stays(tmp_path):
    (tmp_path / "tls.pem").write_text("one's own")

    with pytest.raises(FileExistsError):
        make_certificate_apart(tmp_path / "tls.pem", "chat.example")

    assert (tmp_path / "tls.pem").read_text() == "one's own"
