"""What docs/protocol.md says of each capability and of each token of RPL_ISUPPORT."""

from chatapp.wire import capabilities as c

IRCV3 = "https://ircv3.net/specs/extensions/"
SOJU = "https://codeberg.org/emersion/soju/src/branch/master/doc/ext/"

CAPABILITIES: dict[str, tuple[str, str]] = {
    c.ACCOUNT_NOTIFY: (
        f"{IRCV3}account-notify",
        "One hears when others sign in to accounts, and out of them.",
    ),
    c.ACCOUNT_REGISTRATION: (
        f"{IRCV3}account-registration",
        "REGISTER and VERIFY make accounts.",
    ),
    c.ACCOUNT_TAG: (f"{IRCV3}account-tag", "Messages tell their sender's account."),
    c.AWAY_NOTIFY: (f"{IRCV3}away-notify", "One hears who goes away and comes back."),
    c.BATCH: (f"{IRCV3}batch", "What belongs together is marked so."),
    c.CAP_NOTIFY: (
        f"{IRCV3}capability-negotiation#cap-notify",
        "One hears when the server offers more, or less.",
    ),
    c.CHANNEL_RENAME: (f"{IRCV3}channel-rename", "RENAME gives channels other names."),
    c.CHATHISTORY: (
        f"{IRCV3}chathistory",
        "CHATHISTORY reads what was said; nothing is played back unasked.",
    ),
    c.CHGHOST: (f"{IRCV3}chghost", "One hears when somebody's host changes."),
    c.ECHO_MESSAGE: (
        f"{IRCV3}echo-message",
        "What one says comes back, as the others hear it.",
    ),
    c.EVENT_PLAYBACK: (
        f"{IRCV3}chathistory#event-playback",
        "The history has who came and went, topics and modes, too.",
    ),
    c.EXACTLY_ONCE: (
        "#exactly-once",
        "A message that is sent twice is heard once. The value names the history.",
    ),
    c.VISIT: (
        "#visits",
        "One is led into no channel: for who only looks around, such as the doctor.",
    ),
    c.EXTENDED_ISUPPORT: (
        f"{IRCV3}extended-isupport",
        "ISUPPORT asks for what stands below, even before one has signed in.",
    ),
    c.EXTENDED_JOIN: (
        f"{IRCV3}extended-join",
        "JOIN tells the account and the real name.",
    ),
    c.EXTENDED_MONITOR: (
        f"{IRCV3}extended-monitor",
        "One hears more of whom one watches (MONITOR).",
    ),
    c.INVITE_NOTIFY: (f"{IRCV3}invite-notify", "Members hear who is invited."),
    c.LABELED_RESPONSE: (
        f"{IRCV3}labeled-response",
        "Answers carry the label of their command.",
    ),
    c.MESSAGE_REDACTION: (
        f"{IRCV3}message-redaction",
        "REDACT takes back what was said.",
    ),
    c.MESSAGE_TAGS: (
        f"{IRCV3}message-tags",
        "Messages have ids, and tags of their senders; TAGMSG sends tags alone.",
    ),
    c.METADATA: (
        f"{IRCV3}metadata",
        "METADATA tells of users and channels: a name to show, an avatar, a status.",
    ),
    c.METADATA_3: (
        f"{IRCV3}metadata",
        "The same with the numerics of the newer draft.",
    ),
    c.MULTI_PREFIX: (f"{IRCV3}multi-prefix", "NAMES and WHO show all ranks."),
    c.MULTILINE: (f"{IRCV3}multiline", "Messages may have several lines."),
    c.NO_IMPLICIT_NAMES: (
        f"{IRCV3}no-implicit-names",
        "JOIN is not followed by NAMES.",
    ),
    c.DRAFT_NO_IMPLICIT_NAMES: (
        f"{IRCV3}no-implicit-names",
        "The same under its earlier name.",
    ),
    c.PRE_AWAY: (f"{IRCV3}pre-away", "AWAY works before one has signed in."),
    c.READ_MARKER: (
        f"{IRCV3}read-marker",
        "MARKREAD keeps how far one has read, for all of one's clients.",
    ),
    c.SASL: (f"{IRCV3}sasl-3.2", "AUTHENTICATE signs in to an account."),
    c.SEARCH: (f"{SOJU}search.md", "SEARCH finds what was said."),
    c.SERVER_TIME: (f"{IRCV3}server-time", "Messages tell when they were said."),
    c.SETNAME: (f"{IRCV3}setname", "SETNAME changes the real name."),
    c.STANDARD_REPLIES: (
        f"{IRCV3}standard-replies",
        "FAIL, WARN and NOTE are understood. They come without it, too.",
    ),
    c.STS: (
        f"{IRCV3}sts",
        "Clients shall come with TLS only (`[tls] sts`).",
    ),
    c.USERHOST_IN_NAMES: (
        f"{IRCV3}userhost-in-names",
        "NAMES shows nick!user@host.",
    ),
}
"""For each capability: where it is specified, and what it brings."""

TOKENS: dict[str, str] = {
    "ACCOUNTEXTBAN": "the sign of masks that describe accounts",
    "AWAYLEN": "most characters of an away message",
    "BOT": "the user mode of bots",
    "CASEMAPPING": "names are compared as PRECIS has it, for all scripts; `ascii` or"
    " `rfc1459` where `[server] casemapping` says so",
    "CHANLIMIT": "most channels that one user can be in",
    "CHANMODES": "the modes of channels: lists, always with, set with, and without"
    " an argument",
    "CHANNELLEN": "most characters of a channel's name",
    "CHANTYPES": "how names of channels begin",
    "CHATHISTORY": "most messages of one CHATHISTORY",
    "CLIENTTAGDENY": "no tag between clients is refused",
    "ELIST": "LIST knows conditions: created, mask, not the mask, topic's age, users",
    "EXCEPTS": "the list of exceptions from bans",
    "EXTBAN": "masks of accounts (`a:`) and of silence (`m:`), without a sign in front",
    "INVEX": "the list of those who need no invitation",
    "KICKLEN": "most characters of the reason for a KICK",
    "MAXLIST": "most masks in a channel's list",
    "MODES": "most changes with an argument in one MODE",
    "MONITOR": "most nicks that one client can watch",
    "MSGREFTYPES": "how CHATHISTORY can be told a place",
    "NETWORK": "the name that people see",
    "NICKLEN": "most characters of a nick",
    "PREFIX": "the ranks in a channel, the highest first",
    "SAFELIST": "LIST can be asked for everything",
    "STATUSMSG": "messages to `@#room` reach who has that rank, or a higher one",
    "TARGMAX": "most targets of a command",
    "TOPICLEN": "most characters of a topic",
    "UTF8ONLY": "everything is UTF-8",
    "WHOX": "WHO takes fields",
    "chatapp/INVITED": "only who is invited comes in; there if it is so",
    "draft/ICON": "the address of a picture of the network; there if `icon` is set",
}
"""What each token of RPL_ISUPPORT says."""
