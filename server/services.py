"""Puts together what the commands of a server may use."""

import sqlite3

from server.clock import Clock
from server.commands.credentials import Credentials
from server.commands.login_attempts import LoginAttempts
from server.commands.ports import Services
from server.network.tls_keeper import TlsKeeper
from server.program import PROGRAM
from server.recorder import Recorder
from server.seldom import Seldom
from server.sequence import References, Sequence
from server.settings.configuration import Configuration
from server.settings.settings import Settings
from server.storage import beginning
from server.world.world import World

ACCOUNTS_OF_ONE_ADDRESS = 1
"""A hundredth of how many can be made from there before the next ones take longer."""


def join_services(
    settings: Settings,
    connection: sqlite3.Connection,
    clock: Clock,
    security: TlsKeeper,
    configuration: Configuration,
    recorder: Recorder,
) -> Services:
    """Begin where the last server ended: numbers and time go on from there."""
    last = beginning.last_sequence(connection)
    clock.begin_after(beginning.last_time(connection))
    numbers = Sequence(last, clock.milliseconds())
    beginning.keep_sequence(connection, numbers.last)
    most_attempts = settings.accounts.max_login_attempts
    return Services(
        world=World(settings.limits.whowas_entries, settings.server.fold),
        settings=settings,
        clock=clock,
        numbers=numbers,
        references=References(),
        credentials=Credentials(),
        attempts=LoginAttempts(clock.monotonic, most_attempts),
        new_accounts=LoginAttempts(clock.monotonic, ACCOUNTS_OF_ONE_ADDRESS),
        limit_notices=Seldom(clock.monotonic),
        security=security,
        configuration=configuration,
        store=recorder,
        storage_id=beginning.identity_of(connection),
        version=PROGRAM,
        started_at=clock.seconds(),
    )
