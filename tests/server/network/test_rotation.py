from server.network.rotation import Rotation


def test_each_origin_has_one_in_its_turn_and_its_oldest_first():
    rotation = Rotation[str]()
    for origin, item in [*zip("aaab", "1234", strict=True), ("c", "5")]:
        rotation.add(origin, item)

    assert [rotation.take() for _ in range(5)] == ["1", "4", "5", "2", "3"]
