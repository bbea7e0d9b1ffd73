"""Hostile links, as a page hands them to the system, and the system to chatapp."""

import re
import subprocess

import pytest

from chatapp.command_line import parse_options
from chatapp.link_command import SCHEMES, _command
from chatapp.models.desktop.windows_links import WindowsLinks
from chatapp.models.desktop.xdg_links import XdgLinks
from chatapp.models.servers.server_address import MalformedAddress, ServerAddress
from chatapp.wire.invite_link import InviteLink, MalformedLink

OPTIONS = (
    "--config=/tmp/evil.toml",
    "--headless",
    "--host",
    "--register-links",
    "--connect",
    "-h",
    "--server=evil.example",
    "--palette=x",
    "doctor",
    "send",
    "--",
)
INJECTED = (
    'irc://a" --headless --config "\\\\evil\\share\\x.toml',
    'irc://a" "--connect',
    'irc://a" --host "',
    'irc://a\\" --connect "',
)


def windows_command():
    """Give the command that Windows is told, with %1 for the link."""
    return WindowsLinks(SCHEMES, _command(), registry=None)._command


def windows_words(line):
    """Part a command line as programs on Windows do (CommandLineToArgvW)."""
    words = re.findall(r'(?:"(?:\\"|[^"])*"?|[^\s"])+', line)
    return [
        word.replace('\\"', "\0").replace('"', "").replace("\0", '"') for word in words
    ]


def behind_the_program(words):
    """Give what chatapp itself is told."""
    return words[words.index("chatapp") + 1 :]


def _refuses(words):
    try:
        parse_options(words)
    except SystemExit:
        return True
    return False


@pytest.mark.parametrize("link", OPTIONS)
def test_a_link_that_looks_like_an_option_is_none(link):
    told = windows_words(windows_command().replace("%1", link))

    options = parse_options(behind_the_program(told))

    assert options == parse_options(["--", link])
    assert options.link in (link, None)
    assert (options.headless, options.host, options.connect) == (False,) * 3


@pytest.mark.parametrize("link", INJECTED)
def test_a_quote_in_a_link_adds_no_option(link):
    told = behind_the_program(windows_words(windows_command().replace("%1", link)))

    assert told[0] == "--"
    assert _refuses(told) or parse_options(told) == parse_options(["--", told[1]])


def test_on_linux_a_link_is_one_word_behind_two_dashes(tmp_path):
    environment = {"HOME": str(tmp_path)}
    links = XdgLinks(
        SCHEMES, _command(), environment, lambda name: name, lambda *_, **__: 0
    )

    links.register()

    (entry,) = (tmp_path / ".local/share/applications").glob("*.desktop")
    line = next(it for it in entry.read_text().splitlines() if it.startswith("Exec="))
    assert line.endswith(" -m chatapp -- %u")


@pytest.mark.parametrize("module", ["chatapp/__main__.py", "argparse.py"])
def test_a_link_runs_nothing_of_the_folder_in_which_it_is_opened(tmp_path, module):
    trap = tmp_path / module
    trap.parent.mkdir(exist_ok=True)
    trap.write_text("print('trapped')")
    asks = [*_command()[:-1], "--version"]

    told = subprocess.run(
        asks, cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert told.stdout.startswith("chatapp ")
    assert "trapped" not in told.stdout + told.stderr


@pytest.mark.parametrize(
    "link",
    [
        "irc://",
        "irc:///#room",
        "irc://a:99999999999999999999/",
        "irc://a:0/",
        "irc://[::1/",
        "irc://a b/",
        "irc://a/\r\nQUIT",
        "irc://a/?t=a\r\nOPER",
        "irc://a/?t=%0d%0aOPER",
        "irc://a/?a=x%0d%0aOPER&s=y",
        "irc://a/%23b%0d%0aQUIT",
        "irc://a/%23b%20c",
        "irc://a/%23b%00c",
        "irc://a/%23b%1b[2J",
        "irc://a/%23b%e2%80%aec",
        "ircs://a/?fp=../../x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "irc://a/" + "?t=" + "x" * 10_000,
    ],
)
def test_a_link_that_no_chat_has_is_refused(link):
    with pytest.raises(MalformedLink):
        InviteLink.parse(link)


@pytest.mark.parametrize(
    "link",
    [
        "irc://a%0d%0aQUIT/#b",
        "irc://a%20b/#b",
        "irc://a%00/#b",
        "irc://-x/#b",
        "irc://[fe80::1%25a%0d%0aQUIT]/#b",
        "irc://[fe80::1%25%1b[2J]/#b",
        "irc://[fe80::1%25%e2%80%ae]/#b",
        "irc://[fe80::1%25/../x]/#b",
        "irc://[fe80::1%25" + "x" * 200 + "]/#b",
    ],
)
def test_no_host_of_a_link_breaks_a_line_or_is_an_option(link):
    with pytest.raises(MalformedAddress) as refusal:
        ServerAddress.parse(link)

    assert str(refusal.value).isprintable()
