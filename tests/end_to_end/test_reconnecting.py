"""The window outlives its server, and says what happens."""

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess


def test_a_server_that_went_is_said_and_its_return_too(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    ada.write("before")
    kofi.wait_for("before")

    server.kill()
    ada.wait_for("Trying again in", "Offline, next try in")
    server.start()

    ada.wait_for("Connected")
    ada.write("after")
    ada.wait_for("after")
    kofi.wait_for("before", "after")


def test_what_is_written_while_the_server_is_gone_is_sent_later(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")

    server.kill()
    ada.wait_for("Trying again in")
    ada.write("written while nobody listened")
    ada.wait_for("written while nobody listened")
    server.start()

    kofi.wait_for("written while nobody listened")


def test_a_message_that_was_under_way_arrives_once(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")

    server.stop()
    ada.write("on its way when the server went")
    server.kill()
    server.start()
    kofi.wait_for("on its way when the server went")
    ada.write("and this afterwards")
    kofi.wait_for("and this afterwards")

    whole = "\n".join(kofi.order("texts"))
    assert whole.count("on its way when the server went") == 1


def test_what_was_typed_and_not_sent_stays(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    ada = sign_in("adaa")
    ada.order("type", text="half a thought")

    server.kill()
    ada.wait_for("Trying again in")
    server.start()
    ada.wait_for("Connected")

    assert ada.shows("half a thought")


def test_one_can_ask_for_the_next_try_at_once(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    ada = sign_in("adaa")
    server.kill()
    ada.wait_for("Try now")
    server.start()

    ada.press("Try now")

    ada.wait_for("Connected")


def test_a_window_without_its_server_closes_cleanly(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    ada = sign_in("adaa")
    server.kill()
    ada.wait_for("Trying again in")

    assert ada.close() == 0


def test_a_room_that_one_is_in_is_gone_to_while_the_server_is_gone(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    ada = sign_in("adaa")
    ada.write("/join #garden")
    ada.wait_for("Message #garden")
    server.kill()
    ada.wait_for("Trying again in")

    ada.write("/join #lobby")
    ada.wait_for("Message #lobby")
    ada.write("meant for the lobby")
    server.start()
    kofi = sign_in("kofi")

    kofi.wait_for("meant for the lobby")
    assert not ada.shows("You are not connected now")


def test_what_needs_the_server_is_told_to_wait_for_it(
    sign_in: OpenWindow, server: ServerProcess
) -> None:
    ada = sign_in("adaa")
    ada.say("mine")
    server.kill()
    ada.wait_for("Trying again in")

    for key in ("Shift-Tab", "Up", "Delete"):
        ada.order("type", text="", key=key)

    ada.wait_for("You are not connected now. This can be done when the server is back.")
