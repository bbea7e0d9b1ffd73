"""The settings: every section and key, its default, its rule and what it is for."""

import re
from dataclasses import dataclass, field

from chatapp.wire.sasl import PLAIN, SCRAM_SHA_256
from chatapp.wire.scram import MAX_ITERATIONS, MIN_ITERATIONS
from server.settings.discovery_settings import DiscoverySettings
from server.settings.operator_settings import MetricsSettings, OperatorSettings
from server.settings.rules import (
    CHANNEL_NAMES,
    FILE_PATH,
    MECHANISMS,
    YES_OR_NO,
    OneOf,
    Pattern,
    WholeNumber,
)
from server.settings.rules import key as _key
from server.settings.server_settings import ServerSettings
from server.settings.transport_settings import TlsSettings, WebSocketSettings

_DEFAULT_MODES = Pattern(
    re.compile(r"\+?[CMRUimnpstu]*"), 'channel modes without arguments, such as "+nt"'
)
_USER_MODES = Pattern(re.compile(r"\+?[RTiw]*"), 'modes of users, such as "+i"')
_LARGEST = 2**40


@dataclass(frozen=True, slots=True)
class StorageSettings:
    """Where the history lies and how safe it is."""

    path: str = _key(
        "",
        FILE_PATH,
        "The file of the history; empty: in the user's data folder.",
        at_start=True,
    )
    durability: str = _key(
        "power",
        OneOf(("power", "process")),
        'What a message survives before it is heard: "power" cuts, or "process" ends.',
        at_start=True,
    )


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """Which channels there are from the beginning."""

    auto_join: tuple[str, ...] = _key(
        ("#lobby",),
        CHANNEL_NAMES,
        "The channels that everybody is in who signs in.",
        at_start=True,
    )
    default_modes: str = _key("+nt", _DEFAULT_MODES, "The modes of a new channel.")


@dataclass(frozen=True, slots=True)
class LimitSettings:
    """How long and how many things may be."""

    nick_min_length: int = _key(1, WholeNumber(1, 30), "Fewest characters of a nick.")
    nick_length: int = _key(30, WholeNumber(1, 100), "Most characters of a nick.")
    channel_length: int = _key(
        64, WholeNumber(2, 200), "Most characters of a channel's name."
    )
    channels_per_user: int = _key(
        100, WholeNumber(1, 10_000), "Most channels that one user can be in."
    )
    topic_length: int = _key(390, WholeNumber(1, 390), "Most characters of a topic.")
    kick_length: int = _key(
        390, WholeNumber(1, 390), "Most characters of the reason for a KICK."
    )
    away_length: int = _key(
        200, WholeNumber(1, 390), "Most characters of an away message."
    )
    list_mode_entries: int = _key(
        100, WholeNumber(1, 10_000), "Most masks in one list of a channel."
    )
    monitor_entries: int = _key(
        100, WholeNumber(1, 10_000), "Most nicks that one client can watch (MONITOR)."
    )
    whowas_entries: int = _key(
        1000,
        WholeNumber(0, 100_000),
        "Most users who left that WHOWAS remembers.",
        at_start=True,
    )
    multiline_max_bytes: int = _key(
        16_384, WholeNumber(512, 262_144), "Most bytes of a message of several lines."
    )
    multiline_max_lines: int = _key(
        100, WholeNumber(2, 1000), "Most lines of a message of several lines."
    )
    metadata_keys: int = _key(
        50, WholeNumber(1, 1000), "Most keys that a user or a channel has (METADATA)."
    )
    metadata_subscriptions: int = _key(
        50, WholeNumber(1, 1000), "Most keys that one client can follow."
    )
    metadata_value_bytes: int = _key(
        300, WholeNumber(1, 350), "Most bytes of a key's value."
    )
    recvq_bytes: int = _key(
        16_384, WholeNumber(1024, _LARGEST), "Most bytes read from a client at once."
    )
    sendq_bytes: int = _key(
        4_194_304,
        WholeNumber(65_536, _LARGEST),
        "Most bytes kept for a client that reads too slowly; then it is closed.",
    )
    all_sendq_bytes: int = _key(
        268_435_456,
        WholeNumber(65_536, _LARGEST),
        "Most bytes kept for all slow clients together; then the slowest are closed.",
    )
    max_connections: int = _key(
        20_000, WholeNumber(1, 1_000_000), "Most connections at a time."
    )
    max_connections_per_host: int = _key(
        1024,
        WholeNumber(1, 1_000_000),
        "Most connections of one other machine that have not signed in yet.",
    )


@dataclass(frozen=True, slots=True)
class FloodSettings:
    """How fast one client may send; who is faster is read more slowly."""

    enabled: bool = _key(True, YES_OR_NO, "Whether there is an allowance at all.")
    messages: int = _key(
        60,
        WholeNumber(1, 1_000_000),
        "How many commands may come at once; a line of a long message is a tenth.",
    )
    seconds: int = _key(
        10, WholeNumber(1, 86_400), "In how many seconds the allowance is full again."
    )


@dataclass(frozen=True, slots=True)
class TimeoutSettings:
    """How long the server waits, in seconds."""

    registration: int = _key(
        30, WholeNumber(1, 3600), "For a client to sign in; then it is closed."
    )
    ping: int = _key(
        60, WholeNumber(1, 3600), "For a client to speak, and again for its PONG."
    )
    door: int = _key(
        10,
        WholeNumber(1, 60),
        "For a connection to get to its first line, TLS and all.",
        at_start=True,
    )


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """What people have an account for, and what everybody begins with."""

    enabled: bool = _key(True, YES_OR_NO, "Whether people can sign in to accounts.")
    registration: bool = _key(
        True, YES_OR_NO, "Whether people can make accounts themselves (REGISTER)."
    )
    registration_before_connect: bool = _key(
        True, YES_OR_NO, "Whether they can do so before they have come in."
    )
    registration_requires_email: bool = _key(
        False, YES_OR_NO, "Whether who makes an account must give an e-mail address."
    )
    registration_custom_names: bool = _key(
        False, YES_OR_NO, "Whether an account may have another name than one's nick."
    )
    account_min_length: int = _key(
        1, WholeNumber(1, 30), "Fewest characters of an account's name."
    )
    password_min_length: int = _key(
        8, WholeNumber(1, 200), "Fewest characters of an account's password."
    )
    sasl_mechanisms: tuple[str, ...] = _key(
        (PLAIN, SCRAM_SHA_256), MECHANISMS, "How one may sign in to an account (SASL)."
    )
    scram_iterations: int = _key(
        20_000,
        WholeNumber(MIN_ITERATIONS, MAX_ITERATIONS),
        "How much work it is to try a password, for who has stolen the file.",
    )
    max_login_attempts: int = _key(
        5,
        WholeNumber(1, 1000),
        "Wrong passwords after which each next one takes longer and longer.",
        at_start=True,
    )
    multiclient: bool = _key(
        True,
        YES_OR_NO,
        "Whether several connections of an account are one user; else the last stays.",
    )
    always_on: str = _key(
        "opt-in",
        OneOf(("disabled", "opt-in", "opt-out", "mandatory")),
        "Whether users of accounts stay here without a connection.",
    )
    default_user_modes: str = _key(
        "", _USER_MODES, 'The modes of who signs in; "+i" hides from strangers.'
    )


@dataclass(frozen=True, slots=True)
class HistorySettings:
    """What is kept of what was said."""

    enabled: bool = _key(True, YES_OR_NO, "Whether messages are kept.", at_start=True)
    max_messages: int = _key(
        0,
        WholeNumber(0, _LARGEST),
        "Most messages that are kept of each conversation; 0: all of them.",
    )
    keep_days: int = _key(
        0, WholeNumber(0, 100_000), "For how many days messages are kept; 0: for ever."
    )
    page_length: int = _key(
        100, WholeNumber(1, 1000), "Most messages that one CHATHISTORY gives."
    )
    playback_on_join: int = _key(
        0,
        WholeNumber(0, 1000),
        "How many messages a client is told that comes in and cannot ask; 0: none.",
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, one attribute for each section of the file."""

    server: ServerSettings = field(default_factory=ServerSettings)
    tls: TlsSettings = field(default_factory=TlsSettings)
    websocket: WebSocketSettings = field(default_factory=WebSocketSettings)
    storage: StorageSettings = field(default_factory=StorageSettings)
    channels: ChannelSettings = field(default_factory=ChannelSettings)
    limits: LimitSettings = field(default_factory=LimitSettings)
    flood: FloodSettings = field(default_factory=FloodSettings)
    timeouts: TimeoutSettings = field(default_factory=TimeoutSettings)
    accounts: AccountSettings = field(default_factory=AccountSettings)
    history: HistorySettings = field(default_factory=HistorySettings)
    discovery: DiscoverySettings = field(default_factory=DiscoverySettings)
    metrics: MetricsSettings = field(default_factory=MetricsSettings)
    operators: tuple[OperatorSettings, ...] = field(
        default=(), metadata={"each": OperatorSettings}
    )
