"""Numerics that are rendered once, and told to everybody."""

import pytest

from server.replies import Numerics
from server.step import MAX_BODY_BYTES

SERVER = "chatapp.local"


def two() -> Numerics:
    numerics = Numerics(SERVER)
    numerics.add("254", "7", count=7)
    numerics.add("372", text="- Hello")
    return numerics


def test_everybody_is_told_them_by_name():
    assert two().render("anna", "") == (
        b":chatapp.local 254 anna 7 :channels are open\r\n"
        b":chatapp.local 372 anna :- Hello\r\n"
    )


def test_each_has_the_tags():
    assert two().render("bo", "time=now") == (
        b"@time=now :chatapp.local 254 bo 7 :channels are open\r\n"
        b"@time=now :chatapp.local 372 bo :- Hello\r\n"
    )


@pytest.mark.parametrize("nick", ["a" * 30, "ü" * 30, "🦊" * 30])
def test_what_is_too_long_is_cut(nick):
    numerics = Numerics(SERVER)
    numerics.add("372", text="-" * 460)

    line = numerics.render(nick, "")

    assert len(line) == MAX_BODY_BYTES + len("\r\n")
    assert line.startswith(f":chatapp.local 372 {nick} :--".encode())
    assert line.endswith(b"-\r\n")
    line.decode()


def test_as_parts_of_a_reply_they_are_lines():
    assert list(two().bodies("anna")) == [
        ":chatapp.local 254 anna 7 :channels are open",
        ":chatapp.local 372 anna :- Hello",
    ]
