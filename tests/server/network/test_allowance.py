from server.network.allowance import Allowance


def test_an_allowance_gives_out_and_fills_again():
    allowance = Allowance(2, 4.0, 100.0)

    pauses = [allowance.take(100.0) for _ in range(3)]

    assert pauses == [0.0, 0.0, 2.0]
    assert allowance.take(102.0) == 0.0


def test_an_allowance_saves_no_more_than_it_holds():
    allowance = Allowance(2, 4.0, 100.0)

    pauses = [allowance.take(1000.0) for _ in range(3)]

    assert pauses == [0.0, 0.0, 2.0]


def test_what_is_done_already_is_owed():
    allowance = Allowance(2, 4.0, 100.0)

    pauses = [allowance.charge(100.0) for _ in range(4)]

    assert pauses == [0.0, 0.0, 2.0, 4.0]
    assert allowance.take(104.0) == 2.0
    assert allowance.take(106.0) == 0.0
