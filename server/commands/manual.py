"""HELP and HELPOP: what each command does, as the table of commands tells it.

Specification: https://modern.ircdocs.horse/#help-message
"""

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.table import BEFORE_SIGN_IN, OPERATORS_ONLY, commands
from server.commands.word_lines import lines_of_words
from server.replies import Refused

EVERYTHING = "*"
LINE_BYTES = 380


@commands.handles("HELP", "HELPOP")
def help_with(context: Context, message: Message) -> None:
    """Tell which commands there are, or what one of them does."""
    subject = "".join(message.params[:1]).upper()
    if not subject or subject == EVERYTHING:
        _tell(context, EVERYTHING, "These commands are known here.", _all_commands())
        return
    handler = commands.find(subject)
    if handler is None:
        raise Refused(n.ERR_HELPNOTFOUND, subject)
    lines = [handler.summary]
    if handler.min_params:
        lines.append(f"Parameters it needs: {handler.min_params}.")
    if handler.has_guard(OPERATORS_ONLY):
        lines.append("Only operators of this server may use it.")
    if handler.has_guard(BEFORE_SIGN_IN):
        lines.append("It works before you have signed in, too.")
    _tell(context, subject, f"What {subject} does:", lines)


def _tell(context: Context, subject: str, heading: str, lines: list[str]) -> None:
    context.reply(n.RPL_HELPSTART, subject, text=heading)
    for line in lines:
        context.reply(n.RPL_HELPTXT, subject, text=line)
    context.reply(n.RPL_ENDOFHELP, subject)


def _all_commands() -> list[str]:
    names = sorted(handler.command for handler in commands)
    return [*lines_of_words(names, LINE_BYTES), "HELP with one of them tells more."]
