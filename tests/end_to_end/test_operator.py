"""Becoming an operator of the server in the window, to look after its rooms."""

from pathlib import Path

import pytest

from tests.end_to_end.server_process import ServerProcess

OPERATOR = {
    "CHATAPP_SERVER__OPERATORS__1__NAME": "anna",
    "CHATAPP_SERVER__OPERATORS__1__PASSWORD": "tidal-wave-at-noon",
}


@pytest.fixture
def server(stack, tmp_path: Path, monkeypatch) -> ServerProcess:
    for name, value in OPERATOR.items():
        monkeypatch.setenv(name, value)
    return stack.enter_context(ServerProcess(tmp_path / "server"))


def test_who_knows_an_operators_password_may_look_after_the_lobby(sign_in) -> None:
    teacher, lena = sign_in("maria"), sign_in("lena")
    teacher.wait_for("lena joined")

    teacher.write("/oper anna")
    teacher.wait_for("Password of anna")
    teacher.order("type", text="not this one", key="Return")
    teacher.wait_for("There is no operator of that name with that password.")
    teacher.write("/oper anna")
    teacher.wait_for("Password of anna")
    teacher.order(
        "type", text=OPERATOR["CHATAPP_SERVER__OPERATORS__1__PASSWORD"], key="Return"
    )
    teacher.wait_for("You are an operator of this server now")

    teacher.write("/kick lena")
    lena.wait_for("maria removed you")
    assert not teacher.shows("tidal")
