"""Which capabilities the server offers now, after its settings, and their values."""

from chatapp.wire.capabilities import (
    ACCOUNT_REGISTRATION,
    CHATHISTORY,
    EVENT_PLAYBACK,
    EXACTLY_ONCE,
    MESSAGE_REDACTION,
    METADATA,
    METADATA_3,
    MULTILINE,
    SASL,
    SEARCH,
)
from server.commands.ports import Services
from server.settings.settings import Settings
from server.world.capabilities import OFFERED

NEEDS_HISTORY = frozenset(
    (CHATHISTORY, EVENT_PLAYBACK, EXACTLY_ONCE, MESSAGE_REDACTION, SEARCH)
)


def offered(services: Services) -> dict[str, str]:
    """Give what this server offers, with the values that CAP LS 302 shows."""
    settings = services.settings
    names = {
        # Some clients read the first line only, and need this the most.
        **_of_accounts(services),
        **OFFERED,
        EXACTLY_ONCE: services.storage_id,
        **dict.fromkeys((METADATA, METADATA_3), _of_metadata(settings)),
        MULTILINE: _of_multiline(settings),
    }
    if settings.history.enabled:
        return names
    return {name: value for name, value in names.items() if name not in NEEDS_HISTORY}


def may_register_first(services: Services) -> bool:
    """Tell whether an account can be made before one has come in.

    Where the server has a password, or lets in only who is invited, that comes first.
    """
    settings = services.settings
    is_wanted = settings.accounts.registration_before_connect
    is_open = not (settings.server.password or services.lets_in_only_invited)
    return is_wanted and is_open


def _of_multiline(settings: Settings) -> str:
    limits = settings.limits
    most_bytes, most_lines = limits.multiline_max_bytes, limits.multiline_max_lines
    return f"max-bytes={most_bytes},max-lines={most_lines}"


def _of_metadata(settings: Settings) -> str:
    limits = settings.limits
    most = {
        "max-subs": limits.metadata_subscriptions,
        "max-keys": limits.metadata_keys,
        "max-value-bytes": limits.metadata_value_bytes,
    }
    return ",".join(("before-connect", *(f"{name}={it}" for name, it in most.items())))


def _of_accounts(services: Services) -> dict[str, str]:
    accounts = services.settings.accounts
    if not accounts.enabled:
        return {}
    values = {SASL: ",".join(accounts.sasl_mechanisms)}
    if accounts.registration:
        flags = {
            "before-connect": may_register_first(services),
            "custom-account-name": accounts.registration_custom_names,
            "email-required": accounts.registration_requires_email,
        }
        values[ACCOUNT_REGISTRATION] = ",".join(
            flag for flag, is_set in flags.items() if is_set
        )
    return values
