"""What the session's tests share."""

import pytest

from tests.chatapp.models.session.stage import SessionStage


@pytest.fixture
def newcomer() -> SessionStage:
    """A session that has not begun."""
    return SessionStage()


@pytest.fixture
def member() -> SessionStage:
    """A session that is signed in, in #lobby with Ann, its operator."""
    return SessionStage().sign_in().enter("#lobby", "@Ann noor")
