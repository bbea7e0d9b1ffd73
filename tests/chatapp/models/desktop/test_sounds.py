"""A sound that is played, or a bell in its place."""

import pytest
from pytest_mock import MockerFixture

from chatapp.models.desktop.chime import chime
from chatapp.models.desktop.sounds import FILE_NAME, Sounds


class Later:
    """Does on demand what a worker would do on its thread."""

    def __init__(self) -> None:
        self.waiting = []

    def do(self, work, then) -> None:
        self.waiting.append(lambda: then(work()))

    def run(self) -> None:
        self.waiting.pop(0)()


@pytest.fixture
def later():
    return Later()


@pytest.fixture
def ring(mocker: MockerFixture):
    return mocker.stub()


def test_a_sound_of_our_own_is_played(tmp_path, later, ring, mocker: MockerFixture):
    player = mocker.stub()
    sounds = Sounds(tmp_path / "new", later.do, ring, lambda: player)

    sounds.play()
    later.run()

    player.assert_called_once_with(tmp_path / "new" / FILE_NAME)
    assert (tmp_path / "new" / FILE_NAME).read_bytes() == chime()
    ring.assert_not_called()


def test_while_one_is_heard_no_other_begins(tmp_path, later, ring):
    sounds = Sounds(tmp_path, later.do, ring, lambda: lambda _file: None)

    sounds.play()
    sounds.play()
    later.run()
    sounds.play()

    assert len(later.waiting) == 1


def test_without_the_library_a_bell_rings(tmp_path, later, ring):
    sounds = Sounds(tmp_path, later.do, ring, lambda: None)

    sounds.play()
    later.run()
    sounds.play()

    assert ring.call_count == 2
    assert later.waiting == []


def test_a_library_that_fails_gives_way_to_the_bell(tmp_path, later, ring, caplog):
    def fail(_file) -> None:
        raise RuntimeError

    sounds = Sounds(tmp_path, later.do, ring, lambda: fail)

    sounds.play()
    later.run()

    ring.assert_called_once_with()
    assert "The sound cannot be played" in caplog.text
