import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.network.opening import Opening, opening_of


@pytest.mark.parametrize(
    ("data", "opening"),
    [
        (b"\x16", Opening.TLS),
        (b"\x16\x03\x01", Opening.TLS),
        (b"GET / HTTP/1.1\r\n", Opening.HTTP),
        (b"OPTIONS * HTTP/1.1\r\n", Opening.HTTP),
        (b"G", Opening.UNCLEAR),
        (b"GET", Opening.UNCLEAR),
        (b"OPTIONS", Opening.UNCLEAR),
        (b"P", Opening.UNCLEAR),
        (b"PI", Opening.LINES),
        (b"PING 1\r\n", Opening.LINES),
        (b"HELP\r\n", Opening.LINES),
        (b"\r\n", Opening.LINES),
        (b"get / HTTP/1.1", Opening.LINES),
    ],
)
def test_the_first_bytes_tell_what_is_spoken(data, opening):
    assert opening_of(data) is opening


@given(st.binary(min_size=8))
def test_eight_bytes_are_enough(data):
    assert opening_of(data) is not Opening.UNCLEAR
