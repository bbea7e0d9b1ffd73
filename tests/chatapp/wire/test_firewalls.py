"""What firewalls answer, and the commands that open ports in them."""

import pytest

from chatapp.wire.firewalls import FIREWALLS, Answer, Firewall, firewalls_of

UFW = """Status: active

To                         Action      From
--                         ------      ----
22/tcp                     ALLOW       Anywhere
6697                       ALLOW       Anywhere
"""
NFT = """table inet other {
	chain forward {
		type filter hook forward priority filter; policy drop;
	}
}
table inet Guard {
	set known { type ipv4_addr; }
	chain Incoming {
		type filter hook input priority filter; policy drop;
		ct state { established, related } accept
		tcp dport { 22, 6697 } accept
	}
}
"""
NFT_RULES = """table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		tcp dport 22 ip saddr @banned reject
		udp dport 6669 drop
		tcp dport 6668 accept
		tcp dport { 6667, 6668 } counter packets 0 bytes 0 drop
	}
	chain OUTPUT {
		type filter hook output priority filter; policy accept;
		tcp dport 6669 drop
	}
}
"""
NFT_LAST = (
    NFT_RULES.replace("udp dport 6669 drop", "jump more\n\t\treject")
    + """
table ip filter {
	chain more {
		tcp dport 7001 accept
	}
}
"""
)
NFT_SOME = """table inet f2b {
	chain f2b-chain {
		type filter hook input priority filter - 1; policy accept;
		tcp dport 22 ip saddr @banned reject with icmp port-unreachable
		ct state invalid drop
	}
}
"""
NFT_OPEN = "table inet filter {\n chain input {\n type filter hook input priority 0;\n"


def firewall(name: str) -> Firewall:
    return next(each for each in FIREWALLS if each.name == name)


@pytest.mark.parametrize(
    ("name", "code", "text", "is_active"),
    [
        ("ufw", 0, UFW, True),
        ("ufw", 0, "Status: inactive", False),
        ("ufw", 1, "ERROR: You need to be root to run this script", None),
        ("ufw", 0, "# comment\nENABLED=yes\n", True),
        ("firewalld", 0, "6697/tcp 8000-8100/tcp", True),
        ("firewalld", 252, "FirewallD is not running", False),
        ("firewalld", 253, "Authorization failed.", None),
        ("nftables", 0, NFT, True),
        ("nftables", 0, NFT_RULES, True),
        ("nftables", 0, NFT_LAST, True),
        ("nftables", 0, NFT_SOME, False),
        ("nftables", 0, NFT_OPEN, False),
        ("nftables", 1, "Operation not permitted", None),
        ("Windows Firewall", 0, "Private Profile Settings:\nState    ON", True),
        ("Windows Firewall", 0, "Status    AUS", False),
        ("Windows Firewall", 1, "", None),
        ("The firewall of macOS", 0, "Firewall is enabled. (State = 1)", True),
        ("The firewall of macOS", 0, "Firewall is disabled. (State = 0)", False),
    ],
)
def test_it_is_read_whether_one_is_active(name, code, text, is_active):
    assert firewall(name).is_active(Answer(code, text)) is is_active


@pytest.mark.parametrize(
    ("name", "text", "port", "is_open"),
    [
        ("ufw", UFW, 6697, True),
        ("ufw", UFW, 6667, False),
        ("ufw", "ENABLED=yes", 6697, None),
        ("firewalld", "6697/tcp 8000-8100/tcp", 8050, True),
        ("firewalld", "6697/udp", 6697, False),
        ("nftables", NFT, 6697, True),
        ("nftables", NFT, 6667, None),
        ("nftables", NFT_RULES, 6667, False),
        ("nftables", NFT_RULES, 6668, True),
        ("nftables", NFT_RULES, 6669, True),
        ("nftables", NFT_LAST, 6669, None),
        ("nftables", NFT_LAST, 7001, True),
        ("nftables", NFT_RULES + NFT, 6697, True),
        ("nftables", NFT_RULES + NFT, 6669, None),
        ("Windows Firewall", "State ON", 6667, None),
        ("firewalld", f"{'9' * 5000}/tcp", 6667, False),
        ("ufw", f"Status: active\n{'9' * 5000}/tcp ALLOW Anywhere", 6667, False),
    ],
)
def test_it_is_read_whether_a_port_is_open(name, text, port, is_open):
    assert firewall(name).is_open(Answer(0, text), port) is is_open


@pytest.mark.parametrize(
    ("name", "text", "command"),
    [
        ("ufw", UFW, "sudo ufw allow 6667/tcp && sudo ufw allow 6668/tcp"),
        (
            "nftables",
            NFT,
            (
                "sudo nft insert rule inet Guard Incoming tcp dport 6667 accept"
                " && sudo nft insert rule inet Guard Incoming tcp dport 6668 accept"
            ),
        ),
        (
            "nftables",
            NFT_RULES + NFT_SOME,
            (
                "sudo nft insert rule ip filter INPUT tcp dport 6667 accept"
                " && sudo nft insert rule ip filter INPUT tcp dport 6668 accept"
            ),
        ),
    ],
)
def test_the_command_is_exact(name, text, command):
    opening = firewall(name).opening((6667, 6668), Answer(0, text), "python")

    assert opening == command


def test_where_a_program_is_let_in_it_is_named_once():
    macos = firewall("The firewall of macOS")

    command = macos.opening((6667, 6697), Answer(0, ""), "/opt/python")

    assert command.count('--unblockapp "/opt/python"') == 1


def test_each_system_has_its_own():
    assert [each.name for each in firewalls_of("linux")][:2] == ["ufw", "firewalld"]
    assert [each.name for each in firewalls_of("win32")] == ["Windows Firewall"]
    assert firewalls_of("sunos5") == []
