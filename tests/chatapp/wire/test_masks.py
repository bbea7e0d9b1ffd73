import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire import masks
from chatapp.wire.masks import (
    Mask,
    compile_mask,
    complete_mask,
    fold_mask,
    is_mask,
)
from chatapp.wire.names import fold, fold_with

words = st.text("aBcÄß.-0", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("mask", "text"),
    [
        ("*!*@*", "anna!anna@host"),
        ("anna!*@*", "ANNA!anna@host"),
        ("a?na!*@*", "anna!anna@host"),
        ("*!*@*.example", "anna!anna@host.example"),
        ("*a*a*", "banana"),
        ("anna", "anna"),
        ("ÄNNA!*@*", "änna!x@y"),
    ],
)
def test_a_mask_fits(mask, text):
    assert compile_mask(mask, fold).matches(text)


@pytest.mark.parametrize(
    ("mask", "text"),
    [
        ("anna!*@*", "annabel!anna@host"),
        ("a?na!*@*", "ana!anna@host"),
        ("ab*ba", "aba"),
        ("*!*@*.example", "anna!anna@example"),
        ("a.na!*@*", "anna!anna@host"),
        ("*[a-z]*", "anna"),
    ],
)
def test_a_mask_does_not_fit(mask, text):
    assert not compile_mask(mask, fold).matches(text)


@given(st.text("ab*?", max_size=12), st.text("ab", max_size=12))
def test_a_mask_fits_what_a_plain_pattern_fits(mask, text):
    pattern = mask.replace("*", ".*").replace("?", ".")

    assert compile_mask(mask, fold).matches(text) == bool(re.fullmatch(pattern, text))


@given(st.text("aB!@*?ÄßΣ.", max_size=20))
def test_a_short_mask_is_completed_once(text):
    mask = complete_mask(text)

    assert complete_mask(mask) == mask
    assert "!" in mask
    assert "@" in mask.partition("!")[2]


@given(words, words, words)
def test_a_completed_mask_still_fits_what_it_names(nick, user, host):
    text = f"{nick}!{user}@{host}"

    for mask in (nick, f"{nick}!{user}", f"{user}@{host}", f"@{host}", text, ""):
        assert compile_mask(complete_mask(mask), fold).matches(text)


@given(st.text("aBÄß*?", max_size=12), st.text("abäSS", max_size=12))
def test_the_case_of_letters_changes_nothing(mask, text):
    fits = compile_mask(mask, fold).matches(text)

    assert compile_mask(fold_mask(mask, fold), fold).matches(text) is fits
    assert compile_mask(mask, fold).matches(fold_mask(text, fold)) is fits


@pytest.mark.parametrize(
    ("casemapping", "fits"), [("rfc1459", True), ("ascii", False), ("precis", False)]
)
def test_a_mask_fits_by_the_servers_casemapping(casemapping, fits):
    mask = compile_mask("anna[*!*@*", fold_with(casemapping))

    assert mask.matches("ANNA{1}!anna@host") is fits


def test_a_mask_made_to_be_slow_looks_for_each_of_its_parts_once(mocker):
    parts, compile_part = [], masks._compile

    def compile_counted(part):
        parts.append(mocker.Mock(wraps=compile_part(part), text=part))
        return parts[-1]

    mocker.patch.object(masks, "_compile", compile_counted)

    fits = Mask("*a" * 100 + "*b", fold).matches("a" * 400)

    assert not fits
    assert {part.text for part in parts} == {"", "a", "b"}
    assert all(len(part.method_calls) <= 1 for part in parts)


@pytest.mark.parametrize(
    ("short", "complete"),
    [
        ("anna", "anna!*@*"),
        ("anna!user", "anna!user@*"),
        ("user@host", "*!user@host"),
        ("anna!user@host", "anna!user@host"),
        ("@host", "*!*@host"),
        ("", "*!*@*"),
    ],
)
def test_a_short_mask_is_completed(short, complete):
    assert complete_mask(short) == complete


@pytest.mark.parametrize(
    ("text", "expected"), [("anna", False), ("an*", True), ("ann?", True), ("", False)]
)
def test_a_mask_is_told_from_a_name(text, expected):
    assert is_mask(text) is expected
