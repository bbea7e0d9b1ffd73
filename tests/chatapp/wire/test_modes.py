import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.modes import ModeChange, ModeTypes, parse_modes, render_modes

CHANNEL = ModeTypes("beI", "k", "l", "imnpst", "qaohv", "~&@%+")
USER = ModeTypes("", "", "", "ioBw", "", "")

arguments = st.text("abc*!@", min_size=1, max_size=8)
with_argument = st.builds(
    ModeChange, st.booleans(), st.sampled_from("beIkqaohv"), arguments
)
limits = st.builds(ModeChange, st.just(True), st.just("l"), arguments)
flags = st.builds(ModeChange, st.booleans(), st.sampled_from("imnpst"))
no_limit = st.just(ModeChange(adding=False, letter="l"))
changes = st.lists(with_argument | limits | flags | no_limit)


def parse(text, types=CHANNEL):
    modestring, *rest = text.split(" ")
    return parse_modes(modestring, rest, types)


def written(parsed):
    return " ".join(render_modes(parsed.changes))


@given(changes)
def test_changes_that_were_written_are_read_as_the_same_changes(changes):
    params = render_modes(changes) or [""]

    parsed = parse_modes(params[0], params[1:], CHANNEL)

    assert parsed.changes == tuple(changes)
    assert parsed.unknown == parsed.missing == ""


@given(st.text(), st.lists(arguments))
def test_any_modestring_is_read(modestring, arguments):
    parsed = parse_modes(modestring, arguments, CHANNEL)

    assert all(change.letter in CHANNEL.letters for change in parsed.changes)
    assert set(parsed.unknown).isdisjoint(CHANNEL.letters)


def test_arguments_go_to_the_letters_that_take_one():
    parsed = parse("+ntlo-v 20 ann bob")

    assert parsed.changes == (
        ModeChange(adding=True, letter="n"),
        ModeChange(adding=True, letter="t"),
        ModeChange(adding=True, letter="l", argument="20"),
        ModeChange(adding=True, letter="o", argument="ann"),
        ModeChange(adding=False, letter="v", argument="bob"),
    )


def test_letters_without_a_sign_are_added():
    assert written(parse("nt")) == "+nt"


def test_a_sign_is_written_only_where_it_changes():
    assert written(parse("+n+t-i-m+s")) == "+nt-im+s"


def test_taking_away_a_limit_takes_no_argument():
    assert written(parse("-lo ann")) == "-lo ann"


def test_taking_away_a_key_may_name_it():
    assert written(parse("-k secret")) == "-k secret"


def test_taking_away_a_key_works_without_naming_it():
    assert written(parse("-k")) == "-k"


def test_a_list_without_an_argument_asks_for_the_list():
    assert parse("b").changes == (ModeChange(adding=True, letter="b"),)


@pytest.mark.parametrize("letter", "klov")
def test_a_letter_that_lacks_its_argument_is_missing(letter):
    parsed = parse(f"+n{letter}{letter}")

    assert (written(parsed), parsed.missing) == ("+n", letter)


def test_unknown_letters_are_told_once_each_and_take_no_argument():
    parsed = parse("+XoXY ann")

    assert (written(parsed), parsed.unknown) == ("+o ann", "XY")


def test_arguments_too_many_are_left_alone():
    assert written(parse("+n surplus")) == "+n"


def test_no_changes_give_no_parameters():
    assert render_modes([]) == []


def test_user_modes_are_flags():
    parsed = parse("+iBo-w", USER)

    assert written(parsed) == "+iBo-w"


def test_ranks_sort_people_from_the_highest_down():
    people = ["", "v", "vo", "q", "h"]

    assert sorted(people, key=CHANNEL.rank) == ["q", "vo", "h", "v", ""]


def test_symbols_stand_from_the_highest_down():
    assert CHANNEL.symbols_of("voq") == "~@+"


def test_symbols_are_read_as_letters():
    assert CHANNEL.letters_of("+@") == "ov"


@pytest.mark.parametrize(
    ("text", "parts"),
    [("@+ann", ("@+", "ann")), ("ann", ("", "ann")), ("+a@b", ("+", "a@b"))],
)
def test_symbols_are_parted_from_the_nick(text, parts):
    assert CHANNEL.split_symbols(text) == parts


def test_a_server_without_ranks_has_no_symbols_to_part():
    assert USER.split_symbols("+ann") == ("", "+ann")


def test_a_rank_without_a_symbol_is_an_error():
    with pytest.raises(ValueError, match="differ in length"):
        ModeTypes(prefixes="ohv", symbols="@+")
