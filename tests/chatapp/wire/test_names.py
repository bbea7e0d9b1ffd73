import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.names import (
    NameFault,
    check_nick,
    fold,
    fold_with,
    normalize,
)

HEBREW = "\u05e9\u05dc\u05d5\u05dd"
PERSIAN_WITH_JOINER = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
CYRILLIC = "\u0416\u0435\u043d\u044f"

names = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
nick_like = st.text(
    "abcABC019_-[]{}\\|^`\u00e9\u00c9\u0416\u0436\u65e5\uff21\uff0e@!.*? "
)


def nick_fault(name, shortest=1, longest=30):
    problem = check_nick(name, shortest, longest)
    return problem and problem.fault


@pytest.mark.parametrize(
    "name",
    [
        "anna",
        "Anna_B-1",
        "1234",
        "[anna]",
        "anna^{}|`\\",
        "anna#1",
        "an:na",
        "Zo\u00eb",
        CYRILLIC,
        "\u65e5\u672c\u8a9e",
        "\u0928\u092e\u0938\u094d\u0924\u0947",
        "\ud55c\uad6d\uc0ac\ub78c",
        HEBREW,
        f"{HEBREW}1",
        PERSIAN_WITH_JOINER,
    ],
)
def test_letters_and_digits_of_all_scripts_make_a_nick(name):
    assert check_nick(name, 1, 30) is None


@pytest.mark.parametrize("character", "!@,*?.")
def test_characters_that_mean_something_on_the_wire_make_no_nick(character):
    assert nick_fault(f"an{character}na") is NameFault.CHARACTER


@pytest.mark.parametrize("character", ":#&~%+$")
def test_some_characters_cannot_begin_a_nick(character):
    assert nick_fault(f"{character}anna") is NameFault.START


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("an\uff0ena", NameFault.CHARACTER),
        ("an\uff20na", NameFault.CHARACTER),
        ("\uff03anna", NameFault.START),
        ("\uff0banna", NameFault.START),
    ],
)
def test_a_wide_form_of_a_forbidden_character_is_forbidden_too(name, fault):
    assert nick_fault(name) is fault


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u3000", "\u2009"])
def test_a_nick_has_no_spaces_of_any_kind(space):
    assert nick_fault(f"an{space}na") is NameFault.SPACE


@pytest.mark.parametrize(
    "character",
    [
        "\t",
        "\n",
        "\0",
        "\x7f",
        "\x85",
        "\u2028",
        "\u200d",
        "\u00ad",
        "\u202e",
        "\ud800",
    ],
)
def test_a_nick_has_no_characters_that_nobody_sees(character):
    assert nick_fault(f"an{character}na") is NameFault.INVISIBLE


@pytest.mark.parametrize("character", ["\U0001f600", "\u2167", "\u20ac", "\ufb00"])
def test_signs_that_precis_refuses_make_no_nick(character):
    assert nick_fault(f"anna{character}") is NameFault.CHARACTER


@pytest.mark.parametrize("name", [f"1{HEBREW}", f"anna{HEBREW}", f"{HEBREW}_"])
def test_a_nick_that_mixes_writing_directions_is_refused(name):
    assert nick_fault(name) is NameFault.MIXED_DIRECTIONS


@pytest.mark.parametrize("name", ["irc.example.org", "127.0.0.1", "1.5", "*", "$all"])
def test_no_nick_looks_like_a_server_an_address_or_a_mask(name):
    assert nick_fault(name) is not None


def test_the_length_of_a_nick_is_counted_in_code_points_of_its_normal_form():
    decomposed = "Zoe\u0308"

    assert nick_fault(decomposed, 4) is NameFault.TOO_SHORT
    assert nick_fault(decomposed, 3, 3) is None


@pytest.mark.parametrize(
    ("length", "fault"),
    [(3, NameFault.TOO_SHORT), (4, None), (30, None), (31, NameFault.TOO_LONG)],
)
def test_a_nick_may_have_both_limits(length, fault):
    assert nick_fault("\u00e9" * length, 4, 30) is fault


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Please type a username of 4 to 30 characters."),
        ("ann", "This username is too short. Use 4 to 30 characters."),
        ("a" * 31, "This username is too long. Use 4 to 30 characters."),
        (
            "ann a",
            "A username cannot contain spaces. Use 4 to 30 letters, digits, - or _.",
        ),
        (
            "ann@home",
            "A username cannot contain “@”. Use 4 to 30 letters, digits, - or _.",
        ),
        (
            "#anna",
            "A username cannot begin with “#”. Begin it with a letter or a digit.",
        ),
    ],
)
def test_the_sentence_says_what_to_do(name, sentence):
    assert check_nick(name, 4, 30).sentence == sentence


@pytest.mark.parametrize(("name", "character"), [("Søren", "ø"), ("Änna", "Ä")])
def test_a_server_that_takes_ascii_only_says_which_letter_is_none(name, character):
    problem = check_nick(name, 1, 30, ascii_only=True)

    assert problem.sentence == (
        f"This server takes usernames of plain letters only, and “{character}” is "
        "none. Use the letters A to Z without accents, digits, - or _."
    )
    assert check_nick("Isil[^]", 1, 30, ascii_only=True) is None


@given(names)
def test_every_refused_nick_gets_two_whole_sentences_at_most(name):
    problem = check_nick(name, 4, 30)

    assert problem is None or problem.sentence.endswith(".")
    assert problem is None or "{" not in problem.sentence.replace("“{”", "")


@given(nick_like)
def test_the_key_of_a_valid_nick_is_a_valid_nick(name):
    refused = check_nick(name, 1, 30) is not None

    assert refused or check_nick(fold(name), 1, 30) is None


@pytest.mark.parametrize("casemapping", ["precis", "ascii", "rfc1459"])
@given(name=names)
def test_folding_a_key_gives_the_key(casemapping, name):
    fold = fold_with(casemapping)
    key = fold(name)

    assert fold(key) == key


@given(names, names)
def test_folding_is_the_same_for_both_normal_forms(first, second):
    name = f"#{first}{second}"

    assert fold(unicodedata.normalize("NFD", name)) == fold(normalize(name))


@given(st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1))
def test_the_short_way_for_ascii_agrees_with_the_long_way(name):
    with_other_letter = fold(f"{name}\u00c9")

    assert with_other_letter == f"{fold(name)}\u00e9"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Anna", "aNNA"),
        (CYRILLIC, CYRILLIC.upper()),
        ("Zo\u00cb", "zoe\u0308"),
        ("\uff21nna", "anna"),
        ("#Caf\u00e9\U0001f600", "#cAF\u00c9\U0001f600"),
        ("#\u2167", "#viii"),
        (f"#{HEBREW}\u00c9", f"#{HEBREW}\u00e9"),
        ("#lob\u200bby\u00e9", "#lobby\u00e9"),
        ("#\u2764\ufe0f", "#\u2764"),
    ],
)
def test_names_that_look_the_same_but_for_case_are_one(first, second):
    assert fold(first) == fold(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("anna[", "anna{"),
        ("stra\u00dfe", "strasse"),
        ("\u0131", "i"),
        ("#\U0001f600", "#\U0001f601"),
        ("zoe", "zo\u00eb"),
    ],
)
def test_names_that_a_reader_tells_apart_are_two(first, second):
    assert fold(first) != fold(second)


@pytest.mark.parametrize(
    ("casemapping", "key"),
    [
        ("ascii", "\u00c9[]\\^a{}|~"),
        ("rfc1459", "\u00c9{}|~a{}|~"),
        ("rfc1459-strict", "\u00c9{}|^a{}|~"),
        ("precis", "\u00e9[]\\^a{}|~"),
        ("PRECIS", "\u00e9[]\\^a{}|~"),
        ("rfc7613", "\u00e9[]\\^a{}|~"),
        ("never-heard-of", "\u00c9[]\\^a{}|~"),
    ],
)
def test_each_casemapping_folds_its_own_characters(casemapping, key):
    assert fold_with(casemapping)("\u00c9[]\\^A{}|~") == key
