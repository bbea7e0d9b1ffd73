"""The certificate that a server shows: whose it is, and how it is changed."""

from server.network.tls_reloading import load_anew
from tests.server.certificates import give_certificate
from tests.server.secure_client import SecureClient


def test_a_certificate_that_is_given_convinces_who_trusts_its_authority(
    start_server, tmp_path
):
    given = give_certificate(tmp_path)
    chat = start_server(tls=given.settings)

    with SecureClient(chat.server.port, authority=given.authority) as anna:
        anna.register("anna")

        assert anna.fingerprint == chat.server.fingerprint


def test_a_server_has_the_same_certificate_after_a_restart(start_server):
    first = start_server()
    first.stop()
    second = start_server()

    with SecureClient(second.server.port) as anna:
        assert anna.fingerprint == first.server.fingerprint


def test_a_reload_changes_the_certificate_and_sends_nobody_away(start_server, tmp_path):
    given = give_certificate(tmp_path)
    chat = start_server(tls=given.settings)
    anna = SecureClient(chat.server.port).register("anna")

    before = anna.fingerprint
    give_certificate(tmp_path)
    load_anew(chat.tls)
    with SecureClient(chat.server.port) as bert:
        bert.register("bert").send("PRIVMSG anna :hello")
        heard = anna.read_until("PRIVMSG")[-1]
        anna.close()

        assert heard.trailing == "hello"
        assert before != bert.fingerprint == chat.server.fingerprint


def test_a_reload_of_what_is_broken_changes_nothing(start_server, tmp_path, caplog):
    given = give_certificate(tmp_path)
    chat = start_server(tls=given.settings)

    before = chat.server.fingerprint
    given.key.write_text("no key")
    load_anew(chat.tls)

    with SecureClient(chat.server.port, authority=given.authority) as anna:
        assert anna.fingerprint == chat.server.fingerprint == before
    assert "stays as it was" in caplog.text
