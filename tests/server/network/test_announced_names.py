"""Each server that is announced has a name of its own, by real mDNS on this machine.

Specification: https://www.rfc-editor.org/rfc/rfc6762#section-9
"""

import time
from collections.abc import Callable

from zeroconf import ServiceInfo, Zeroconf

from chatapp.wire.announcement import SERVICE
from tests.server.network.announced import Word, entry_of, label_of
from tests.server.raw_client import DEADLINE_SECONDS


def test_two_servers_of_one_name_are_two(found, announce):
    label = label_of("twins")
    announce(Word(label))
    assert found.wait_for(lambda: entry_of(label) in found.names)

    announce(Word(label))

    assert found.wait_for(lambda: f"{label} 7001 (2).{SERVICE}" in found.names)


def test_two_servers_on_one_computer_have_two_names(found, announce):
    label = label_of("neighbours")

    announce(Word(label), port=6667)
    announce(Word(label), port=7100)

    both = {f"{label}.{SERVICE}", entry_of(label, 7100)}
    assert found.wait_for(lambda: both <= found.names)


def claim(network: Zeroconf, label: str, host: str) -> ServiceInfo:
    """Have another host take a name without asking whether anybody has it."""
    rival = ServiceInfo(
        SERVICE,
        entry_of(label),
        port=7002,
        server=f"{host}.local.",
        parsed_addresses=["192.0.2.9"],
    )
    network.register_service(rival, cooperating_responders=True)
    return rival


def port_of(network: Zeroconf, label: str) -> int | None:
    info = ServiceInfo(SERVICE, entry_of(label))
    info.load_from_cache(network)
    return info.port


def wait_for(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_who_comes_later_by_its_hosts_name_leaves_a_name_that_two_have(
    network, found, announce
):
    label = label_of("first")
    announce(Word(label))
    assert found.wait_for(lambda: entry_of(label) in found.names)

    rival = claim(network, label, "aaa")

    # Its words and ours cross, so it says them until it is heard, as all do.
    wait_for(
        lambda: (
            f"{label} 7001 (2).{SERVICE}" in found.names
            or network.update_service(rival)
        )
    )
    assert entry_of(label) in found.names


def test_who_comes_first_by_its_hosts_name_keeps_a_name_that_two_have(
    network, found, announce
):
    label = label_of("last")
    announce(Word(label))
    assert found.wait_for(lambda: entry_of(label) in found.names)

    rival = claim(network, label, "zzz")
    wait_for(lambda: port_of(network, label) == 7002)
    network.registry.async_remove(rival)  # it claims it once, and says no more

    wait_for(lambda: port_of(network, label) == 7001)
