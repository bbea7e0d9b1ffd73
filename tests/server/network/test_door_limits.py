import threading
from concurrent.futures import ThreadPoolExecutor

from server.network.door_limits import Admission, DoorLimits


def make_limits(**changed: int) -> DoorLimits:
    chosen = {"max_connections": 100, "max_per_address": 50, "places": 8} | changed
    return DoorLimits(**chosen)


def admit(limits: DoorLimits, address: str = "10.0.0.1", **options) -> Admission:
    return limits.admit(address, 0.0, **({"is_own": False} | options))


def test_one_address_has_half_of_the_door():
    limits = make_limits(places=4)

    admissions = [admit(limits) for _ in range(3)]

    assert admissions == [
        Admission.ADMITTED,
        Admission.ADMITTED,
        Admission.TOO_MANY_FROM_ADDRESS,
    ]
    assert admit(limits, "10.0.0.2") is Admission.ADMITTED


def test_this_machine_has_all_of_the_door():
    limits = make_limits(places=8)

    admissions = {admit(limits, "127.0.0.1", is_own=True) for _ in range(8)}

    assert admissions == {Admission.ADMITTED}


def test_a_place_at_the_door_is_waited_for():
    limits = make_limits(places=1)
    admit(limits, "127.0.0.1", is_own=True)
    leaving = threading.Timer(0.05, limits.leave_door, ["127.0.0.1"])

    leaving.start()
    admission = limits.admit("127.0.0.1", 10.0, is_own=True)
    leaving.join()

    assert admission is Admission.ADMITTED


def test_who_waits_for_a_place_gets_no_more_than_his_address_may_have(mocker):
    limits = make_limits(places=4)
    waiting, all_wait = set(), threading.Event()

    def hurry() -> None:
        waiting.add(threading.get_ident())
        if len(waiting) == 3:
            all_wait.set()

    mocker.patch.object(limits.standing, "hurry", hurry)
    for _ in range(3):
        admit(limits, "127.0.0.1", is_own=True)
    admit(limits)

    with ThreadPoolExecutor(3) as pool:
        each = [
            pool.submit(limits.admit, "10.0.0.1", 10.0, is_own=False) for _ in range(3)
        ]
        assert all_wait.wait(10.0)
        for _ in range(3):
            limits.leave_door("127.0.0.1")

    assert sorted(it.result().name for it in each) == [
        "ADMITTED",
        "TOO_MANY_FROM_ADDRESS",
        "TOO_MANY_FROM_ADDRESS",
    ]


def test_a_place_at_the_door_is_not_waited_for_without_end():
    limits = make_limits(places=1)
    admit(limits, "127.0.0.1", is_own=True)

    admission = limits.admit("127.0.0.1", 0.01, is_own=True)

    assert admission is Admission.SERVER_IS_FULL


def test_who_waits_for_a_place_is_turned_away_when_the_server_ends():
    limits = make_limits(places=1)
    admit(limits, "127.0.0.1", is_own=True)
    closing = threading.Timer(0.05, limits.close)

    closing.start()
    admission = limits.admit("127.0.0.1", threading.TIMEOUT_MAX, is_own=True)
    closing.join()

    assert admission is Admission.SERVER_IS_FULL


def test_who_was_turned_away_at_a_full_door_is_not_counted():
    limits = make_limits(places=1, max_connections=2)
    admit(limits, "127.0.0.1", is_own=True)
    limits.admit("10.0.0.1", 0.01, is_own=False)

    limits.leave_door("127.0.0.1")

    assert admit(limits, "10.0.0.2") is Admission.ADMITTED


def test_an_address_has_so_many_connections_that_have_not_signed_in():
    limits = make_limits(max_per_address=1)
    admit(limits)
    limits.leave_door("10.0.0.1")

    assert admit(limits) is Admission.TOO_MANY_FROM_ADDRESS

    limits.signed_in("10.0.0.1")

    assert admit(limits) is Admission.ADMITTED


def test_the_server_takes_so_many_connections_and_one_more_when_one_ends():
    limits = make_limits(max_connections=1)
    admit(limits)
    limits.leave_door("10.0.0.1")

    assert admit(limits, "10.0.0.2") is Admission.SERVER_IS_FULL

    limits.closed("10.0.0.1", had_signed_in=False)

    assert admit(limits, "10.0.0.2") is Admission.ADMITTED


def test_all_addresses_of_a_network_of_ipv6_are_one():
    limits = make_limits(max_per_address=2)
    for number in range(2):
        admit(limits, f"2001:db8::{number}")

    refused = admit(limits, "2001:db8::ffff")
    limits.closed("2001:db8::1", had_signed_in=False)

    assert refused is Admission.TOO_MANY_FROM_ADDRESS
    assert admit(limits, "2001:db8::ffff") is Admission.ADMITTED
