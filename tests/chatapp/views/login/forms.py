"""What the form to sign in is filled with, and where its entries are."""

import tkinter as tk

from chatapp.models.entities import Field, SignInForm
from chatapp.views.login_view import LoginView

FORM = SignInForm("chat.example.org", "6667", "noor")
NO_ANSWER = "Nothing answers at chat.example.org port 6667."


def entry(view: LoginView, field: Field) -> tk.Entry:
    """Give what one types a field into."""
    return view.fields[field].entry
