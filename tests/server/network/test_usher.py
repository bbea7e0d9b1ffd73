"""What a door has the reactor do for it."""

from server.network.usher import Usher


def do_now(call) -> bool:
    call()
    return True


def test_what_is_asked_for_is_done_and_answered():
    assert Usher(do_now).run(lambda: 7, lambda: False) == 7


def test_who_has_ended_does_nothing():
    assert Usher(lambda _call: False).run(lambda: 7, lambda: False) is None


def test_nobody_waits_when_all_is_over():
    looks = iter([False, True])

    assert Usher(lambda _call: True).run(lambda: 7, lambda: next(looks)) is None


def test_what_fails_is_answered_too():
    def fail() -> int:
        raise MemoryError

    def do_and_survive(call) -> bool:
        try:
            call()
        except MemoryError:
            return True
        return False

    assert Usher(do_and_survive).run(fail, lambda: False) is None
