"""REHASH and RELOAD: the settings are taken over from their file while it runs."""

import pytest

from server.settings.file import WrongSetting
from server.settings.operator_settings import OperatorSettings
from tests.server.operating import OPERATORS, operator_of
from tests.server.raw_client import commands
from tests.server.running import settings_for_tests


class SettingsFile:
    """What the server finds when it reads its settings anew."""

    def __init__(self):
        self.wrong = ""
        self.write()

    def write(self, operators=OPERATORS, **sections):
        self.settings = settings_for_tests(operators=operators, **sections)

    def __call__(self):
        if self.wrong:
            raise WrongSetting(self.wrong)
        return self.settings


@pytest.fixture
def file():
    return SettingsFile()


@pytest.fixture
def server(start_server, file):
    return start_server(load=file, operators=OPERATORS)


def test_rehash_takes_over_what_the_file_says_now(server, file):
    olga = operator_of(server)
    file.write(server={"motd": "Good morning"})

    answers = olga.ask("REHASH", "MOTD")

    assert commands(answers) == ["382", "NOTICE", "375", "372", "376"]
    assert answers[1].trailing == "The settings are taken over."
    assert answers[3].trailing == "- Good morning"


def test_a_wrong_file_changes_nothing_and_operators_are_told(server, file):
    file.write(operators=OPERATORS)
    olga, vera = operator_of(server, "olga"), operator_of(server, "vera")
    olga.roundtrip()
    file.wrong = 'server.toml: unknown key "prot"'

    answers = olga.ask("REHASH", "MOTD")
    told = vera.roundtrip()

    sentence = 'The settings stay as they are. server.toml: unknown key "prot"'
    assert commands(answers) == ["382", "FAIL", "422"]
    assert answers[1].trailing == sentence
    assert told[-1].trailing == sentence


def test_what_needs_a_restart_is_named_and_stays(server, file):
    olga = operator_of(server)
    file.write(server={"name": "other.example", "motd": "New"})

    answers = olga.ask("REHASH", "PING x")

    assert answers[1].trailing == (
        "The settings are taken over. These need a restart: [server] name."
    )
    assert answers[2].source == "chatapp.local"


def test_everybody_is_told_of_other_limits(server, file):
    anna, olga = server.join("anna"), operator_of(server)
    anna.roundtrip()
    file.write(limits={"topic_length": 99})

    olga.ask("REHASH")
    told = anna.roundtrip()

    assert commands(told) == ["005"]
    assert told[0].params[1:-1] == ("TOPICLEN=99",)


def test_an_operator_with_another_password_has_to_prove_it(server, file):
    olga = operator_of(server)
    half = server.connect()
    half.ask("OPER root correct-horse")
    file.write(operators=(OperatorSettings("root", "another-horse"),))

    server.server.reload()
    told = olga.read_until("MODE")[-1]
    half.register("half")

    assert told.params == ("olga", "-os")
    assert "481" in commands(olga.ask("KILL half"))
    assert "481" in commands(half.ask("KILL olga"))
    assert "381" in commands(olga.ask("OPER root another-horse"))


def test_an_operator_who_is_as_before_stays_one(server, file):
    olga = operator_of(server)
    file.write(operators=(*OPERATORS, OperatorSettings("second", "another-horse")))

    server.server.reload()
    server.takes_a_turn()

    assert "481" not in commands(olga.ask("WALLOPS :here still"))


def test_an_operator_who_is_not_in_the_file_any_more_is_none(server, file):
    olga = operator_of(server)
    file.write(operators=())

    answers = olga.ask("REHASH", "WALLOPS :x")

    assert [each.command for each in answers if each.source != "chatapp.local"] == [
        "MODE"
    ]
    assert answers[-1].command == "481"


def test_sighup_reads_the_settings_anew_too(server, file):
    anna = server.join("anna")
    file.write(server={"motd": "Good morning"})

    server.server.reload()
    server.waits_for(lambda: server.services.settings is not server.settings)

    assert "372" in commands(anna.ask("MOTD"))
