import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.isupport import MOST_TOKENS, Isupport, render_isupport
from chatapp.wire.modes import ModeTypes

names = st.from_regex(r"[A-Z0-9]{1,12}", fullmatch=True)
values = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
tokens = st.dictionaries(names, values | st.none(), max_size=40)


def said(*tokens):
    return Isupport().with_tokens(tokens)


@given(tokens)
def test_what_was_written_is_read_as_the_same(tokens):
    lines = render_isupport(tokens)

    isupport = said(*(token for line in lines for token in line))

    assert dict(isupport.values) == {
        name: value or "" for name, value in tokens.items()
    }


@given(tokens)
def test_lines_have_thirteen_tokens_and_fit(tokens):
    lines = render_isupport(tokens)

    assert all(0 < len(line) <= 13 for line in lines)
    assert all(len(" ".join(line).encode()) <= 400 for line in lines)


@given(st.lists(st.text()))
def test_no_token_is_too_strange_to_be_read(tokens):
    isupport = said(*tokens)

    assert isupport.mode_types.letters is not None
    assert isupport.nick_length is None or isupport.nick_length >= 0


def test_a_number_and_a_bare_token_are_written_as_such():
    assert render_isupport({"NICKLEN": 30, "UTF8ONLY": None, "STATUSMSG": ""}) == [
        ["NICKLEN=30", "UTF8ONLY", "STATUSMSG="]
    ]


def test_a_space_is_escaped():
    assert render_isupport({"NETWORK": "Our school"}) == [[r"NETWORK=Our\x20school"]]


def test_a_longer_list_goes_on_in_a_new_line():
    lines = render_isupport({f"T{number}": None for number in range(14)})

    assert [len(line) for line in lines] == [13, 1]


def test_a_token_that_does_not_fit_any_more_begins_a_new_line():
    lines = render_isupport({"NETWORK": "n" * 300, "TARGMAX": "t" * 300})

    assert [len(line) for line in lines] == [1, 1]


def test_a_server_that_says_nothing_has_the_defaults_of_the_specification():
    isupport = Isupport()

    assert isupport.casemapping == "rfc1459"
    assert isupport.fold("A[") == "a{"
    assert isupport.channel_types == "#&"
    assert isupport.mode_types == ModeTypes()


@pytest.mark.parametrize(
    "name",
    [
        "nick_length",
        "channel_length",
        "topic_length",
        "kick_length",
        "away_length",
        "history_limit",
    ],
)
def test_a_length_that_was_not_said_is_unknown(name):
    assert getattr(Isupport(), name) is None


@pytest.mark.parametrize(
    ("token", "name", "value"),
    [
        ("NETWORK=Our\\x20school", "network", "Our school"),
        ("CASEMAPPING=precis", "casemapping", "precis"),
        ("CHANTYPES=#", "channel_types", "#"),
        ("STATUSMSG=@+", "status_prefixes", "@+"),
        ("NICKLEN=30", "nick_length", 30),
        ("CHANNELLEN=64", "channel_length", 64),
        ("TOPICLEN=390", "topic_length", 390),
        ("KICKLEN=200", "kick_length", 200),
        ("AWAYLEN=100", "away_length", 100),
        ("CHATHISTORY=500", "history_limit", 500),
        ("CHATHISTORY=0", "history_limit", None),
        ("NICKLEN=many", "nick_length", None),
        ("NICKLEN=\u0663", "nick_length", None),
        ("NICKLEN=" + "9" * 5000, "nick_length", None),
        ("CASEMAPPING=", "casemapping", "rfc1459"),
    ],
)
def test_each_token_is_read_as_what_it_means(token, name, value):
    assert getattr(said(token), name) == value


@pytest.mark.parametrize(
    ("token", "most"),
    [
        ("TARGMAX=PRIVMSG:3,JOIN:4,WHOIS:1", 4),
        ("TARGMAX=JOIN:", None),
        ("TARGMAX=PRIVMSG:3", None),
        ("TARGMAX=JOIN:many,:,x", None),
        ("TARGMAX", None),
    ],
)
def test_how_many_targets_a_command_has_is_known_where_it_is_said(token, most):
    assert said(token).most_targets("JOIN") == most


def test_modes_are_read_from_two_tokens():
    isupport = said("CHANMODES=beI,k,l,imnst,future", "PREFIX=(qaohv)~&@%+")

    assert isupport.mode_types == ModeTypes("beI", "k", "l", "imnst", "qaohv", "~&@%+")


def test_a_server_may_have_no_ranks():
    assert said("PREFIX=").mode_types.prefixes == ""


def test_ranks_that_do_not_match_their_symbols_count_as_not_said():
    assert said("PREFIX=(ohv)@+").mode_types.prefixes == "ov"


def test_later_lines_add_to_earlier_ones_and_can_take_back():
    isupport = said("NICKLEN=9", "WHOX").with_tokens(["NICKLEN=30", "-WHOX"])

    assert (isupport.nick_length, "WHOX" in isupport) == (30, False)


@pytest.mark.parametrize(
    ("name", "expected"), [("#a", True), ("&a", False), ("", False), ("ann", False)]
)
def test_channels_are_known_by_the_types_of_the_server(name, expected):
    assert said("CHANTYPES=#").is_channel(name) is expected


def test_a_server_that_says_too_much_is_bounded():
    isupport = Isupport().with_tokens(f"X{number}" for number in range(10_000))

    isupport = isupport.with_tokens(["NETWORK=Late", "X1=new"])

    assert len(isupport.values) == MOST_TOKENS
    assert isupport.network == ""
    assert isupport.values["X1"] == "new"


@pytest.mark.parametrize(
    ("value", "passes"),
    [
        (None, True),
        ("", True),
        ("typing", False),
        ("react,typing", False),
        ("*", False),
        ("*,-typing", True),
        ("*,-react", False),
    ],
)
def test_a_server_may_keep_client_only_tags_back(value, passes):
    values = {} if value is None else {"CLIENTTAGDENY": value}

    assert Isupport(values).lets_through("+typing") is passes
