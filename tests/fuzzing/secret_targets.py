"""What `chatapp.wire` reads of secrets, and what must hold of it."""

from contextlib import suppress

from chatapp.wire.sasl import (
    CHUNK_CHARACTERS,
    MalformedResponse,
    ResponseJoiner,
    parse_plain,
    split_response,
)
from chatapp.wire.scram import ScramClient, ScramKeys, ScramServer, WrongSecret
from chatapp.wire.secrets import MASK, without_secrets

KEYS = ScramKeys(b"salt" * 4, 4096, b"k" * 32, b"s" * 32)


def secrets(line: str) -> None:
    """What stands in place of a secret hides it; other lines stay as they are."""
    shown = without_secrets(line)
    assert shown == line or MASK in shown
    for word in ("PASS", "pass", "OPER root"):
        assert "hunter2" not in without_secrets(f"{word} hunter2{line}")


def sasl(data: bytes) -> None:
    """Whatever comes in an exchange of secrets is a response, or a wrong one."""
    text = data.decode(errors="replace")
    joiner = ResponseJoiner(4 * CHUNK_CHARACTERS)
    for chunk in text.split(" "):
        with suppress(MalformedResponse):
            joiner.feed(chunk)
    for chunk in split_response(data[:1000])[:-1]:
        joiner.feed(chunk)
    with suppress(MalformedResponse):
        parse_plain(data)
    first, _, second = data.partition(b"\n")
    with suppress(MalformedResponse, WrongSecret):
        server = ScramServer(first, "server")
        server.first(KEYS)
        server.final(second, KEYS)
    with suppress(MalformedResponse, WrongSecret):
        client = ScramClient("anna", "secret", "mine")
        client.verify(first)
    with suppress(MalformedResponse, WrongSecret):
        ScramClient("anna", "secret", "mine").final(b"r=mine" + data)
