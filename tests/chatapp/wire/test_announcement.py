"""What servers announce of themselves."""

import pytest

from chatapp.wire.announcement import (
    Announcement,
    MalformedAnnouncement,
    Needs,
    shorten_name,
)
from chatapp.wire.fingerprints import Fingerprint

FINGERPRINT = Fingerprint.of(b"a certificate")


def texts(**changed: str) -> dict[bytes, bytes | None]:
    told = Announcement("Physics 2b", FINGERPRINT, users=3).render() | changed
    return {key.encode(): value.encode() for key, value in told.items()}


def test_what_is_written_is_read():
    announcement = Announcement("Physik 2b ☂", FINGERPRINT, Needs.PASSWORD, 23)

    written = {k.encode(): v.encode() for k, v in announcement.render().items()}

    assert Announcement.parse(written) == announcement
    assert announcement.render()["pw"] == "password"


def test_a_server_without_tls_has_no_fingerprint():
    written = Announcement("plain", None).render()

    assert written["tls"] == "0"
    assert "fp" not in written
    assert Announcement.parse(texts(tls="0", fp="x")).fingerprint is None


@pytest.mark.parametrize(
    "changed",
    [{"v": "2"}, {"users": "many"}, {"users": "9" * 8}, {"fp": "ab"}, {"pw": "magic"}],
)
def test_what_makes_no_sense_is_refused(changed):
    with pytest.raises(MalformedAnnouncement):
        Announcement.parse(texts(**changed))


def test_what_is_no_text_and_what_is_missing_is_refused():
    with pytest.raises(MalformedAnnouncement):
        Announcement.parse({b"\xff": None, b"v": b"\xff"})
    with pytest.raises(MalformedAnnouncement):
        Announcement.parse({})


def test_a_name_stands_on_one_line_and_is_not_endless():
    name = Announcement.parse(texts(name="a\r\nb\x1b[31m  c" + "ä" * 200)).name

    assert name.startswith("a b [31m c")
    assert len(name.encode()) <= 120


def test_a_name_is_cut_between_characters():
    assert shorten_name("ää", 3) == "ä"
