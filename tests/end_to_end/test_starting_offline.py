"""A window that opens while its server is gone has all that is kept, and goes on."""

from chatapp.controllers.servers import server_wording as wording
from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tools.window import Window


def leave_garden(window: Window) -> None:
    """Talk in a room with a topic, and have the next start come straight to it."""
    window.write("/join #garden")
    window.wait_for("Message #garden")
    window.say("the kettle is on")
    window.write("/topic what grows here")
    window.wait_for("what grows here · 1 person")
    window.order("choose", words=wording.AT_START)
    window.close()


def see_that_it_asks_for_a_password(window: Window, server: ServerProcess) -> None:
    """Start the server with a password: it is asked for where one signs in."""
    window.wait_for("and now with it", "Try now")
    server.start(password="open sesame")
    window.order("press", text="Try now")  # unless it has just come back by itself
    window.wait_for("Password", "Server address", wording.AT_START)
    assert list(window.order("problems")) == ["PASSWORD"]


def test_the_rooms_are_there_and_what_is_written_goes_out_later(
    sign_in: OpenWindow, open_window: OpenWindow, server: ServerProcess
) -> None:
    leave_garden(sign_in("adaa"))
    server.kill()

    again = open_window("adaa")
    again.wait_for(
        "the kettle is on",
        "Message #garden",
        "what grows here · Reconnecting",
        "lobby",
        "Trying again in",
        "Try now",
        "adaa, not signed in",
    )
    again.write("written without the server")
    again.wait_for("written without the server")
    assert not again.shows("Some messages are missing here.")
    again.order("type", text="", key="Control-F")
    again.order("type", text="kettle")
    again.wait_for("In #garden", "what is kept on this computer.")
    again.order("type", text="", key="Escape")
    server.start()
    again.order("press", text="Try now")  # unless it has just come back by itself
    kofi = sign_in("kofi")
    kofi.write("/join #garden")

    again.wait_for("Connected", "signed in as adaa")
    kofi.wait_for("the kettle is on", "written without the server")
    again.say("and now with it")
    kofi.wait_for("and now with it")

    again.close()
    server.kill()
    see_that_it_asks_for_a_password(open_window("adaa"), server)
