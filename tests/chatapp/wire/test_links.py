import pytest

from chatapp.wire.links import hidden_host, host_of, link_target


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://a.example/x?y#z", "a.example"),
        ("HTTPS://A.EXAMPLE:8443", "a.example"),
        ("www.a.example/x", "www.a.example"),
        ("ircs://irc.a.example/#room", "irc.a.example"),
        ("https://bank.example@evil.example/", "evil.example"),
        ("https://bank.example:1@evil.example:2/x", "evil.example"),
        ("https://evil.example\\@bank.example/", "evil.example"),
        ("https://b\u00fccher.example/", "xn--bcher-kva.example"),
        ("https://\u0430pple.example/", "xn--pple-43d.example"),
        ("https://a\u3002example/", "a.example"),
        ("https://" + "\u0430" * 80 + ".example/", "xn--" + "80a" + "a" * 79),
    ],
)
def test_a_link_tells_where_it_leads(link, host):
    assert host_of(link).startswith(host)


def test_a_link_without_a_scheme_leads_to_the_web():
    assert link_target("www.example.org") == "http://www.example.org"
    assert link_target("https://a.example") == "https://a.example"


@pytest.mark.parametrize("link", ["https://a.example/@b", "www.a.example/\u00fc"])
def test_a_link_that_shows_its_host_hides_nothing(link):
    assert hidden_host(link) == ""


@pytest.mark.parametrize(
    "link",
    ["https://a.example@b.example", "https://\u0430.example", "www.\u0430.example"],
)
def test_a_link_that_looks_like_another_is_found_out(link):
    assert hidden_host(link).isascii()
    assert hidden_host(link) != ""
