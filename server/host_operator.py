"""The operator of one run of the server: the program that has started it."""

import secrets
from dataclasses import replace

from server.settings.operator_settings import OperatorSettings
from server.settings.settings import Settings

NAME = "host"
PASSWORD_BYTES = 24


def new_operator(settings: Settings) -> OperatorSettings:
    """Give an operator with a password that nobody has had before."""
    taken = {each.name for each in settings.operators}
    name = NAME
    while name in taken:
        name += "_"
    return OperatorSettings(name, secrets.token_urlsafe(PASSWORD_BYTES))


def with_operator(settings: Settings, operator: OperatorSettings | None) -> Settings:
    """Give settings that name one operator more, if there is one."""
    if operator is None:
        return settings
    return replace(settings, operators=(*settings.operators, operator))
