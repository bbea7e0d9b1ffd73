"""Which of this computer's addresses others can find it at, on other systems."""

import ifaddr
import pytest

from chatapp.system.interfaces import for_others, list_interfaces


def adapter(address: str, name: str, maker_name: str) -> ifaddr.Adapter:
    """Give one as Windows tells of it: its name stands at its addresses."""
    return ifaddr.Adapter("{4F1B}", maker_name, [ifaddr.IP(address, 24, name)])


WIFI = adapter("192.168.1.7", "WLAN", "Intel(R) Wi-Fi 6 AX201 160MHz")


@pytest.mark.parametrize(
    ("name", "maker_name"),
    [
        ("vEthernet (WSL)", "Hyper-V Virtual Ethernet Adapter"),
        ("Ethernet 2", "VirtualBox Host-Only Ethernet Adapter"),
        ("Ethernet 3", "VMware Virtual Ethernet Adapter for VMnet8"),
        ("bridge100", "bridge100"),
    ],
)
def test_what_leads_to_machines_within_is_not_told_to_others(mocker, name, maker_name):
    within = adapter("172.28.64.1", name, maker_name)
    mocker.patch.object(ifaddr, "get_adapters", return_value=[within, WIFI])

    found = for_others(list_interfaces())

    assert [str(it.address.ip) for it in found] == ["192.168.1.7"]
    assert found[0].name == "WLAN"


@pytest.mark.parametrize(
    ("name", "maker_name", "is_vpn"),
    [
        ("Ethernet 4", "TAP-Windows Adapter V9", True),
        ("office", "WireGuard Tunnel", True),
        ("Ethernet", "Realtek PCIe GbE Family Controller", False),
    ],
)
def test_a_vpn_is_known_by_what_its_maker_calls_it(mocker, name, maker_name, is_vpn):
    there = adapter("10.8.0.2", name, maker_name)
    mocker.patch.object(ifaddr, "get_adapters", return_value=[there])

    assert [it.is_vpn for it in list_interfaces()] == [is_vpn]
