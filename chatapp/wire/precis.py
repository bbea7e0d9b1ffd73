"""The profiles of PRECIS by which names and passwords beyond ASCII are compared.

Specification: RFC 8265. Most chats are called by plain letters, so the library with the
tables of Unicode is loaded when something first needs it; that takes milliseconds.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from precis_i18n.profile import Profile


@cache
def usernames() -> "Profile":
    """Give the profile of names, in which large and small letters are the same."""
    from precis_i18n import get_profile  # noqa: PLC0415

    return get_profile("UsernameCaseMapped")


@cache
def passwords() -> "Profile":
    """Give the profile of passwords."""
    from precis_i18n import get_profile  # noqa: PLC0415

    return get_profile("OpaqueString")
