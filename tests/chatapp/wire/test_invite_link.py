"""Invite links, written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire import invite_link
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.invite_link import InviteLink, MalformedLink

FINGERPRINT = Fingerprint(b"\xab" * 32)
CHANNELS = st.text(min_size=1, max_size=20).map(
    lambda text: "#" + "".join(each for each in text if each.isalnum())
)
LINKS = st.builds(
    InviteLink,
    st.sampled_from(["192.168.1.20", "2001:db8::20", "fe80::1%eb0", "chat.example"]),
    st.integers(1, 65535),
    st.booleans(),
    st.one_of(st.just(""), CHANNELS),
    st.one_of(st.none(), st.binary(min_size=32, max_size=32).map(Fingerprint)),
    st.from_regex(r"\A[A-Za-z0-9_-]{0,40}\Z"),
)


@given(LINKS)
def test_what_is_written_is_read_again(link):
    assert InviteLink.parse(link.render()) == link


def test_a_link_looks_as_others_write_it():
    link = InviteLink("192.168.1.20", 6697, True, "#class", FINGERPRINT, "tok")

    text = link.render()

    assert text == f"ircs://192.168.1.20:6697/#class?fp={'ab' * 32}&t=tok"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("irc://h", InviteLink("h", 6667, False)),
        ("IRCS://h/", InviteLink("h", 6697)),
        (" ircs://h:1/garden \n", InviteLink("h", 1, True, "#garden")),
        ("irc://h/%23caf%C3%A9", InviteLink("h", 6667, False, "#café")),
        ("irc://h/#a,needkey", InviteLink("h", 6667, False, "#a")),
        ("irc://maria@h/", InviteLink("h", 6667, False)),
        ("ircs://[::1]:7000/&local", InviteLink("::1", 7000, True, "&local")),
        ("ircs://h/?unknown=1&" + "&".join("x=1" for _ in range(999)), InviteLink("h")),
    ],
)
def test_links_of_others_are_understood(text, link):
    assert InviteLink.parse(text) == link


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("https://chat.example", invite_link.NOT_A_LINK),
        ("ircs://a b", invite_link.NOT_A_LINK),
        ("ircs://", invite_link.NO_HOST),
        ("ircs://:6697/", invite_link.NO_HOST),
        ("ircs://[::1/", invite_link.NO_HOST),
        ("ircs://h:0/", invite_link.WRONG_PORT),
        ("ircs://h:99999/", invite_link.WRONG_PORT),
        ("ircs://h:x/", invite_link.WRONG_PORT),
        ("ircs://h/#a?fp=12", invite_link.WRONG_FINGERPRINT),
        ("ircs://h/#a?t=a%0Ab", invite_link.WRONG_TOKEN),
    ],
)
def test_a_damaged_link_is_told_in_a_sentence(text, sentence):
    with pytest.raises(MalformedLink) as raised:
        InviteLink.parse(text)

    assert str(raised.value) == sentence


@given(st.text())
def test_no_text_breaks_the_reading(text):
    read = _read(f"ircs://{text}")

    assert isinstance(read, InviteLink) or read.endswith(".")


def _read(text):
    try:
        return InviteLink.parse(text)
    except MalformedLink as error:
        return str(error)


def test_a_link_can_tell_as_whom_one_comes_and_prove_it():
    link = InviteLink("chat.example", account="Zoë=&", secret="s3cret-_+ü")

    assert InviteLink.parse(link.render()) == link
    assert "s3cret" not in repr(link)


def test_no_account_goes_out_without_what_proves_it():
    link = InviteLink("chat.example", account="noor")

    assert link.render() == "ircs://chat.example:6697/"


@pytest.mark.parametrize(
    "extras",
    ["a=noor", "s=secret", "a=no+or&s=x", "a=noor&s=a%0Ab", "a=noor&s=" + "x" * 301],
)
def test_half_an_account_is_a_link_that_was_cut_off(extras):
    with pytest.raises(MalformedLink, match="Copy the whole link again"):
        InviteLink.parse(f"ircs://chat.example/?{extras}")
