from pathlib import Path

import pytest

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.reading.code_saving import CodeSaving, ending_of
from chatapp.models.entities import Tone
from tests.chatapp.controllers.fakes import message

CODE = "see\n```python\nx = 1\n```\nand\n```\n\ty\n```"


class Desk:
    """What stands around the saving: a file that is chosen, and what came of it."""

    def __init__(self) -> None:
        self.chosen: Path | None = Path("folder/code.py")
        self.asked: list[str] = []
        self.saved: list[tuple[Path, str]] = []
        self.copied: list[str] = []
        self.problem = ""

    def choose(self, name: str) -> Path | None:
        self.asked.append(name)
        return self.chosen

    def save(self, path, text, then) -> None:
        self.saved.append((path, text))
        then(self.problem)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def card(mocker):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def code(card, desk) -> CodeSaving:
    return CodeSaving(card, desk.choose, desk.save, desk.copied.append)


def do(code: CodeSaving, name: str, text: str) -> None:
    (action,) = (it for it in code.actions() if it.name == name)
    action.act(message("k1", text=text))


def test_code_is_saved_where_one_wants_it(code, desk, card):
    code.save("x = 1", "python")

    assert desk.asked == ["code.py"]
    assert desk.saved == [(Path("folder/code.py"), "x = 1\n")]
    assert card.show.call_args.args[2] is Tone.SUCCESS


def test_nothing_is_saved_without_a_file(code, desk, card):
    desk.chosen = None

    code.save("x = 1", "python")

    assert desk.saved == []
    card.show.assert_not_called()


def test_what_goes_wrong_is_said_and_can_be_done_elsewhere(code, desk, card):
    desk.problem = "Permission denied"
    code.save("x = 1", "python")
    _key, words, tone, again = card.show.call_args.args
    desk.problem = ""

    again.do()

    assert "Permission denied. Choose another place" in words
    assert tone is Tone.ERROR
    assert len(desk.saved) == 2


def test_all_code_of_a_message_is_copied_and_saved_at_once(code, desk):
    do(code, "copy-code", CODE)
    do(code, "save-code", CODE)

    assert desk.copied == ["x = 1\n\n\ty"]
    assert desk.asked == ["code.py"]
    assert desk.saved[0][1] == "x = 1\n\n\ty\n"


def test_only_messages_with_code_offer_it(code):
    offered = [
        action.name for action in code.actions() if action.is_offered(message("k1"))
    ]

    assert offered == []
    assert all(it.is_offered(message("k1", text=CODE)) for it in code.actions())


def test_a_language_that_is_not_known_is_text():
    assert ending_of("Rust") == "rs"
    assert ending_of("klingon") == "txt"
