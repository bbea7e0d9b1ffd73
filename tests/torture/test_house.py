"""A house finds the metrics of its server, wherever these are."""

from torture.house import House


def test_houses_take_no_port_from_each_other_and_count_for_themselves(tmp_path):
    with House(tmp_path / "one") as one, House(tmp_path / "other") as other:
        assert one.counts()["connections"] == 0
        assert other.counts()["connections"] == 0


def test_a_server_that_was_started_again_is_found_again(tmp_path):
    with House(tmp_path / "house") as house:
        house.kill()
        house.start()

        assert house.counts()["connections"] == 0
