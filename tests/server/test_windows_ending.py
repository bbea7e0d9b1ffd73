"""How a server ends on Windows, played here: another signal stands for SIGBREAK."""

import signal

from server.exit_codes import EXIT_OK
from server.shutdown import Shutdown

BREAK = signal.SIGUSR1
TAKEN = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, BREAK)


def test_ctrl_break_ends_it_as_it_should_end(mocker, monkeypatch):
    monkeypatch.setattr(signal, "SIGBREAK", BREAK, raising=False)
    before = [(number, signal.getsignal(number)) for number in TAKEN]
    server = mocker.Mock(has_failed=False, is_to_end=False)
    shutdown = Shutdown(server)
    shutdown.listen_to_signals()

    signal.raise_signal(BREAK)
    code = shutdown.wait()

    for number, handler in before:
        signal.signal(number, handler)
    assert code == EXIT_OK
    server.stop.assert_called_once()
