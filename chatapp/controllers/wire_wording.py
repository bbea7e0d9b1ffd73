"""What lines of the protocol mean, in a sentence each, ready to translate."""

from collections.abc import Callable, Mapping

from chatapp.wire import numerics
from chatapp.wire.message import Message

TITLE = "What goes over the wire"
PAUSE, GO_ON, CLEAR, COPY = "Pause", "Go on", "Clear", "Copy all"
FILTER = "Only lines with"
NOTHING = "Nothing has gone over the wire yet."
WINDOW = (TITLE, PAUSE, GO_ON, CLEAR, COPY, FILTER, NOTHING)
UNREADABLE = "This is no line of the protocol."
UNKNOWN = "A command that chatapp does not know."

Meaning = Callable[[Message], str]

_NAMES = {
    number: name
    for name, number in vars(numerics).items()
    if name.startswith(("RPL_", "ERR_"))
}

_SENT: dict[str, str] = {
    "AUTHENTICATE": "Proves whose account this is (SASL); what proves it is masked.",
    "AWAY": "Says that one is away, or, without words, back.",
    "BATCH": "Begins (+) or ends (-) lines that belong together.",
    "CAP LS": "Asks which extensions the server has.",
    "CAP REQ": "Asks for these extensions.",
    "CAP END": "Ends the talk about extensions: signing in can go on.",
    "CHATHISTORY": "Asks for what was said earlier.",
    "INVITE": "Invites {0} to {1}.",
    "ISON": "Asks who of these is online.",
    "JOIN": "Enters {0}.",
    "KICK": "Removes {1} from {0}.",
    "LIST": "Asks which rooms there are.",
    "MARKREAD": "Says how far one has read {0}, or asks it.",
    "METADATA": "Asks for notes about {0}, or changes them.",
    "MODE": "Asks how {0} is set, or sets it.",
    "MONITOR": "Asks to be told when these people come and go.",
    "NAMES": "Asks who is in {0}.",
    "NICK": "Asks to be called {0}.",
    "NOTICE": "Says this to {0}; no program may answer.",
    "PART": "Leaves {0}.",
    "PASS": "Gives a password or an invitation, which is masked.",
    "PING": "Asks whether the server still answers.",
    "PONG": "Answers the server's PING: one is still there.",
    "PRIVMSG": "Says this to {0}.",
    "QUIT": "Leaves the server.",
    "REDACT": "Deletes a message in {0}.",
    "REGISTER": "Makes an account; its password is masked.",
    "SEARCH": "Has the server search what was said.",
    "TAGMSG": "Tells {0} something without words, such as that one is typing.",
    "TOPIC": "Asks for the topic of {0}, or gives it one.",
    "USER": "Gives one's user name and real name.",
    "WHO": "Asks who is in {0}, and what is known of them.",
    "WHOIS": "Asks what the server knows of {0}.",
}

_RECEIVED: dict[str, str] = {
    "ACCOUNT": "{who} is signed in to the account {0} now (*: to none).",
    "AUTHENTICATE": "The server goes on with the proof of one's account (SASL).",
    "AWAY": "{who} is away, or, without words, back.",
    "BATCH": "Lines that belong together begin (+) or end (-).",
    "CAP ACK": "The server agrees to these extensions.",
    "CAP DEL": "The server has these extensions no more.",
    "CAP LS": "The server lists the extensions that it has.",
    "CAP NAK": "The server refuses these extensions.",
    "CAP NEW": "The server has these extensions since now.",
    "CHGHOST": "{who} comes from elsewhere now.",
    "ERROR": "The server ends the connection, and says why.",
    "FAIL": "The server could not do what {0} asked for.",
    "INVITE": "{who} invites {0} to {1}.",
    "JOIN": "{who} enters {0}.",
    "KICK": "{who} removes {1} from {0}.",
    "KILL": "{who} removes {0} from the server.",
    "MARKREAD": "In {0} one has read up to this moment.",
    "METADATA": "A note about {0} has changed.",
    "MODE": "{who} changes how {0} is set.",
    "NICK": "{who} is called {0} from now on.",
    "NOTE": "The server mentions something about {0}.",
    "NOTICE": "{who} says this to {0}; no program may answer.",
    "PART": "{who} leaves {0}.",
    "PING": "The server asks whether one is still there.",
    "PONG": "The server answers one's PING.",
    "PRIVMSG": "{who} says this to {0}.",
    "QUIT": "{who} leaves the server.",
    "REDACT": "{who} deletes a message in {0}.",
    "REGISTER": "The server tells what became of one's account.",
    "RENAME": "{who} gives the room {0} the name {1}.",
    "SETNAME": "{who} has another real name.",
    "TAGMSG": "{who} tells {0} something without words, such as that they are typing.",
    "TOPIC": "{who} gives {0} a topic.",
    "WALLOPS": "{who} tells all operators something.",
    "WARN": "The server warns about {0}.",
}

_ANSWERS: dict[str, str] = {
    numerics.RPL_WELCOME: "The server lets one in, and says by what nick",
    numerics.RPL_YOURHOST: "The server says which server and version it is",
    numerics.RPL_CREATED: "The server says since when it runs",
    numerics.RPL_MYINFO: "The server lists the modes that it knows",
    numerics.RPL_ISUPPORT: "The server says how it works, as name=value",
    numerics.RPL_AWAY: "Somebody is away, and says why",
    numerics.RPL_LIST: "A room, how many are in it, and its topic",
    numerics.RPL_LISTEND: "This was the last of the rooms",
    numerics.RPL_CHANNELMODEIS: "How a room is set",
    numerics.RPL_TOPIC: "The topic of a room",
    numerics.RPL_TOPICWHOTIME: "Who gave a room its topic, and when",
    numerics.RPL_NAMREPLY: "Who is in a room; signs in front tell their rank",
    numerics.RPL_ENDOFNAMES: "These were all who are in the room",
    numerics.RPL_MOTD: "A line of the server's message of the day",
    numerics.RPL_MOTDSTART: "The server's message of the day begins",
    numerics.RPL_ENDOFMOTD: "This was the message of the day: one is signed in now",
    numerics.ERR_NOMOTD: "The server has no message of the day: one is signed in now",
    numerics.RPL_LOGGEDIN: "One is signed in to an account",
    numerics.RPL_SASLSUCCESS: "The proof of one's account was accepted",
    numerics.ERR_SASLFAIL: "The proof of one's account was not accepted",
    numerics.RPL_MONONLINE: "These people are online",
    numerics.RPL_MONOFFLINE: "These people are not online",
}

_TAGS: dict[str, str] = {
    "account": "the sender's account",
    "batch": "to which lines this one belongs",
    "bot": "that the sender is a program",
    "label": "which command this answers",
    "msgid": "what the server calls this message",
    "time": "when it was said",
    "+chatapp/edit": "which message this corrects",
    "+chatapp/id": "what this message is called by who wrote it",
    "+draft/react": "a reaction",
    "+draft/reply": "which message this answers",
    "+draft/unreact": "a reaction that is taken back",
    "+typing": "that somebody is typing",
}


def meaning(message: Message, *, sent: bool) -> str:
    """Say what a line means.

    Args:
        message: the line.
        sent: whether it goes to the server.
    """
    sentence = _sentence(message, _SENT if sent else _RECEIVED)
    told = [_TAGS[tag] for tag in message.tags if tag in _TAGS]
    if not told:
        return sentence
    return f"{sentence} In front of it stands {_listed(told)}."


def _sentence(message: Message, table: Mapping[str, str]) -> str:
    command, params = message.command, message.params
    if command.isdigit():
        return _of_numeric(message)
    told = table.get(command) or table.get(f"{command} {_verb(message)}")
    if told is None:
        return UNKNOWN
    who = (message.source or "The server").partition("!")[0]
    try:
        return told.format(*params, who=who)
    except IndexError:
        return UNKNOWN


def _of_numeric(message: Message) -> str:
    name = _NAMES.get(message.command)
    if name is None:
        return "An answer of the server that chatapp does not know."
    if message.command in _ANSWERS:
        return f"{_ANSWERS[message.command]} ({name})."
    if name.startswith("ERR_"):
        return f"The server refuses something ({name})."
    return f"An answer of the server ({name})."


def _verb(message: Message) -> str:
    """Give the subcommand of CAP; the server puts a nick before it."""
    verbs = ("LS", "LIST", "REQ", "ACK", "NAK", "END", "NEW", "DEL")
    return next((it.upper() for it in message.params if it.upper() in verbs), "")


def _listed(things: list[str]) -> str:
    if len(things) == 1:
        return things[0]
    return f"{', '.join(things[:-1])} and {things[-1]}"
