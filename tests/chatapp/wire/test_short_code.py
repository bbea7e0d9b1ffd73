"""Short codes, written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.short_code import (
    ALPHABET,
    MISTYPED,
    MalformedCode,
    ShortCode,
    looks_like_code,
)

FINGERPRINT = Fingerprint(bytes(range(32)))
BEGINNING = bytes(range(8))
CODE = ShortCode("192.168.1.20", 6667, BEGINNING, "AbCd_-12" * 3)
CODES = st.builds(
    ShortCode,
    st.one_of(st.ip_addresses(v=4).map(str), st.ip_addresses(v=6).map(str)),
    st.integers(1, 65535),
    st.binary(min_size=8, max_size=8),
    st.from_regex(r"\A[A-Za-z0-9_-]{0,128}\Z"),
)


@given(CODES)
def test_what_is_written_is_read_again(code):
    assert ShortCode.parse(code.render()) == code


def test_a_code_has_groups_of_four_and_no_letters_that_are_mistaken():
    groups = CODE.render().split("-")

    assert {len(group) for group in groups[:-1]} == {4}
    assert set("".join(groups)) <= set(ALPHABET)
    assert len("".join(groups)) == 54


def test_a_code_is_read_however_it_is_typed():
    typed = CODE.render().lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert ShortCode.parse(f"  {typed}\n") == CODE


@given(st.data())
def test_a_wrong_letter_is_noticed(data):
    letters = list(CODE.render().replace("-", ""))
    place = data.draw(st.integers(0, len(letters) - 1))
    letters[place] = data.draw(st.sampled_from(ALPHABET.replace(letters[place], "")))

    with pytest.raises(MalformedCode) as raised:
        ShortCode.parse("".join(letters))

    assert str(raised.value) == MISTYPED


@given(st.integers(0, 49))
def test_letters_that_changed_places_are_noticed(place):
    code = CODE.render().replace("-", "")
    changed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert changed == code or not looks_like_code(changed)


def test_a_group_that_is_missing_is_noticed():
    with pytest.raises(MalformedCode):
        ShortCode.parse(CODE.render().partition("-")[2])


def test_a_link_with_an_address_and_a_fingerprint_is_shortened():
    link = InviteLink("192.168.1.20", 6697, True, "#class", FINGERPRINT, "tok")

    assert ShortCode.of(link) == ShortCode("192.168.1.20", 6697, BEGINNING, "tok")


@pytest.mark.parametrize(
    "link",
    [
        InviteLink("chat.example.org", fingerprint=FINGERPRINT),
        InviteLink("fe80::1%eth0", fingerprint=FINGERPRINT),
        InviteLink("192.168.1.20"),
        InviteLink("::1", fingerprint=FINGERPRINT, account="noor", secret="secret"),
    ],
)
def test_a_link_without_them_has_no_short_code(link):
    assert ShortCode.of(link) is None


@pytest.mark.parametrize(
    "text", [CODE.render(), CODE.render().replace("-", ""), "2c0m 2j0a 00g2 " * 3]
)
def test_what_is_meant_as_a_code_is_known(text):
    assert looks_like_code(text)


@pytest.mark.parametrize(
    "text", ["192.168.1.20", "chat.example.org", "fe80::1", "ircs://h/", "a-b", "", "x"]
)
def test_an_address_is_no_code(text):
    assert not looks_like_code(text)


@given(st.text())
def test_no_text_breaks_the_reading(text):
    assert looks_like_code(text) in (True, False)
