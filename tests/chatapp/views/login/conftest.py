"""A form to sign in that is filled in, in a real window."""

import pytest

from chatapp.models.entities import Field
from chatapp.views.login_view import LoginView
from tests.chatapp.views.login.forms import FORM


@pytest.fixture
def view(place, look, settle) -> LoginView:
    login = LoginView(place, look)
    login.pack(fill="both", expand=True)
    login.show_form(FORM, Field.ADDRESS)
    settle()
    return login
