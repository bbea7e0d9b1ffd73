"""How soon one may try a password again."""

import pytest

from server.commands.login_attempts import (
    LONGEST_DELAY,
    MANY,
    SECONDS_TO_REMEMBER,
    WHOLE_SCHOOL,
    LoginAttempts,
)

FAR_AWAY = "192.0.2.1"
ELSEWHERE = "192.0.2.2"


class Watch:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def attempts(watch) -> LoginAttempts:
    return LoginAttempts(watch, 3)


def test_the_first_ones_are_free(attempts):
    assert [attempts.begin("anna", FAR_AWAY) for _ in range(3)] == [0, 0, 0]


def test_each_one_more_takes_twice_as_long(attempts, watch):
    waits = []
    for _ in range(15):
        attempts.begin("anna", FAR_AWAY)
        wait = attempts.begin("anna", FAR_AWAY)
        waits += [wait] if wait else []
        watch.now += wait

    assert waits[:4] == [1, 2, 4, 8]
    assert waits[-1] == LONGEST_DELAY


def test_who_knows_the_password_begins_anew(attempts):
    for _ in range(3):
        attempts.begin("anna", FAR_AWAY)

    attempts.succeeded("anna", FAR_AWAY)

    assert attempts.begin("anna", FAR_AWAY) == 0


def test_an_owner_elsewhere_is_not_locked_out(attempts):
    for _ in range(9):
        attempts.begin("anna", FAR_AWAY)

    assert attempts.begin("anna", ELSEWHERE) == 0


def test_one_account_is_not_tried_from_everywhere(attempts):
    for number in range(3 * MANY):
        attempts.begin("anna", f"198.51.100.{number}")

    assert attempts.begin("anna", ELSEWHERE) > 0


def test_who_guesses_elsewhere_does_not_lock_an_owner_where_he_was_before(attempts):
    attempts.begin("anna", ELSEWHERE)
    attempts.succeeded("anna", ELSEWHERE)
    for number in range(3 * MANY):
        attempts.begin("anna", f"198.51.100.{number}")

    assert attempts.begin("anna", "203.0.113.9") > 0
    assert [attempts.begin("anna", ELSEWHERE) for _ in range(3)] == [0, 0, 0]
    assert attempts.begin("anna", ELSEWHERE) > 0


def test_an_owner_who_comes_in_gives_no_new_guesses_to_others_elsewhere(attempts):
    for number in range(3 * MANY - 1):
        attempts.begin("anna", f"198.51.100.{number}")

    attempts.begin("anna", ELSEWHERE)
    attempts.succeeded("anna", ELSEWHERE)

    assert attempts.begin("anna", "203.0.113.9") == 0
    assert attempts.begin("anna", "203.0.113.10") > 0


@pytest.mark.parametrize("own", ["eve", "channel #eve 192.0.2.1", ""])
def test_who_has_something_of_his_own_guesses_no_more_often_than_others(attempts, own):
    """By his account, a channel with a key, or an invitation."""
    guessed = 0
    for number in range(3 * WHOLE_SCHOOL + 1):
        guessed += attempts.begin(f"user{number}", FAR_AWAY) == 0
        if attempts.begin(own, FAR_AWAY) == 0:
            attempts.succeeded(own, FAR_AWAY)

    assert guessed == 3 * WHOLE_SCHOOL


def test_who_comes_in_is_forgiven_what_he_typed_wrong(attempts):
    for number in range(3 * WHOLE_SCHOOL):
        for _ in range(2):
            assert attempts.begin(f"user{number}", FAR_AWAY) == 0
        attempts.succeeded(f"user{number}", FAR_AWAY)


def test_names_that_are_very_long_are_not_kept_whole(attempts):
    for _ in range(3):
        attempts.begin("a" * 9000, FAR_AWAY)

    assert attempts.begin("a" * 9000, FAR_AWAY) > 0
    assert sum(len(key.account) for key in attempts._records) < 1000


def test_one_address_does_not_try_all_accounts(attempts):
    for number in range(3 * WHOLE_SCHOOL):
        attempts.begin(f"user{number}", FAR_AWAY)

    assert attempts.begin("anna", FAR_AWAY) > 0
    assert attempts.begin("anna", ELSEWHERE) == 0


def test_a_whole_school_may_come_at_once(attempts):
    waits = [attempts.begin(f"user{number}", FAR_AWAY) for number in range(250)]

    assert set(waits) == {0}


def test_new_accounts_are_as_many_as_the_people_who_are_there_and_some_more(watch):
    accounts = LoginAttempts(watch, 1)

    waits = [accounts.begin("", FAR_AWAY, people=20) for _ in range(121)]

    assert waits[:120] == [0] * 120
    assert waits[120] > 0
    assert accounts.begin("", ELSEWHERE) == 0


def test_this_machine_may_try_all_accounts(attempts):
    waits = [attempts.begin(f"user{number}", "127.0.0.1") for number in range(99)]

    assert set(waits) == {0}


def test_everything_is_forgotten_after_a_while(attempts, watch):
    for _ in range(4):
        attempts.begin("anna", FAR_AWAY)

    watch.now += SECONDS_TO_REMEMBER + 1

    assert [attempts.begin("anna", FAR_AWAY) for _ in range(3)] == [0, 0, 0]


def test_all_addresses_of_a_network_of_ipv6_are_one(attempts):
    for number in range(3):
        attempts.begin("anna", f"2001:db8::{number}")

    assert attempts.begin("anna", "2001:db8::ffff") > 0
    assert attempts.begin("anna", "2001:db8:0:1::1") == 0
