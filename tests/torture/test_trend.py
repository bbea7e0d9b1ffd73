"""What is flat is told from what grows."""

from torture.footprint import Footprint
from torture.trend import Allowed, Trend


def trend_of(*footprints: Footprint) -> Trend:
    trend = Trend("server", Allowed(part=0.02, megabytes=2.0))
    for second, footprint in enumerate(footprints):
        trend.take(float(second), footprint)
    return trend


def growing_by(megabytes: float) -> Trend:
    return trend_of(*(Footprint(100 + megabytes * n, 20, 8) for n in range(30)))


def test_what_stays_is_flat_whatever_its_warm_up_was() -> None:
    warm_up = [Footprint(10.0 * number, number, number) for number in range(5)]

    assert not trend_of(*warm_up, *[Footprint(80.0, 40, 9)] * 10).problems()


def test_memory_that_grows_is_named_with_both_thirds() -> None:
    assert growing_by(1.0).problems() == ["server: memory grew from 114.5 to 124.5"]


def test_a_little_more_memory_is_no_leak() -> None:
    assert not growing_by(0.1).problems()


def test_descriptors_and_threads_that_grow_are_named() -> None:
    footprints = [Footprint(80.0, number, number // 2) for number in range(30)]

    assert [each.partition(":")[2] for each in trend_of(*footprints).problems()] == [
        " descriptors grew from 14.0 to 24.0",
        " threads grew from 7.0 to 12.0",
    ]


def test_the_slope_is_told_in_megabytes_an_hour() -> None:
    assert "(+3600.0 MB an hour)" in growing_by(1.0).told()


def test_of_too_few_footprints_nothing_is_said() -> None:
    trend = trend_of(Footprint(1.0, 1, 1), Footprint(900.0, 900, 900))

    assert not trend.problems()
    assert "too few" in trend.told()
