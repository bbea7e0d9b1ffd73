"""Texts and files that are put into the box."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.writing.inserting import (
    MOST_LINES_UNASKED,
    InsertingController,
    InsertingNotices,
    InsertingView,
)
from chatapp.models.entities import Tone
from chatapp.models.program.text_files import LONGEST_LINE, MOST_BYTES


@pytest.fixture
def view(mocker: MockerFixture):
    view = mocker.create_autospec(InsertingView, instance=True)
    view.before_cursor.return_value = ""
    return view


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(InsertingNotices, instance=True)


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def controller(view, notices, chosen):
    def at_once(work, then) -> None:
        then(work())

    choose = lambda: chosen.pop() if chosen else None  # noqa: E731
    return InsertingController(view, notices, choose, at_once)


@pytest.fixture
def program(tmp_path):
    file = tmp_path / "sum.py"
    file.write_text("print(1)\n")
    return file


def test_a_text_is_put_in_as_it_is(controller, view):
    controller.insert("https://example.org\nsecond line")

    view.insert.assert_called_once_with("https://example.org\nsecond line")
    view.take_focus.assert_called_once_with()


def test_a_text_that_is_too_large_for_a_file_is_refused_as_well(
    controller, view, notices
):
    controller.insert("ü" * (MOST_BYTES // 2 + 1))

    view.insert.assert_not_called()
    assert notices.show.call_args.args[1].startswith("The dropped text is too large")


def test_a_line_that_tk_would_take_minutes_for_is_refused(controller, view, notices):
    text = "short\n" + "word " * (LONGEST_LINE // 5 + 1)

    controller.insert(text)

    assert not controller.may_paste(text)
    view.insert.assert_not_called()
    told = [call.args[1] for call in notices.show.call_args_list]
    assert told[0].startswith("The dropped text has a line of more than 20,000")
    assert told[1].startswith("The pasted text has a line of more than 20,000")


def test_a_long_text_of_short_lines_may_be_pasted(controller, notices):
    assert controller.may_paste("a line\n" * LONGEST_LINE)
    notices.show.assert_not_called()


def test_a_file_becomes_code(controller, view, program):
    controller.insert_files([program])

    view.insert.assert_called_once_with("```python\nprint(1)\n```\n")


def test_code_begins_on_a_line_of_its_own(controller, view, program):
    view.before_cursor.return_value = "look: "

    controller.insert_files([program])

    view.insert.assert_called_once_with("\n```python\nprint(1)\n```\n")


def test_a_fence_is_longer_than_those_within(controller, view, tmp_path):
    file = tmp_path / "notes.md"
    file.write_text("```\ncode\n```")

    controller.insert_files([file])

    view.insert.assert_called_once_with("````markdown\n```\ncode\n```\n````\n")


def test_a_file_can_be_chosen(controller, view, program, chosen):
    chosen.append(program)

    controller.choose()

    view.insert.assert_called_once_with("```python\nprint(1)\n```\n")


def test_whoever_chooses_none_goes_on_writing(controller, view):
    controller.choose()

    view.insert.assert_not_called()
    view.take_focus.assert_called_once_with()


def test_long_files_are_put_in_after_asking(controller, view, tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("line\n" * (MOST_LINES_UNASKED + 1))

    controller.insert_files([file])
    question, yes, on_yes = view.ask.call_args.args
    before = view.insert.called
    on_yes()

    assert question == "Put the 61 lines of long.txt into the box?"
    assert (yes, before, view.insert.called) == ("Put in 61 lines", False, True)


def test_what_is_refused_is_told_and_the_rest_put_in(
    controller, view, notices, tmp_path, program
):
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG\0\0")

    controller.insert_files([picture, program])

    view.insert.assert_called_once()
    _key, sentence, tone = notices.show.call_args.args
    assert sentence.startswith("cat.png is no text")
    assert tone is Tone.WARNING


def test_files_of_one_name_are_all_put_in(controller, view, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(folder)

    controller.insert_files([tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"])

    view.insert.assert_called_once_with("```\na\n```\n```\nb\n```\n")
