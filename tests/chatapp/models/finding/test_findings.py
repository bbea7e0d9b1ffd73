"""Two places' findings are joined in order, without doubles."""

from datetime import timedelta

import pytest

from chatapp.models.entities import ChatMessage
from chatapp.models.finding.findings import Findings, Source
from tests.chatapp.models.fakes import NOON


def line(number: int, msgid: str = "", key: str = "") -> ChatMessage:
    time = NOON + timedelta(seconds=number)
    name = key or f"key-{number}"
    return ChatMessage(name, "#lobby", "Ann", f"line {number}", time, msgid=msgid)


def lines(*numbers: int) -> list[ChatMessage]:
    return [line(number, f"m{number}") for number in numbers]


def texts(found: list[tuple[Source, ChatMessage]]) -> list[str]:
    return [each.text.removeprefix("line ") for _source, each in found]


@pytest.fixture
def findings() -> Findings[Source]:
    return Findings(Source)


def test_nothing_is_sure_before_each_place_has_told_something(findings) -> None:
    findings.add(Source.KEPT, lines(3, 1), is_done=True)

    assert findings.take(10) == []
    assert findings.lacking() == [Source.SERVER]


def test_the_newest_comes_first_wherever_it_was_found(findings) -> None:
    findings.add(Source.KEPT, lines(5, 3, 1), is_done=True)
    findings.add(Source.SERVER, lines(4, 2), is_done=True)

    assert texts(findings.take(10)) == ["5", "4", "3", "2", "1"]
    assert findings.is_empty


def test_what_both_have_is_given_once(findings) -> None:
    findings.add(Source.KEPT, [line(2, key="here"), *lines(1)], is_done=True)
    findings.add(Source.SERVER, lines(2, 1), is_done=True)

    assert texts(findings.take(10)) == ["2", "1"]


def test_no_more_is_given_than_sure(findings) -> None:
    findings.add(Source.KEPT, lines(9, 1), is_done=True)
    findings.add(Source.SERVER, lines(8, 7), is_done=False)

    assert texts(findings.take(10)) == ["9", "8", "7"]
    assert findings.lacking() == [Source.SERVER]
    assert not findings.is_empty


def test_a_page_has_as_many_as_are_wanted(findings) -> None:
    findings.add(Source.KEPT, lines(3, 2, 1), is_done=True)
    findings.add(Source.SERVER, [], is_done=True)

    assert [texts(findings.take(2)), texts(findings.take(2))] == [["3", "2"], ["1"]]
