"""The settings of one start: the file, the environment, the options, this system."""

import argparse
import logging
import os
from dataclasses import replace
from typing import Any

from server.host_operator import with_operator
from server.log_lines import log_event
from server.open_files import is_short_of_room, room_for_connections
from server.settings.file import load_settings
from server.settings.operator_settings import OperatorSettings
from server.settings.settings import Settings

log = logging.getLogger(__name__)


def chosen_settings(options: argparse.Namespace) -> Settings:
    """Read the settings file and the environment; what the options say goes before.

    Raises:
        WrongSetting: one of them makes no sense.
    """
    settings = load_settings(options.config, os.environ)
    chosen: dict[str, Any] = {
        key: value
        for key, value in (("host", options.host), ("port", options.port))
        if value is not None
    }
    settings = replace(settings, server=replace(settings.server, **chosen))
    if options.no_announce:
        silent = replace(settings.discovery, announce=False)
        settings = replace(settings, discovery=silent)
    return settings if options.port is None else _with_one_port(settings)


def settings_to_serve(
    options: argparse.Namespace, operator: OperatorSettings | None
) -> Settings:
    """Read them as `chosen_settings` does, as a server can use them on this system.

    Args:
        options: of the command line.
        operator: one more operator, if the server has one of its host.
    """
    return fit_settings(chosen_settings(options), operator)


def fit_settings(settings: Settings, operator: OperatorSettings | None) -> Settings:
    """Give what a server can use on this system, with its host's operator, if any."""
    return with_operator(_fit_to_system(settings), operator)


def _with_one_port(settings: Settings) -> Settings:
    """Leave out the ports for TLS and WebSocket, which the others speak too."""
    tls, websocket = replace(settings.tls, port=0), replace(settings.websocket, port=0)
    return replace(settings, tls=tls, websocket=websocket)


def _fit_to_system(settings: Settings) -> Settings:
    """Let no more connections in than the system has file numbers for."""
    limits = settings.limits
    room, wanted = room_for_connections(), limits.max_connections
    most = min(wanted, room)
    if is_short_of_room(wanted):
        log_event(log, "fewer-connections", most=most, wanted=wanted)
    return replace(settings, limits=replace(limits, max_connections=most))
