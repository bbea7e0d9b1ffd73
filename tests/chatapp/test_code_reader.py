import pytest

from chatapp.code_reader import read_code


def kinds(language: str, source: str) -> dict[str, str]:
    return {text.strip(): kind for kind, text in read_code(language, source)}


def test_the_parts_of_code_have_kinds():
    found = kinds("py", "def f(n):  # why\n\treturn 'a' + str(30.0)\n")

    assert found["def"] == "keyword"
    assert found["f"] == "name"
    assert found["# why"] == "comment"
    assert found["'a'"] == "string"
    assert found["str"] == "builtin"
    assert found["30.0"] == "number"


@pytest.mark.parametrize("language", ["py", "c++", "html", "diff", "json", "sh"])
@pytest.mark.parametrize("source", ["", "\n\n\tx = 1  \n", "a\r\nb", "<p>\u2028é🙂"])
def test_joined_the_parts_are_the_source(language, source):
    assert "".join(text for _kind, text in read_code(language, source)) == source


def test_a_language_that_nobody_knows_is_plain():
    assert read_code("klingon", "x = 1") == [("", "x = 1")]
