from server.clock import Clock

DAY_MILLISECONDS = 86_400_000


class Wall:
    """A clock on the wall, which people set."""

    def __init__(self) -> None:
        self.seconds = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds


def test_a_clock_that_is_set_back_stands_still():
    wall = Wall()
    clock = Clock(wall)
    before = clock.milliseconds()

    wall.seconds -= 86_400

    assert clock.milliseconds() == before


def test_a_clock_that_is_set_forward_goes_forward():
    wall = Wall()
    clock = Clock(wall)
    before = clock.milliseconds()

    wall.seconds += 86_400

    assert clock.milliseconds() == before + DAY_MILLISECONDS


def test_a_clock_tells_no_time_before_what_was_told_before_a_restart():
    wall = Wall()
    clock = Clock(wall)

    clock.begin_after(1_700_000_000_000 + DAY_MILLISECONDS)

    assert clock.seconds() == 1_700_086_400


def test_what_was_told_before_a_restart_does_not_hold_the_clock_back():
    clock = Clock(Wall())

    clock.begin_after(5)

    assert clock.seconds() == 1_700_000_000
