import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.sasl import (
    CHUNK_CHARACTERS,
    NOTHING,
    MalformedResponse,
    PlainCredentials,
    ResponseJoiner,
    parse_plain,
    plain_response,
    split_response,
)

PLENTY = 10_000


@given(st.binary(max_size=2_000))
def test_a_response_is_the_same_after_its_journey_in_chunks(response: bytes) -> None:
    joiner = ResponseJoiner(PLENTY)

    joined = [joiner.feed(chunk) for chunk in split_response(response)]

    assert joined[-1] == response
    assert joined[:-1] == [None] * (len(joined) - 1)


def test_a_response_of_whole_chunks_ends_with_an_empty_one() -> None:
    chunks = split_response(b"x" * 300)

    assert [len(chunk) for chunk in chunks] == [CHUNK_CHARACTERS, 1]
    assert chunks[-1] == NOTHING


def test_an_empty_response_is_a_plus() -> None:
    assert split_response(b"") == [NOTHING]


def test_a_response_that_does_not_end_is_refused_and_forgotten() -> None:
    joiner = ResponseJoiner(CHUNK_CHARACTERS)
    joiner.feed("A" * CHUNK_CHARACTERS)

    with pytest.raises(MalformedResponse, match="too long"):
        joiner.feed("A" * CHUNK_CHARACTERS)

    assert joiner.feed("AAAA") == b"\0\0\0"


@pytest.mark.parametrize("chunk", ["A" * (CHUNK_CHARACTERS + 1), "not base64!", "AAA"])
def test_a_chunk_that_cannot_be_is_refused(chunk: str) -> None:
    with pytest.raises(MalformedResponse):
        ResponseJoiner(PLENTY).feed(chunk)


def test_a_response_in_plain_names_account_and_password() -> None:
    response = plain_response("noor", "päss wort")

    assert parse_plain(response) == PlainCredentials("", "noor", "päss wort")


@pytest.mark.parametrize(
    "response", [b"", b"noor", b"\0noor", b"\0\0pass", b"\0n\0\xff"]
)
def test_a_response_in_plain_without_its_three_parts_is_refused(
    response: bytes,
) -> None:
    with pytest.raises(MalformedResponse):
        parse_plain(response)
