from server.sequence import Sequence

NOW = 1_700_000_000_000


def test_numbers_grow():
    numbers = Sequence(0, NOW)

    first, second = numbers.next(), numbers.next()

    assert first < second


def test_after_a_restart_no_number_is_used_again():
    before = Sequence(0, NOW)
    used = [before.next() for _ in range(500)]

    assert Sequence(used[0], NOW + 1).next() > used[-1]


def test_after_a_restart_no_number_is_used_again_although_the_clock_was_set_back():
    before = Sequence(0, NOW)
    used = [before.next() for _ in range(5000)]

    assert Sequence(used[0], NOW - 86_400_000).next() > used[-1]
