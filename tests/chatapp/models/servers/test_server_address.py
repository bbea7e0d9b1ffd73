"""What people type as an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.models.servers import server_address
from chatapp.models.servers.server_address import MalformedAddress, ServerAddress
from chatapp.wire import invite_link
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.short_code import MISTYPED, ShortCode


@pytest.mark.parametrize(
    ("text", "host", "port", "channel"),
    [
        ("192.168.1.20", "192.168.1.20", None, ""),
        ("  192.168.1.20\t", "192.168.1.20", None, ""),
        ("127.0.0.1:6667", "127.0.0.1", 6667, ""),
        ("1.2.3.4.", "1.2.3.4", None, ""),
        ("::1", "::1", None, ""),
        ("[::1]", "::1", None, ""),
        ("[::1]:6697", "::1", 6697, ""),
        ("::ffff:10.0.0.1", "::ffff:10.0.0.1", None, ""),
        ("fe80::1%eth0", "fe80::1%eth0", None, ""),
        ("[fe80::1%eth0]:7000", "fe80::1%eth0", 7000, ""),
        ("localhost", "localhost", None, ""),
        ("chat.example.org", "chat.example.org", None, ""),
        ("Chat.Example.ORG.", "chat.example.org", None, ""),
        ("chat.example.org:", "chat.example.org", None, ""),
        ("chat.example.org/", "chat.example.org", None, ""),
        ("my_server", "my_server", None, ""),
        ("4chan.example", "4chan.example", None, ""),
        ("münchen.example", "xn--mnchen-3ya.example", None, ""),
        ("irc://chat.example.org/#garden", "chat.example.org", 6667, "#garden"),
        ("IRC://chat.example.org/garden", "chat.example.org", 6667, "#garden"),
        ("irc://[::1]:6667/&local", "::1", 6667, "&local"),
        ("irc://h/a,needkey?secret", "h", 6667, "#a"),
    ],
)
def test_an_address_is_understood(text, host, port, channel):
    assert ServerAddress.parse(text) == ServerAddress(host, port, channel)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", server_address.EMPTY),
        ("   ", server_address.EMPTY),
        (":6667", server_address.EMPTY),
        ("irc:///#x", invite_link.NO_HOST),
        ("ircs://h/?fp=12", invite_link.WRONG_FINGERPRINT),
        ("ircs://999.1.1.1/", server_address.NOT_IPV4),
        ("a b", server_address.SPACE),
        ("chat .example", server_address.SPACE),
        ("999.1.1.1", server_address.NOT_IPV4),
        ("1.2.3", server_address.NOT_IPV4),
        ("127.1", server_address.NOT_IPV4),
        ("1", server_address.NOT_IPV4),
        ("1.2.3.4.5", server_address.NOT_IPV4),
        ("01.2.3.4", server_address.NOT_IPV4),
        ("0x7f.1", server_address.NOT_IPV4),
        ("0x7f", server_address.NOT_IPV4),
        ("host.7", server_address.NOT_IPV4),
        ("\uff11\uff12\uff17.0.0.1", server_address.NOT_IPV4),
        ("٣.٣.٣.٣", server_address.NOT_IPV4),
        (":::", server_address.NOT_IPV6),
        ("::g", server_address.NOT_IPV6),
        ("1:2:3", server_address.NOT_IPV6),
        ("fe80::1%", server_address.NOT_IPV6),
        ("[::1", server_address.NOT_IPV6),
        ("[::1]x", server_address.NOT_IPV6),
        ("[localhost]", server_address.NOT_IPV6),
        ("-a.example", server_address.NOT_A_NAME),
        ("a-.example", server_address.NOT_A_NAME),
        ("a..b", server_address.NOT_A_NAME),
        (".", server_address.NOT_A_NAME),
        ("#lobby", server_address.NOT_A_NAME),
        ("noor@home", server_address.NOT_A_NAME),
        ("a" * 64, server_address.NOT_A_NAME),
        ("a" * 254, server_address.TOO_LONG),
        ("host:0", server_address.WRONG_PORT),
        ("host:65536", server_address.WRONG_PORT),
        ("host:port", server_address.WRONG_PORT),
        ("[::1]:x", server_address.WRONG_PORT),
        ("https://chat.example.org", server_address.WRONG_LINK),
    ],
)
def test_what_is_no_address_is_told_in_one_sentence(text, sentence):
    with pytest.raises(MalformedAddress) as raised:
        ServerAddress.parse(text)

    beginning, _, end = sentence.partition("{text}")
    assert str(raised.value).startswith(beginning)
    assert str(raised.value).endswith(end)


def judge(text):
    """Give the host, or the sentence that says what is wrong."""
    try:
        return ServerAddress.parse(text).host
    except MalformedAddress as error:
        return str(error)


@given(st.text(max_size=40))
def test_nothing_that_is_typed_makes_it_fail(text):
    verdict = judge(text)

    assert verdict.endswith(".") or (verdict and verdict.isascii())


@given(st.ip_addresses())
def test_every_ip_address_is_one(address):
    assert ServerAddress.parse(str(address)).host == str(address)


@pytest.mark.parametrize(
    ("text", "port"),
    [("ircs://chat.example.org:7000", 7000), ("ircs://chat.example.org", 6697)],
)
def test_a_link_may_ask_for_tls(text, port):
    address = ServerAddress.parse(text)

    assert (address.port, address.secure) == (port, True)


def test_an_invite_tells_by_what_the_server_is_known_and_what_lets_one_in():
    text = f"ircs://192.168.1.20:6697/#class?fp={'ab' * 32}&t=let-me-in"

    address = ServerAddress.parse(text)

    assert address.channel == "#class"
    assert address.fingerprint == Fingerprint(b"\xab" * 32)
    assert address.token == "let-me-in"


def test_a_short_code_is_understood():
    code = ShortCode("192.168.1.20", 7000, bytes(range(8)), "token")

    address = ServerAddress.parse(f" {code.render().lower().replace('-', ' ')} ")

    assert address == ServerAddress(
        "192.168.1.20", 7000, secure=True, token="token", beginning=bytes(range(8))
    )


def test_a_mistake_in_a_short_code_is_told():
    code = ShortCode("192.168.1.20", 7000, bytes(range(8)), "token").render()

    with pytest.raises(MalformedAddress) as raised:
        ServerAddress.parse(code.replace("-", "-Z", 1))

    assert str(raised.value) == MISTYPED
