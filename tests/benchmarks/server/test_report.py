"""What the load program tells is read, and reckoned with."""

import json
from dataclasses import asdict, fields, replace

from benchmarks.server.report import Report

NOTHING = Report(**{field.name: 0 for field in fields(Report)})
SOME = replace(
    NOTHING,
    welcome=300,
    inside=200,
    said=40,
    deliveries=4_000,
    due=5_000,
    heard=5_000,
    arrival_seconds=0.5,
    join_seconds=0.25,
    talk_seconds=2.0,
    talk_processor=0.1,
    load_processor=0.5,
)


def test_what_is_printed_is_read() -> None:
    assert Report.read(json.dumps(asdict(SOME))) == SOME


def test_rates_are_by_the_second() -> None:
    assert SOME.deliveries_per_second == 2_000
    assert SOME.messages_per_second == 20
    assert SOME.arrivals_per_second == 600
    assert SOME.joins_per_second == 800


def test_the_cost_is_by_the_delivery_in_microseconds() -> None:
    assert SOME.cost == 25


def test_the_load_programs_share_is_of_one_processor() -> None:
    assert SOME.load_share == 0.25


def test_a_run_in_which_all_was_heard_has_no_faults() -> None:
    assert SOME.faults() == []


def test_what_was_lost_or_came_wrong_is_told() -> None:
    run = replace(SOME, heard=4_990, misordered=2, mangled=1, gone=7, deaf_gone=4)

    assert run.faults() == [
        "10 deliveries never came",
        "2 deliveries came in another order",
        "1 texts came changed",
        "3 clients were closed",
    ]
