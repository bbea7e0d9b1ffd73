"""Who has a name that looks like another one."""

from server.world.lookalikes import Lookalikes

FOREIGN_EVAN = "\u0435van"


def test_a_plain_name_is_found_by_what_another_one_looks_like():
    looks = Lookalikes()

    looks.add("evan")

    assert list(looks.of(FOREIGN_EVAN)) == ["evan"]


def test_another_one_is_found_by_a_plain_name():
    looks = Lookalikes()

    looks.add(FOREIGN_EVAN)

    assert list(looks.of("Evan")) == [FOREIGN_EVAN]


def test_a_name_does_not_look_like_itself():
    looks = Lookalikes()

    looks.add(FOREIGN_EVAN)

    assert list(looks.of(FOREIGN_EVAN)) == ["evan"]


def test_a_name_that_is_gone_is_found_no_more():
    looks = Lookalikes()
    looks.add(FOREIGN_EVAN)

    looks.discard(FOREIGN_EVAN)

    assert list(looks.of("evan")) == []
