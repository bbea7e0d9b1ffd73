import re

from chatapp.wire import numerics

BY_NAME = {
    name: value
    for name, value in vars(numerics).items()
    if name[:4] in ("RPL_", "ERR_")
}


def test_every_numeric_has_three_digits():
    assert all(re.fullmatch(r"[0-9]{3}", value) for value in BY_NAME.values())


def test_no_number_has_two_names():
    assert len(set(BY_NAME.values())) == len(BY_NAME)


def test_the_numerics_of_modern_irc_have_their_numbers():
    # https://modern.ircdocs.horse/#numerics
    assert BY_NAME["RPL_WELCOME"] == "001"
    assert BY_NAME["RPL_TOPICWHOTIME"] == "333"
    assert BY_NAME["RPL_NAMREPLY"] == "353"
    assert BY_NAME["ERR_NICKNAMEINUSE"] == "433"
    assert BY_NAME["ERR_CHANOPRIVSNEEDED"] == "482"
    assert BY_NAME["ERR_SASLFAIL"] == "904"
