"""Links on Linux: the entry, what is told to the system, and how it is undone."""

import subprocess

import pytest

from chatapp.models.desktop.xdg_links import CannotRegister, XdgLinks

SCHEMES = ("irc", "ircs", "chatapp")
TYPES = [f"x-scheme-handler/{scheme}" for scheme in SCHEMES]


@pytest.fixture
def run(mocker):
    return mocker.Mock(spec=subprocess.run)


@pytest.fixture
def register(tmp_path, run):
    """Give links of a user with this home folder, and with these programs."""

    def links(
        *command, programs=("xdg-mime", "update-desktop-database"), **environment
    ):
        return XdgLinks(
            SCHEMES,
            command or ("/opt/chat app/python", "-m", "chatapp", "--"),
            {"HOME": str(tmp_path), **environment},
            which=lambda name: name if name in programs else None,
            run=run,
        )

    return links


@pytest.fixture
def applications(tmp_path):
    return tmp_path / ".local" / "share" / "applications"


def told(run) -> list[list[str]]:
    return [list(call.args[0]) for call in run.call_args_list]


def test_an_entry_says_which_links_are_opened_and_how(register, applications):
    register().register()

    lines = (applications / "chatapp.desktop").read_text().splitlines()

    assert lines[0] == "[Desktop Entry]"
    assert 'Exec="/opt/chat app/python" -m chatapp -- %u' in lines
    assert f"MimeType={';'.join(TYPES)};" in lines


def test_the_system_is_told_to_open_links_with_it(register, applications, run):
    register().register()

    assert told(run) == [
        ["xdg-mime", "default", "chatapp.desktop", *TYPES],
        ["update-desktop-database", str(applications)],
    ]


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/usr/bin/python3", "/usr/bin/python3"),
        ("/a b", '"/a b"'),
        ("/100%", "/100%%"),
        ('/"$', '"/\\\\"\\\\$"'),
    ],
)
def test_a_path_is_written_as_the_specification_asks(
    register, applications, word, written
):
    register(word).register()

    assert f"Exec={written} %u" in (applications / "chatapp.desktop").read_text()


def test_without_xdg_mime_one_is_told_what_to_install(register, applications):
    with pytest.raises(CannotRegister, match="sudo apt install xdg-utils"):
        register(programs=()).register()

    assert not applications.exists()


def test_a_system_that_refuses_is_told_in_a_sentence(register, run):
    run.side_effect = subprocess.CalledProcessError(1, "xdg-mime")

    with pytest.raises(CannotRegister, match="Links could not be registered"):
        register().register()


def test_the_folders_that_the_environment_names_are_used(register, tmp_path):
    register(XDG_DATA_HOME=str(tmp_path / "data")).register()

    assert (tmp_path / "data" / "applications" / "chatapp.desktop").exists()


def test_it_is_undone_and_leaves_what_others_wrote(register, applications, tmp_path):
    links = register()
    links.register()
    chosen = tmp_path / ".config" / "mimeapps.list"
    chosen.parent.mkdir()
    chosen.write_text(
        "[Default Applications]\n"
        "x-scheme-handler/irc=chatapp.desktop\n"
        "x-scheme-handler/ircs=chatapp.desktop;hexchat.desktop;\n"
        "text/html=firefox.desktop\n"
    )

    assert links.unregister()

    assert not (applications / "chatapp.desktop").exists()
    assert chosen.read_text() == (
        "[Default Applications]\n"
        "x-scheme-handler/ircs=hexchat.desktop;\n"
        "text/html=firefox.desktop\n"
    )


def test_undoing_what_was_never_done_changes_nothing(register, run):
    assert not register().unregister()

    run.assert_not_called()


def test_a_desktop_that_does_not_renew_itself_is_no_failure(register, run):
    run.side_effect = [None, OSError("no such program")]

    register().register()

    assert run.call_count == 2
