"""What lines of the protocol mean, in a sentence each, ready to translate."""

from collections.abc import Sequence

from chatapp.controllers.wire_log.wire_answers import ANSWERS
from chatapp.language import gettext as _
from chatapp.wire import numerics
from chatapp.wire.message import Message

TITLE = _("What goes over the wire")
PAUSE, GO_ON, CLEAR, COPY = _("Pause"), _("Go on"), _("Clear"), _("Copy all")
FILTER = _("Only lines with")
NOTHING = _("Nothing has gone over the wire yet.")
WINDOW = (TITLE, PAUSE, GO_ON, CLEAR, COPY, FILTER, NOTHING)
UNREADABLE = _("This is no line of the protocol.")
UNKNOWN = _("A command that chatapp does not know.")

_NAMES = {
    number: name
    for name, number in vars(numerics).items()
    if name.startswith(("RPL_", "ERR_"))
}

_SENT: dict[str, str] = {
    "ACCEPT": _("Lets these people write to you, or no more."),
    "AUTHENTICATE": _("Proves whose account this is (SASL); what proves it is masked."),
    "AWAY": _("Says that you are away, or, without words, back."),
    "BATCH": _("Begins (+) or ends (-) lines that belong together."),
    "CAP LS": _("Asks which extensions the server has."),
    "CAP REQ": _("Asks for these extensions."),
    "CAP END": _("Ends the talk about extensions: signing in can go on."),
    "CHATHISTORY": _("Asks for what was said earlier."),
    "HELP": _("Asks for the server's help."),
    "INVITE": _("Invites {0} to {1}."),
    "ISON": _("Asks who of these is online."),
    "JOIN": _("Enters {0}."),
    "KICK": _("Removes {1} from {0}."),
    "KILL": _("Removes {0} from the server."),
    "LIST": _("Asks which rooms there are."),
    "MARKREAD": _("Says how far you have read {0}, or asks it."),
    "METADATA": _("Asks for notes about {0}, or changes them."),
    "MODE": _("Asks how {0} is set, or sets it."),
    "MONITOR": _("Asks to be told when these people come and go."),
    "MOTD": _("Asks for the server's message of the day."),
    "NAMES": _("Asks who is in {0}."),
    "NICK": _("Asks to be called {0}."),
    "NOTICE": _("Says this to {0}; no program may answer."),
    "OPER": _("Asks to look after the server; the password is masked."),
    "PART": _("Leaves {0}."),
    "PASS": _("Gives a password or an invitation, which is masked."),
    "PING": _("Asks whether the server still answers."),
    "PONG": _("Answers the server's PING: you are still there."),
    "PRIVMSG": _("Says this to {0}."),
    "QUIT": _("Leaves the server."),
    "REDACT": _("Deletes a message in {0}."),
    "REGISTER": _("Makes an account; its password is masked."),
    "RENAME": _("Gives the room {0} the name {1}."),
    "SEARCH": _("Has the server search what was said."),
    "SETNAME": _("Gives oneself another real name."),
    "TAGMSG": _("Tells {0} something without words, such as that you are typing."),
    "TOPIC": _("Asks for the topic of {0}, or gives it one."),
    "USER": _("Gives your user name and real name."),
    "VERIFY": _("Confirms your account; its code is masked."),
    "VERSION": _("Asks for the version of the server."),
    "WHO": _("Asks who is in {0}, and what is known of them."),
    "WHOIS": _("Asks what the server knows of {0}."),
    "WHOWAS": _("Asks who {0} was."),
}

_RECEIVED: dict[str, str] = {
    "ACCOUNT": _("{who} is signed in to the account {0} now (*: to none)."),
    "AUTHENTICATE": _("The server goes on with the proof of your account (SASL)."),
    "AWAY": _("{who} is away, or, without words, back."),
    "BATCH": _("Lines that belong together begin (+) or end (-)."),
    "CAP ACK": _("The server agrees to these extensions."),
    "CAP DEL": _("The server has these extensions no more."),
    "CAP LS": _("The server lists the extensions that it has."),
    "CAP NAK": _("The server refuses these extensions."),
    "CAP NEW": _("The server has these extensions since now."),
    "CHGHOST": _("{who} comes from elsewhere now."),
    "ERROR": _("The server ends the connection, and says why."),
    "FAIL": _("The server could not do what {0} asked for."),
    "INVITE": _("{who} invites {0} to {1}."),
    "JOIN": _("{who} enters {0}."),
    "KICK": _("{who} removes {1} from {0}."),
    "KILL": _("{who} removes {0} from the server."),
    "MARKREAD": _("In {0} you have read up to this moment."),
    "METADATA": _("A note about {0} has changed."),
    "MODE": _("{who} changes how {0} is set."),
    "NICK": _("{who} is called {0} from now on."),
    "NOTE": _("The server mentions something about {0}."),
    "NOTICE": _("{who} says this to {0}; no program may answer."),
    "PART": _("{who} leaves {0}."),
    "PING": _("The server asks whether you are still there."),
    "PONG": _("The server answers your PING."),
    "PRIVMSG": _("{who} says this to {0}."),
    "QUIT": _("{who} leaves the server."),
    "REDACT": _("{who} deletes a message in {0}."),
    "REGISTER": _("The server tells what became of your account."),
    "RENAME": _("{who} gives the room {0} the name {1}."),
    "SETNAME": _("{who} has another real name."),
    "TAGMSG": _(
        "{who} tells {0} something without words, such as that they are typing."
    ),
    "TOPIC": _("{who} gives {0} a topic."),
    "WALLOPS": _("{who} tells all operators something."),
    "WARN": _("The server warns about {0}."),
}

_TAGS: dict[str, str] = {
    "account": _("the sender's account"),
    "batch": _("to which lines this one belongs"),
    "bot": _("that the sender is a program"),
    "label": _("which command this answers"),
    "msgid": _("what the server calls this message"),
    "time": _("when it was said"),
    "+chatapp/edit": _("which message this corrects"),
    "+chatapp/id": _("what this message is called by who wrote it"),
    "+draft/react": _("a reaction"),
    "+draft/reply": _("which message this answers"),
    "+draft/unreact": _("a reaction that is taken back"),
    "+typing": _("that somebody is typing"),
}


def meaning(message: Message, *, sent: bool) -> str:
    """Say what a line means.

    Args:
        message: the line.
        sent: whether it goes to the server.
    """
    sentence = _sentence(message, sent=sent)
    told = [_TAGS[tag] for tag in message.tags if tag in _TAGS]
    if not told:
        return sentence
    return _("{sentence} In front of it stands {listed}.").format(
        sentence=sentence, listed=_listed(told)
    )


def _sentence(message: Message, *, sent: bool) -> str:
    table = _SENT if sent else _RECEIVED
    command, params = message.command, message.params
    if command.isdigit():
        return _of_numeric(message)
    told = table.get(command) or table.get(f"{command} {_verb(params, sent=sent)}")
    if told is None:
        return UNKNOWN
    who = (message.source or _("The server")).partition("!")[0]
    try:
        return told.format(*params, who=who)
    except IndexError:
        return UNKNOWN


def _of_numeric(message: Message) -> str:
    name = _NAMES.get(message.command)
    if name is None:
        return _("An answer of the server that chatapp does not know.")
    return f"{ANSWERS[message.command]} ({name})."


def _verb(params: Sequence[str], *, sent: bool) -> str:
    """Give the subcommand of CAP; the server puts a nick before it."""
    return "".join(params[:1] if sent else params[1:2]).upper()


def _listed(things: list[str]) -> str:
    if len(things) == 1:
        return things[0]
    return _("{several} and {last}").format(
        several=", ".join(things[:-1]), last=things[-1]
    )
