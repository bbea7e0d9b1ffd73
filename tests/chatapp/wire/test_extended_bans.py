"""Masks of accounts and of silence, as servers write them.

https://modern.ircdocs.horse/#extban-parameter
"""

import pytest

from chatapp.wire.extended_bans import (
    BanKind,
    BanMask,
    account_mask,
    mute_of,
    read_ban,
)
from chatapp.wire.isupport import Isupport

CHATAPP = Isupport({"EXTBAN": ",am", "ACCOUNTEXTBAN": "a"})
SOLANUM = Isupport({"EXTBAN": "$,ajrxz", "CHANMODES": "eIbq,k,flj,imnpst"})
UNREAL = Isupport({"EXTBAN": "~,qnacG", "ACCOUNTEXTBAN": "account,a"})
PLAIN = Isupport()


@pytest.mark.parametrize(
    ("server", "mask"),
    [
        (CHATAPP, "a:ada"),
        (SOLANUM, "$a:ada"),
        (UNREAL, "~account:ada"),
        (PLAIN, None),
    ],
)
def test_an_account_is_described_as_the_server_has_it(server, mask):
    assert account_mask(server, "ada") == mask


@pytest.mark.parametrize(
    ("server", "change"),
    [
        (CHATAPP, ("b", "m:a:ada")),
        (SOLANUM, ("q", "a:ada")),
        (UNREAL, ("b", "~q:a:ada")),
        (PLAIN, None),
    ],
)
def test_who_may_not_speak_is_described_as_the_server_has_it(server, change):
    assert mute_of(server, "a:ada") == change


@pytest.mark.parametrize(
    ("server", "letter", "text", "read"),
    [
        (CHATAPP, "b", "*!*@h", BanMask(BanKind.KEEPS_OUT, mask="*!*@h")),
        (CHATAPP, "b", "a:ada", BanMask(BanKind.KEEPS_OUT, account="ada")),
        (CHATAPP, "b", "m:a:ada", BanMask(BanKind.SILENCES, account="ada")),
        (CHATAPP, "b", "m:*!*@h", BanMask(BanKind.SILENCES, mask="*!*@h")),
        (SOLANUM, "q", "$a:ada", BanMask(BanKind.SILENCES, account="ada")),
        (UNREAL, "b", "~q:*!*@h", BanMask(BanKind.SILENCES, mask="*!*@h")),
        (PLAIN, "b", "", BanMask(BanKind.KEEPS_OUT)),
    ],
)
def test_an_entry_of_a_list_is_taken_apart(server, letter, text, read):
    assert read_ban(server, letter, text) == read
