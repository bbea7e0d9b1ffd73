"""What becomes of a server whose recorder cannot go on."""


def test_a_server_says_that_it_has_failed_when_its_recorder_has(chat, mocker):
    anna = chat.join("anna")
    broken = RuntimeError("a fault")
    mocker.patch.object(chat.recorder._pruning, "work", side_effect=broken)

    anna.send("JOIN #garden", "PART #garden", "PRIVMSG #lobby :hello")

    assert chat.recorder.has_failed.wait(30)
    assert chat.server.has_failed
