"""HELP and HELPOP: what each command does, and what each mode is for.

All of it comes from the tables of commands, of their usages and of modes.
Specification: https://modern.ircdocs.horse/#help-message
"""

from collections.abc import Mapping

from chatapp.wire import numerics as n
from chatapp.wire.handler_table import Handler
from chatapp.wire.message import Message
from server.commands.context import Context
from server.commands.mode_summaries import CHANNEL_MODE_SUMMARIES, USER_MODE_SUMMARIES
from server.commands.table import BEFORE_SIGN_IN, OPERATORS_ONLY, commands
from server.commands.usages import USAGES
from server.replies import Refused
from server.world.word_lines import lines_of_words

EVERYTHING = "*"

SUBJECTS: dict[str, tuple[str, Mapping[str, str]]] = {
    "CMODES": ("The modes of channels, as in MODE #room +m:", CHANNEL_MODE_SUMMARIES),
    "UMODES": ("Your own modes, as in MODE nick +i:", USER_MODE_SUMMARIES),
}
"""What HELP knows besides commands."""


@commands.handles("HELP", "HELPOP")
def help_with(context: Context, message: Message) -> None:
    """Tell which commands there are, or what one of them does."""
    subject = "".join(message.params[:1]).upper()
    if not subject or subject == EVERYTHING:
        _tell(context, EVERYTHING, "These commands are known here.", _all_commands())
        return
    if subject in SUBJECTS:
        heading, summaries = SUBJECTS[subject]
        lines = [f"{letter}  {text}" for letter, text in summaries.items()]
        _tell(context, subject, heading, lines)
        return
    handler = commands.find(subject)
    if handler is None:
        raise Refused(n.ERR_HELPNOTFOUND, subject)
    _tell(context, subject, f"What {subject} does:", _lines_on(handler))


def _lines_on(handler: Handler[Context]) -> list[str]:
    command = handler.command
    forms = [f"{command} {usage}".rstrip() for usage in USAGES[command]]
    lines = [handler.summary, *(f"Write: {form}" for form in forms)]
    if handler.has_guard(OPERATORS_ONLY):
        lines.append("Only operators of this server may use it.")
    if handler.has_guard(BEFORE_SIGN_IN):
        lines.append("It works before you have signed in, too.")
    return lines


def _tell(context: Context, subject: str, heading: str, lines: list[str]) -> None:
    context.reply(n.RPL_HELPSTART, subject, text=heading)
    for line in lines:
        context.reply(n.RPL_HELPTXT, subject, text=line)
    context.reply(n.RPL_ENDOFHELP, subject)


def _all_commands() -> list[str]:
    names = sorted(handler.command for handler in commands)
    subjects = " and ".join(f"HELP {subject}" for subject in SUBJECTS)
    return [
        *lines_of_words(names),
        f"HELP with one of them tells more. {subjects} explain modes.",
    ]
