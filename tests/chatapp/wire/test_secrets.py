"""What is secret in a line is masked before anybody can look at it."""

import pytest

from chatapp.wire.secrets import MASK, without_secrets


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("PASS hunter2", f"PASS {MASK}"),
        ("PASS :two words", f"PASS {MASK}"),
        ("pass invite:abc", f"pass {MASK}"),
        ("@label=1 OPER ada hunter2", f"@label=1 OPER ada {MASK}"),
        ("AUTHENTICATE AGFkYQBodW50ZXIy", f"AUTHENTICATE {MASK}"),
        (":s AUTHENTICATE cj1meWtv", f":s AUTHENTICATE {MASK}"),
        ("REGISTER * * :hunter2", f"REGISTER * * {MASK}"),
        ("PRIVMSG NickServ :IDENTIFY hunter2", f"PRIVMSG NickServ {MASK}"),
        ("PRIVMSG Q@CServe.example :AUTH", "PRIVMSG Q@CServe.example :AUTH"),
        (
            "privmsg nickserv@services.example :x y",
            f"privmsg nickserv@services.example {MASK}",
        ),
        ("NS IDENTIFY hunter2", f"NS {MASK}"),
        ("MODE #a +k key", f"MODE #a +k {MASK}"),
        ("MODE #a +nk-t key", f"MODE #a +nk-t {MASK}"),
        ("VERIFY ada 1234", f"VERIFY ada {MASK}"),
        ("JOIN #room secretkey", f"JOIN #room {MASK}"),
        (
            ":s INVITATION MADE 3 #class 0 30 1800000000 :the-token",
            f":s INVITATION MADE 3 #class 0 30 1800000000 {MASK}",
        ),
    ],
)
def test_a_secret_is_masked(line, shown):
    assert without_secrets(line) == shown


@pytest.mark.parametrize(
    "line",
    [
        "AUTHENTICATE SCRAM-SHA-256",
        "MODE #a +o ada",
        "PRIVMSG observer :hello",
        "NSA hello",
        "AUTHENTICATE +",
        "AUTHENTICATE *",
        "PRIVMSG #lobby :PASS the salt",
        ":ada!a@h JOIN #room",
        ":ada!a@h JOIN #room ada :Ada Lovelace",
        "@time=2026-11-22T10:00:00.000Z :s 001 ada :Welcome",
        "",
    ],
)
def test_all_else_stays(line):
    assert without_secrets(line) == line
