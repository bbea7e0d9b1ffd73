"""Where words go: the console of Windows is played by a file of its name."""

import ctypes
import errno
import io
import os
import sys
from contextlib import contextmanager, suppress

import pytest

from chatapp.__main__ import main
from chatapp.console import ConsoleBehind, print_line, print_what_can_be_printed


@pytest.fixture
def kernel(monkeypatch, mocker, tmp_path):
    """Be on Windows; hear what is asked of it."""
    windll = mocker.MagicMock()
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.chdir(tmp_path)
    return windll.kernel32


@contextmanager
def no_output():
    """Have no output, as pythonw.exe has none."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("stdout", "stderr"):
            patch.setattr(sys, name, None)
        yield
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.close()


def test_who_types_it_in_a_console_is_answered_there(kernel, tmp_path):
    with no_output():
        ConsoleBehind().borrow()
        print_what_can_be_printed()

        sys.stdout.write("all is well \N{HOT BEVERAGE}\n")

        told = (tmp_path / "CONOUT$").read_text(encoding="utf-8")
    assert told == "all is well \N{HOT BEVERAGE}\n"


def test_a_window_does_not_keep_the_console(kernel, tmp_path):
    console = ConsoleBehind()
    with no_output():
        console.borrow()

        console.give_back()
        sys.stdout.write("for nobody\n")

    kernel.FreeConsole.assert_called_once_with()
    assert (tmp_path / "CONOUT$").read_text(encoding="utf-8") == ""


def test_where_nobody_can_read_words_go_nowhere(kernel, tmp_path):
    kernel.AttachConsole.return_value = 0
    console = ConsoleBehind()
    with no_output():
        console.borrow()
        print_what_can_be_printed()

        sys.stdout.write("for nobody\n")
        sys.stderr.write("for nobody\n")
        console.give_back()

    kernel.FreeConsole.assert_not_called()
    assert not (tmp_path / "CONOUT$").exists()


def test_an_output_that_there_is_stays(kernel, monkeypatch):
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, io.StringIO())

    ConsoleBehind().borrow()

    kernel.AttachConsole.assert_not_called()


def test_nothing_to_say_is_no_failure_where_there_is_nothing_to_read(
    monkeypatch, tmp_path
):
    monkeypatch.setenv("CHATAPP_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("CHATAPP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "stdin", None)

    with no_output():
        code = main(["send", "#lobby", "--server", "127.0.0.1", "--username", "noor"])

    assert code == 0


def test_nothing_is_printed_once_nobody_reads_on(monkeypatch):
    reader, writer = os.pipe()
    os.close(reader)
    with suppress(BrokenPipeError), os.fdopen(writer, "w", encoding="utf-8") as output:
        monkeypatch.setattr(sys, "stdout", output)

        assert not print_line("one")
        assert not print_line("two")
        assert sys.stdout is None


def test_a_line_that_the_disk_does_not_take_is_no_secret(monkeypatch, mocker):
    output = mocker.Mock(spec=io.TextIOWrapper)
    output.write.side_effect = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(sys, "stdout", output)

    with pytest.raises(OSError, match="No space left"):
        print_line("one")
