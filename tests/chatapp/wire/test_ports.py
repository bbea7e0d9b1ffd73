import pytest

from chatapp.wire.ports import read_port


@pytest.mark.parametrize(("text", "port"), [("1", 1), ("6697", 6697), ("65535", 65535)])
def test_a_port_is_a_number_up_to_65535(text, port):
    assert read_port(text) == port


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", " 6667", "٦٦٦٧", "9" * 5000])
def test_nothing_else_is_one(text):
    assert read_port(text) is None


def test_0_is_one_where_the_system_may_choose():
    assert read_port("0", lowest=0) == 0
